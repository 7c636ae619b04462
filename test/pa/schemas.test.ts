// The JSON output of `pa` matches the schemas it names, which are published with it; validated by ajv.
import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { ownFolder, pa, template } from "./pa.js";

const file = ownFolder();
const at = (name: string): URL => new URL(`../../packages/cli/schema/${name}.schema.json`, import.meta.url);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const kept = (name: string, json: string): unknown => {
  const validate =
    ajv.getSchema(`${name}.schema.json`) ?? ajv.compile(JSON.parse(readFileSync(at(name), "utf8")) as object);
  const content: unknown = JSON.parse(json);
  for (const one of [content].flat())
    expect((one as { $schema: string }).$schema).toMatch(new RegExp(`/schema/${name}\\.schema\\.json$`));
  validate(content);
  return validate.errors;
};

beforeAll(async () => {
  await template(file("sample.xlsx"), "--sample");
  await template(file("empty.xlsx"));
});

describe("JSON with a schema", () => {
  it.each([
    ["check", ["check", "sample.xlsx", "--json"]],
    ["check", ["check", "empty.xlsx", "--json", "--lang", "en"]],
    ["check", ["check", "sample.xlsx", "empty.xlsx", "--json"]],
    ["report", ["report", "sample.xlsx", "--json"]],
    ["report", ["report", "empty.xlsx", "--json", "--lang", "en"]],
    ["report", ["report", "sample.xlsx", "--json", "--party", "Portaal"]],
    ["eval", ["eval", "=PA.SOCIALSHARE(55;660)", "--json"]],
    ["eval", ["eval", "=PA.SOCIALSHARE(660;55)", "--json"]],
    ["eval", ["eval", '=PA.QUARTER("Q3 2026")', "--json"]],
    ["eval", ["eval", "=PA.REPORT()", "sample.xlsx", "--json"]],
  ])("%s: pa %j", async (name, words) => {
    const { out } = await pa(...words.map((word) => (word.endsWith(".xlsx") ? file(word) : word)));
    expect(kept(name, out)).toBeNull();
  });

  it("a schema refuses another shape", () => {
    const none = JSON.stringify({ $schema: "x/schema/report.schema.json", results: [{ value: 1, exact: null }] });
    expect(kept("report", none)).not.toBeNull();
    for (const name of ["check", "report", "eval"]) expect(existsSync(at(name))).toBe(true);
  });
});
