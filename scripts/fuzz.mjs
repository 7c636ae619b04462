// npm run fuzz [how many]: workbooks with one thing wrong in them, ten thousand unless said; see test/fuzz.
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
