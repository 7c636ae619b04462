#!/usr/bin/env node
import { readFileSync, statSync } from "node:fs";

const changed = (path) => statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * The bundle made by `npm run build`, which starts faster; the compiled packages if one of them is newer than the
 * bundle.
 */
function fastest() {
  const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const rooms = Object.keys(devDependencies).flatMap((name) => /^@prestatieafspraken\/(.+)/.exec(name)?.slice(1) ?? []);
  const compiled = ["cli", ...rooms].map((room) => changed(`../../${room}/dist/.tsbuildinfo`));
  return changed("../build/pa.mjs") > Math.max(...compiled) ? "../build/pa.mjs" : "../dist/process.js";
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  // Answers --version without loading anything.
  process.stdout.write(`${JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version}\n`);
} else {
  const { run } = await import(fastest());
  await run(words);
}
