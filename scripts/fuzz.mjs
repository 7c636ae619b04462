// npm run fuzz [number]: tests workbooks with one mutation each, 10,000 by default; see test/fuzz.
import { compile, must, root } from "./prepare.mjs";
import { join } from "node:path";

const count = process.argv[2] ?? "10000";
compile();
must(
  `${count} mutanten / mutants`,
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "test/fuzz"],
  {
    show: true,
    env: { FUZZ_COUNT: count },
  },
);
