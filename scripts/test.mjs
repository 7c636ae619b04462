// npm test: everything that has to hold, from a fresh clone, with Node and npm only.
import { readFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { compile, debianPrograms, install, npm, root, run, say } from "./prepare.mjs";

install();
debianPrograms({ chromium: "chromium", soffice: "libreoffice-calc", xmllint: "libxml2-utils" });

let passed = 0;
let failed = 0;
const step = (what, command, args) => {
  say(what);
  if (run(command, args)) passed += 1;
  else failed += 1;
};
const bin = (name) => join(root, "node_modules", name);
const scripts = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;

compile();
step("Opmaak / Formatting (prettier)", process.execPath, [bin("prettier/bin/prettier.cjs"), "--check", "."]);
step("Lint (eslint)", process.execPath, [bin("eslint/bin/eslint.js"), "--max-warnings", "0", "."]);
step("Kringen en muren / Cycles and walls (dependency-cruiser)", process.execPath, [
  bin("dependency-cruiser/bin/dependency-cruise.mjs"),
  "--config",
  ".dependency-cruiser.cjs",
  "packages/indicators/src",
  "packages/charts/src",
  "packages/print/src",
  "packages/agreements/src",
  "packages/quarterly/src",
  "packages/functions/src",
  "packages/xlsx/src",
  "packages/spreadsheet/src",
  "packages/cli/src",
  "addin",
]);
step("Exports die niemand gebruikt / Exports nobody uses (ts-unused-exports)", npm, ["run", "--silent", "unused"]);
if (scripts["build"])
  step("Add-in en werkbank bouwen / Building add-in and workbench (webpack)", process.execPath, [
    join(root, "scripts/build.mjs"),
  ]);

say("Tests (vitest)");
mkdirSync(join(root, "reports"), { recursive: true });
const report = join(root, "reports/vitest.json");
const green = run(
  process.execPath,
  [bin("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { show: true },
);
let skipped = 0;
try {
  const results = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped = results.numPendingTests + results.numTodoTests;
  if (!green && results.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 && green ? 0 : 1);
