// Held to the schema of Excel's manifest. The same functions in JSDoc through Microsoft's custom-functions-metadata 2.2.3
// (27 November 2026) give the same file but for what that leaves out as default: type "any" and dimensionality "scalar".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { functions, metadata, streams } from "../src/index.js";

const manifest = createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json");
const schema = JSON.parse(
  readFileSync(manifest.replace("package.json", "build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json"), "utf8"),
) as { definitions: object };

/** Validates against Excel's manifest schema, the part about custom functions. */
function check(definition: string, value: unknown): void {
  const ajv = new Ajv({ strict: false, unicodeRegExp: true, validateFormats: false });
  const valid = ajv.validate({ definitions: schema.definitions, $ref: `#/definitions/${definition}` }, value);
  expect([valid, ajv.errors]).toEqual([true, null]);
}

test.each(["nl", "en"] as const)("Excel accepts the metadata (%s)", (language) => {
  const { functions: described, enums } = metadata(language);
  for (const one of described) check("extensionFunction", one);
  for (const one of enums) check("enum", one);
  const known = new Set(enums.map(({ id }) => id));
  for (const { parameters } of described)
    for (const { customEnumId } of parameters) if (customEnumId !== undefined) expect(known).toContain(customEnumId);
});

test("an argument with a list of texts is a string, as Microsoft's generator writes it; others are converted by nobody", () => {
  const all = metadata("nl").functions.flatMap(({ parameters }) => parameters);
  const types = (listed: boolean) =>
    new Set(all.filter(({ customEnumId }) => (customEnumId !== undefined) === listed).map(({ type }) => type));
  expect([...types(true)]).toEqual(["string"]);
  expect([...types(false)]).toEqual(["any"]);
});

test("names, order and options are the same in both languages; only what people read differs", () => {
  const bare = (language: "nl" | "en") =>
    JSON.parse(
      JSON.stringify(metadata(language), (key, value: unknown) =>
        ["description", "tooltip", "helpUrl"].includes(key) ? "" : value,
      ),
    ) as unknown;
  expect(bare("nl")).toEqual(bare("en"));
  for (const [i, { id, description }] of metadata("nl").functions.entries()) {
    expect([id, description]).not.toEqual([id, metadata("en").functions[i]!.description]);
  }
});

test("streaming is what follows the workbook, a matrix is what spills, and required arguments come first", () => {
  for (const [i, one] of metadata("nl").functions.entries()) {
    const described = functions[i]!;
    expect(one.options?.stream ?? false).toBe(streams(described));
    expect(one.result.dimensionality === "matrix").toBe(described.spills);
    const optional = one.parameters.map((parameter) => parameter.optional ?? false);
    expect([one.id, optional]).toEqual([one.id, [...optional].sort()]);
  }
});

test("help stands where the product stands", () => {
  expect(metadata("nl", { base: "https://pa.example.nl" }).functions[0]!.helpUrl).toMatch(
    /^https:\/\/pa\.example\.nl\/help\/nl\/functions\/[A-Z]+\.html$/,
  );
});
