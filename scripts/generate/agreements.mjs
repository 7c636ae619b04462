// Writes the agreements, limits and schemas of packages/agreements as a TypeScript module, so that Node, browsers and
// webpack read the same data without a file system. The JSON files are the only source.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { agreementFile, limitSeries } from "./reference.mjs";

const room = fileURLToPath(new URL("../../packages/agreements/", import.meta.url));

/** All .json files below a folder of the package, in a fixed order. */
async function jsonFiles(folder) {
  const entries = await readdir(join(room, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => relative(room, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"));
  return Promise.all(
    paths.sort().map(async (path) => {
      const { $schema, ...content } = JSON.parse(await readFile(join(room, path), "utf8"));
      return { path, content: path.startsWith("schema/") ? { $schema, ...content } : content };
    }),
  );
}

const list = (name, type, files) =>
  `export const ${name}: readonly ${type}[] = [\n${files.map(({ path, content }) => `  // ${path}\n  ${JSON.stringify(content)},\n`).join("")}];\n`;

const make = async () => {
  const data = await jsonFiles("data");
  const schemas = await jsonFiles("schema");
  const isLaw = ({ path }) => path.startsWith("data/law/");
  const isParameters = ({ path }) => path === "data/parameters.json";
  const isFirst = ({ path }) => path === `data/${agreementFile}`;
  return [
    "// Generated from packages/agreements/data and packages/agreements/schema by scripts/generate/agreements.mjs. Do not edit.\n",
    'import type { LimitSeries, Parameter } from "@prestatieafspraken/indicators";\n\n',
    list(
      "agreementFiles",
      "unknown",
      // The first agreement is the default, so it must not change when a municipality with an earlier name is added.
      data
        .filter((file) => !isLaw(file) && !isParameters(file))
        .sort((a, b) => Number(isFirst(b)) - Number(isFirst(a))),
    ),
    "\n",
    `export const limits: readonly LimitSeries[] = ${JSON.stringify(limitSeries())};\n`,
    `\nexport const productParameters: readonly Parameter[] = ${JSON.stringify(data.find(isParameters).content.parameters)};\n`,
    ...schemas.map(({ path, content }) => {
      const name = path.split("/").at(-1).split(".")[0];
      return `\n// ${path}\nexport const ${name}Schema: Readonly<Record<string, unknown>> = ${JSON.stringify(content)};\n`;
    }),
  ].join("");
};

/**
 * Compiles the schemas to plain code: the content security policy of the pane in Excel forbids compiling them at run
 * time, and it takes time.
 */
const makeValidators = async () => {
  const schemas = (await jsonFiles("schema")).map(({ content }) => content);
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    formats: { date: () => true },
    schemas,
    code: { source: true, esm: true, formats: _`formats` },
  });
  const names = Object.fromEntries(schemas.map(({ $id }) => [$id.split(".")[0], $id]));
  const code = standalone
    .default(ajv, names)
    .replace('"use strict";', "")
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', "signsIn");
  return [
    "// Generated from packages/agreements/schema by scripts/generate/agreements.mjs. Do not edit.",
    "// @ts-nocheck",
    'import { dayExists } from "./day-exists.js";',
    "const formats = { date: dayExists };",
    "const signsIn = (text) => Array.from(text).length;",
    code,
    "",
  ].join("\n");
};

export default [
  { file: "packages/agreements/src/data.generated.ts", make },
  { file: "packages/agreements/src/validators.generated.ts", make: makeValidators },
];
