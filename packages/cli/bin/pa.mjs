#!/usr/bin/env node
import { readFileSync, statSync } from "node:fs";

const changed = (path) => statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** `npm run build` makes one file of all rooms, which starts faster; not to be used once a room was compiled after it. */
function fastest() {
  const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const rooms = Object.keys(devDependencies).flatMap((name) => /^@prestatieafspraken\/(.+)/.exec(name)?.slice(1) ?? []);
  const compiled = ["cli", ...rooms].map((room) => changed(`../../${room}/dist/.tsbuildinfo`));
  return changed("../build/pa.mjs") > Math.max(...compiled) ? "../build/pa.mjs" : "../dist/process.js";
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  // Nothing is loaded to say this.
  process.stdout.write(`${JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version}\n`);
} else {
  const { run } = await import(fastest());
  await run(words);
}
