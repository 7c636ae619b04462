// Builds the pages in build/, only if their sources changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { compile, mustAll, root } from "./prepare.mjs";

export const build = join(root, "build");
const stamp = join(root, "node_modules/.cache/pages.txt");
const lock = join(root, "node_modules/.cache/pages.lock");

/** All sources of the pages, the function lists, the reference and `pa`. */
const madeOf = [
  "addin",
  "packages",
  "scripts/generate",
  "scripts/help",
  "docs/manual",
  "docs/agreements",
  "docs/images",
  "CONTEXT.md",
  "manifest.xml",
  "webpack.config.js",
  "package-lock.json",
  "tsconfig.base.json",
];
const leftOut = /^(?:dist|build|node_modules|test|functions(?:-nl)?\.json|.*\.generated\.ts)$/;

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => !leftOut.test(name))
        .sort()
        .flatMap((name) => filesOf(join(path, name)))
    : [path];

/** A checksum over all sources. */
function digest(mode) {
  const hash = createHash("sha256").update(mode);
  for (const path of madeOf.flatMap((name) => filesOf(join(root, name))))
    hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex");
}

const isCurrent = (mode) =>
  existsSync(join(build, "taskpane.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest(mode);

/**
 * Compiles and bundles what changed since the last time; simultaneous callers wait for one build.
 * @param {"production" | "development"} mode
 * @param {boolean} isCompiled true if the packages have just been compiled
 * @returns {Promise<string>} the folder
 */
export async function pages(mode = "production", isCompiled = false) {
  for (;;) {
    if (!existsSync(lock) && isCurrent(mode)) return build;
    mkdirSync(join(lock, ".."), { recursive: true });
    try {
      mkdirSync(lock);
    } catch {
      // Another process is building. A lock older than ten minutes is left from an aborted build.
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > 600_000) rmSync(lock, { recursive: true, force: true });
      await pause(250);
      continue;
    }
    // A failing build ends this process; its lock is released so that the next one need not wait.
    const release = () => rmSync(lock, { recursive: true, force: true });
    process.once("exit", release);
    try {
      if (isCurrent(mode)) return build;
      if (!isCompiled) compile();
      const made = digest(mode);
      const webpack = join(root, "node_modules/webpack/bin/webpack.js");
      await mustAll({
        "Add-in en werkbank bouwen in build/ / Building add-in and workbench": [webpack, "--mode", mode],
        "pa in één bestand / pa in one file": [webpack, "--config", join(root, "packages/cli/webpack.config.js")],
      });
      writeFileSync(stamp, made);
      return build;
    } finally {
      process.off("exit", release);
      release();
    }
  }
}
