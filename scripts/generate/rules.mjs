// Writes the list of all rules, by number: each rule is one file in packages/quarterly/src/rules.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const room = fileURLToPath(new URL("../../packages/quarterly/src/rules/", import.meta.url));

const make = async () => {
  const files = (await readdir(room)).filter((name) => /^pa-\d{3}-.*\.ts$/.test(name)).sort();
  const rules = await Promise.all(
    files.map(async (file) => {
      const found = /^export const (\w+) = defineRule\(/m.exec(await readFile(join(room, file), "utf8"));
      if (found === null) throw new Error(`${file} exports no rule: write "export const ... = defineRule({ ... })".`);
      return { file, name: found[1] };
    }),
  );
  return [
    "// Generated from the files in this folder by scripts/generate/rules.mjs. Do not edit.\n",
    ...rules.map(({ file, name }) => `import { ${name} } from "./${file.replace(/\.ts$/, ".js")}";\n`),
    'import type { Rule } from "./rule.js";\n\n',
    `export const all: readonly Rule[] = [\n${rules.map(({ name }) => `  ${name},\n`).join("")}];\n`,
  ].join("");
};

export default [{ file: "packages/quarterly/src/rules/all.generated.ts", make }];
