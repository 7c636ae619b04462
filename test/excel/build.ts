/** The built add-in, for tests that run what is shipped. Built once when the sources are newer; test files wait for each other. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const build = join(root, "build");
const lock = join(root, "node_modules/.cache-excel-build.lock");

const sources = [
  "manifest.xml",
  "webpack.config.js",
  "addin",
  ...["indicators", "agreements", "quarterly", "functions", "xlsx", "spreadsheet"].map(
    (name) => `packages/${name}/src`,
  ),
];

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => name !== "dist" && name !== "node_modules")
      .map(({ name }) => newest(join(path, name))),
  );
}

const isCurrent = (): boolean => {
  const made = statSync(join(build, "taskpane.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return (
    made > 0 && existsSync(join(build, "functions.js")) && sources.every((path) => newest(join(root, path)) <= made)
  );
};

/** Milliseconds a test may wait for the build on a busy machine. */
export const buildTime = 400_000;

/** Waits until there is a build of these sources, making it where needed. */
export async function built(): Promise<string> {
  for (let waited = 0; ; waited += 250) {
    if (isCurrent() && !existsSync(lock)) return build;
    try {
      mkdirSync(lock);
    } catch {
      // Another test file is building; a lock of ten minutes old was left behind by something that was stopped.
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 600_000)
        rmSync(lock, { recursive: true });
      if (waited > buildTime) throw new Error("the build does not end");
      await new Promise((resolve) => setTimeout(resolve, 250));
      continue;
    }
    try {
      if (isCurrent()) return build;
      const made = spawnSync(
        process.execPath,
        [join(root, "node_modules/webpack/bin/webpack.js"), "--mode", "production"],
        {
          cwd: root,
          encoding: "utf8",
        },
      );
      if (made.status !== 0) throw new Error(`webpack: ${made.stdout}${made.stderr}`);
      return build;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

export const builtFile = (name: string): string => readFileSync(join(build, name), "utf8");
