// npm run quick: tests the files changed since main, without pages and external programs; takes under a minute.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compile, install, must, root, say } from "./prepare.mjs";

const git = (...words) => spawnSync("git", words, { cwd: root, encoding: "utf8" });
const base = ["origin/main", "main"].find((name) => git("merge-base", name, "HEAD").status === 0);
const since = base === undefined ? "HEAD" : git("merge-base", base, "HEAD").stdout.trim();
const changed = [
  ...git("diff", "--name-only", "--diff-filter=AMR", since).stdout.split("\n"),
  ...git("ls-files", "--others", "--exclude-standard").stdout.split("\n"),
].filter((name) => name !== "" && existsSync(join(root, name)));
if (changed.length === 0) {
  say("Er is niets veranderd / nothing changed");
  process.exit(0);
}
const tool = (path) => join(root, "node_modules", path);
install();
// Microsoft's rules of lint.
install("test");
compile();
must("Opmaak / Formatting", process.execPath, [
  tool("oxfmt/bin/oxfmt"),
  "--check",
  "--no-error-on-unmatched-pattern",
  ...changed,
]);
const code = changed.filter((name) => /\.(?:tsx?|m?js)$/.test(name));
if (code.length > 0)
  must("Lint", process.execPath, [
    tool("oxlint/bin/oxlint"),
    ...["--config", "oxlint.config.mjs", "--no-error-on-unmatched-pattern"],
    ...code,
  ]);
const tests = ["related", "--run", "--project", "shared", "--passWithNoTests"];
must("Tests", process.execPath, [tool("vitest/vitest.mjs"), ...tests, ...code], {
  show: true,
  env: { ROOMS_ONLY: "yes" },
});
