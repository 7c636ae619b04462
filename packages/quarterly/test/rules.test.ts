import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FieldType } from "@prestatieafspraken/indicators";
import { read } from "../src/read.js";
import { partyNames } from "../src/reading/party-names.js";
import { readCell } from "../src/reading/read-cell.js";
import { rules } from "../src/rules/index.js";
import type { RuleExample } from "../src/rules/rule.js";
import { tables } from "@prestatieafspraken/indicators";
import { validate } from "../src/validate.js";
import type { CellValue } from "../src/workbook.js";
import { exampleWorkbook } from "./memory-workbook.js";
import { smallAgreement } from "./small-agreement.js";

/** A parameter that occurs only in the examples that choose it. */
const found = async (id: string, example: RuleExample) => {
  const ret = await read(exampleWorkbook(example), { agreements: [smallAgreement] });
  return validate(ret, example.day === undefined ? {} : { day: example.day }).filter((issue) => issue.rule === id);
};

const parties = partyNames(smallAgreement);
/** The rule of the remark on a cell in a column of this type. */
const saidAbout = (type: FieldType, cell: CellValue): string | undefined => {
  const text = { nl: "X", en: "X" };
  return readCell(cell, { field: { header: "X", type, label: text, help: text }, parties }).remark?.rule;
};

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it.each(rule.examples.bad.map((example) => [example.name, example] as const))("finds: %s", async (_name, example) => {
    const issues = await found(id, example);
    expect(issues).toHaveLength(example.times ?? 1);
    const issue = issues[0]!;
    expect(issue.severity).toBe(rule.severity);
    if (example.says !== undefined)
      expect(`${issue.message.nl} ${issue.fix.nl}`.toLowerCase()).toContain(example.says.toLowerCase());
    if (example.after !== undefined) expect(issue.replacement?.after).toBe(example.after);
    if (example.fixes !== undefined) expect(issue.fixes?.map(({ label }) => label.nl) ?? []).toEqual(example.fixes);
    for (const sentence of [issue.message, issue.fix]) {
      for (const text of [sentence.nl, sentence.en]) {
        // Every {fact} is filled in, and the sentence has an end mark.
        expect(text).not.toMatch(/[{}]|\b(?:undefined|null|NaN)\b/);
        expect(text).toMatch(/[.?]$/);
      }
    }
  });

  it.each(rule.examples.good.map((example) => [example.name, example] as const))(
    "lets pass: %s",
    async (_name, example) => {
      expect(await found(id, example)).toEqual([]);
    },
  );

  it("has an example on both sides", () => {
    const { good, bad, cells } = rule.examples;
    expect(bad.length + (cells?.bad.length ?? 0)).toBeGreaterThan(0);
    expect(good.length + (cells?.good.length ?? 0)).toBeGreaterThan(0);
  });

  const { cells } = rule.examples;
  if (cells) {
    it("has single cells as examples only because no table has a column of the kind", () => {
      expect(tables.flatMap(({ fields }) => fields).filter(({ type }) => type === cells.type)).toEqual([]);
    });
    it.each(cells.bad)("finds the cell %j", (cell) => expect(saidAbout(cells.type, cell)).toBe(id));
    it.each(cells.good)("lets the cell %j pass", (cell) => expect(saidAbout(cells.type, cell)).not.toBe(id));
  }
});

describe("the list of rules", () => {
  it("holds every rule file once, each with its own number, which is also its file's", () => {
    const files = readdirSync(new URL("../src/rules", import.meta.url)).filter((name) => name.startsWith("pa-"));
    expect(rules.map(({ id }) => id.toLowerCase())).toEqual(files.sort().map((name) => name.slice(0, 6)));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
