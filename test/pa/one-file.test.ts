import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../../packages/cli/", import.meta.url));
const runs = promisify(execFile);
/** Runs `pa` in its own process; returns its output, or its error. */
const pa = (entry: string, words: readonly string[]): Promise<string> =>
  runs(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { main } from ${JSON.stringify(`file://${join(cli, entry)}`)};process.exitCode = await main(process.argv.slice(1));`,
      ...words,
    ],
    { maxBuffer: 1 << 26 },
  ).then(
    ({ stdout }) => stdout,
    (problem: unknown) => {
      const { code, stdout, stderr } = problem as { code: number; stdout: string; stderr: string };
      return `${code} ${stdout}${stderr}`;
    },
  );

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pa-one-file-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the bundle of npm run build gives the same answers as the packages", async () => {
  expect(existsSync(join(cli, "build/pa.mjs")), "npm run build makes packages/cli/build/pa.mjs").toBe(true);
  const sample = join(folder, "sample.xlsx");
  await pa("build/pa.mjs", ["template", "--sample", sample]);
  for (const words of [
    // The grid's engine comes from a package of its own; the report draws its charts; a refusal has its sentence.
    ["eval", "=SUM(PA.SOCIALSHARE();1)", sample, "--lang", "nl"],
    ["report", sample, "--format", "html", "--lang", "en"],
    ["check", join(folder, "absent.xlsx"), "--lang", "nl"],
  ])
    expect([words[0], await pa("build/pa.mjs", words)]).toEqual([words[0], await pa("dist/process.js", words)]);
});
