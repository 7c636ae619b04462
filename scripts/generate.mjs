// Writes every committed file that is made from others; --check only says which are stale.
// Each module in scripts/generate/ exports a default list of {file, make()}: `file` relative to the repository, `make` returns
// its text. A module that needs built packages imports them inside `make`, so that the others also work before a build.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "./prepare.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
/** Names of modules to run ("reference"); all unless given. */
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** These write sources of packages from data; what the others write is made by those packages, so they are compiled in between. */
const fromData = ["agreements.mjs", "reference.mjs"];

const folder = join(root, "scripts/generate");
const modules = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs") && (only.length === 0 || only.includes(name.replace(/\.mjs$/, ""))))
  .sort((a, b) => Number(fromData.includes(b)) - Number(fromData.includes(a)) || (a < b ? -1 : 1));

const current = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

const stale = [];
let failed = false;
let compiled = false;
for (const name of modules) {
  if (!compiled && !check && !fromData.includes(name) && stale.length > 0) {
    compile();
    compiled = true;
  }
  const { default: entries } = await import(pathToFileURL(join(folder, name)).href);
  for (const { file, make } of entries) {
    const path = join(root, file);
    try {
      const text = await make();
      if (current(path) === text) continue;
      stale.push(file);
      if (check) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`${file}`);
    } catch (error) {
      failed = true;
      console.error(`✗ ${file} (scripts/generate/${name}): ${error.message}`);
    }
  }
}
if (check && stale.length > 0) {
  console.error(
    `Verouderd / stale: ${stale.join(", ")}. Draai / run: node scripts/generate.mjs (na / after: npx tsc -b)`,
  );
  failed = true;
}
process.exit(failed ? 1 : 0);
