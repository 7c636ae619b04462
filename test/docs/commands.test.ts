// Every command in the documentation is run: those of `pa` in examples.test.ts, the others here or in a test listed
// here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandsOf, wordsOf } from "./command-lines.js";
import { blocksOf, handWritten, root, textOf } from "./markdown-files.js";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (program: string, ...words: string[]) =>
  spawnSync(program, words, { cwd: root, encoding: "utf8", shell: program === npm && process.platform === "win32" });

/** Commands that are run elsewhere, with the line that runs them. */
const ranElsewhere: Readonly<Record<string, readonly [file: string, line: string]>> = {
  // `npm test` is checked by its script's contents, because a test that runs all tests would never end.
  "npm ci": ["scripts/prepare.mjs", '"ci"'],
  "npm test": ["package.json", '"test": "node scripts/test.mjs"'],
  "npx tsc -b": ["scripts/prepare.mjs", 'typescript-native/bin/tsc")'],
  "npm run unused": ["scripts/test.mjs", '"unused"'],
  "npm run package": ["test/bundles/package.test.ts", '"--out", join(folder, "released")'],
  "npm run package -- https://pa.gemeente.example": ["test/bundles/package.test.ts", "scripts/package.mjs"],
  "npm run package -- https://pa.gemeente.example --officejs https://pa.gemeente.example/officejs/office.js": [
    "test/bundles/package.test.ts",
    "--officejs",
  ],
  "npm start": ["test/e2e/workbench-start.test.ts", "scripts/start.mjs"],
  "npm pack -w packages/indicators": ["test/packages/pack.ts", '"pack"'],
  "npm run compile": ["scripts/pages.mjs", "compile();"],
  "npm run quick": ["package.json", '"quick": "node scripts/quick.mjs"'],
};
/** Made by hand: the first two take from half an hour to hours (docs/developers/quality.md), the third fetches a generator. */
const measurements = ["npm run coverage", "npm run mutation", "npm run docs:api"];

const ranHere: Readonly<Record<string, () => void | Promise<void>>> = {
  "npm run demo": () => {
    const { status, stdout } = run(npm, "run", "demo");
    expect(status, stdout).toBe(0);
    for (const told of ["opgave-oegstgeest.xlsx", "rapport-oegstgeest.html", "PA-201", "≤ 25% (art. 9)"])
      expect(stdout).toContain(told);
    for (const made of ["opgave-oegstgeest.xlsx", "rapport-oegstgeest.html"])
      expect(existsSync(join(root, "build/demo", made))).toBe(true);
  },
};

const used = new Set(
  handWritten.flatMap((path) => blocksOf(path).flatMap((block) => (block.info === "sh" ? commandsOf(block) : []))),
);
const others = [...used].filter((command) => !command.startsWith("pa "));

describe("commands", () => {
  it("are all run: here, elsewhere, or by tests of this run", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const unknown = others.filter((command) => {
      if (command in ranHere || command in ranElsewhere) return false;
      if (measurements.includes(command)) return !(command.slice("npm run ".length) in scripts);
      const [program, first, second, ...rooms] = wordsOf(command);
      // A package's tests are part of this run.
      if (program === "npx" && first === "vitest" && second === "run")
        return !rooms.every((room) => existsSync(join(root, room)));
      return true;
    });
    expect(unknown).toEqual([]);
  });

  it.each(Object.entries(ranElsewhere))("%s is run elsewhere", (_command, [file, line]) => {
    expect(textOf(file)).toContain(line);
  });

  it.each(Object.entries(ranHere))("%s", async (_command, act) => act());
});
