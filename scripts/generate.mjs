// Writes the generated files, none of which is in git.
// Each module in scripts/generate/ exports a default list of {file, make()}: `file` is relative to the repository,
// `make` returns its text. A module that needs compiled packages imports them inside `make`.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Names of the modules to run ("reference"). */
const asked = process.argv.slice(2);
const folder = join(root, "scripts/generate");
const known = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => name.replace(/\.mjs$/, ""));
const unknown = asked.filter((name) => !known.includes(name));
if (asked.length === 0 || unknown.length > 0) {
  console.error(
    `Kies uit / choose from: ${known.join(", ")}. Alles in de goede volgorde / all in order: npm run compile`,
  );
  process.exit(2);
}

const current = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

for (const name of asked) {
  const { default: entries } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  for (const { file, make } of entries) {
    const path = join(root, file);
    const text = await make();
    // An unchanged file keeps its time stamp, so that nothing is recompiled for it.
    if (current(path) === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
