// npm test: runs all checks from a fresh clone, with only Node and npm. Prints each step and its duration.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { debianPrograms, generate, install, isInstalled, npm, root, say } from "./prepare.mjs";

const begin = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
let passed = 0;
let failed = 0;

/** Runs a program; shows its output only on failure. */
async function step(what, program, ...words) {
  const since = Date.now();
  say(`${what} …`);
  const output = [];
  const status = await new Promise((resolve) => {
    const started = spawn(program, words, { cwd: root, shell: process.platform === "win32" });
    for (const stream of [started.stdout, started.stderr]) stream.on("data", (text) => output.push(text));
    started.on("error", (problem) => {
      output.push(String(problem));
      resolve(1);
    });
    started.on("close", resolve);
  });
  if (status === 0) passed += 1;
  else failed += 1;
  say(`${what}: ${status === 0 ? "goed / good" : "MISLUKT / FAILED"} (${seconds(since)})`);
  if (status !== 0) process.stderr.write(Buffer.concat(output.map((part) => Buffer.from(part))).toString());
}

install();
const isComplete = debianPrograms({ chromium: "chromium", soffice: "libreoffice-calc", xmllint: "libxml2-utils" });
generate();

const script = (name) => [process.execPath, join(root, "scripts", name)];
const tool = (path, ...words) => [process.execPath, join(root, "node_modules", path), ...words];
const sources = readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`);

// Too large to install for those who build: a database, Microsoft's validator, Excel's own scripts (test/package.json).
const proof = isInstalled("test")
  ? undefined
  : step(
      "Bewijsmiddelen installeren / Installing what only tests need",
      npm,
      ...["ci", "--prefix", "test", "--no-audit", "--no-fund"],
    );
const compiled = step("Bouwen (TypeScript), naslag / Building, reference", ...script("compile.mjs"));

/** The checks that only read sources, one after the other; those of types read what the compiler wrote. */
async function readings() {
  await step("Opmaak / Formatting (oxfmt)", ...tool("oxfmt/bin/oxfmt", "--check", "."));
  const cruiser = tool("dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs");
  await step("Kringen en muren / Cycles and walls", ...cruiser, ...sources, "addin");
  await compiled;
  await step("Exports die niemand gebruikt / Exports nobody uses", npm, "run", "--silent", "unused");
  await proof;
  await step(
    "Typen, ook van de tests / Types, of the tests too",
    ...tool("typescript-native/bin/tsc", "-p", "tsconfig.tests.json"),
  );
  await step("Lint (oxlint)", ...tool("oxlint/bin/oxlint", "--config", "oxlint.config.mjs"));
}

const report = join(root, "reports/vitest.json");
/** The products, then their tests; true if all tests are green. */
async function tests() {
  await compiled;
  await step("Add-in en werkbank bouwen / Building add-in and workbench", ...script("build.mjs"), "--compiled");
  await proof;
  const since = Date.now();
  say("Tests (vitest) …");
  mkdirSync(join(root, "reports"), { recursive: true });
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const [program, ...rest] = tool("vitest/vitest.mjs", ...words);
  const status = await new Promise((resolve) =>
    spawn(program, rest, { cwd: root, stdio: "inherit" }).on("close", resolve),
  );
  say(`Tests (vitest): ${status === 0 ? "goed / good" : "MISLUKT / FAILED"} (${seconds(since)})`);
  return status === 0;
}
// Both at once, so that neither processor waits for the other.
const [green] = await Promise.all([tests(), readings()]);

/** Tests that need what this command does not install: a server of PostgreSQL, Microsoft's schemas of a manifest. */
const mayBeSkipped = ["test/sql/commands.test.ts", "test/excel/manifest.test.ts"];
let skipped = 0;
try {
  const results = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  for (const { name, assertionResults } of results.testResults) {
    const idle = assertionResults.filter(({ status }) => status !== "passed" && status !== "failed");
    skipped += idle.length;
    if (idle.length === 0 || !isComplete || mayBeSkipped.some((path) => name.endsWith(path))) continue;
    // A test that is switched off proves nothing, and nobody would notice.
    failed += idle.length;
    say(`Overgeslagen zonder reden / skipped without a reason: ${name} (${idle.length})`);
  }
  if (!green && results.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
say(`Alles / all: ${seconds(begin)}`);
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 && green ? 0 : 1);
