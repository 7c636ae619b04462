import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "../src/read.js";
import { rules } from "../src/rules/index.js";
import type { RuleExample } from "../src/rules/rule.js";
import { validate } from "../src/validate.js";
import { exampleWorkbook } from "./memory-workbook.js";
import { smallAgreement } from "./small-agreement.js";

/** A parameter that stands in no table, only in the examples that choose it. */
const found = async (id: string, example: RuleExample) => {
  const ret = await read(exampleWorkbook(example), { agreements: [smallAgreement] });
  return validate(ret, example.day === undefined ? {} : { day: example.day }).filter((issue) => issue.rule === id);
};

/** Rules about kinds of cells that no column of today's tables has; tested on the readers themselves. */
const withoutColumn = ["PA-115", "PA-133", "PA-139", "PA-142"];

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it.each(rule.examples.bad.map((example) => [example.name, example] as const))("finds: %s", async (_name, example) => {
    const issues = await found(id, example);
    expect(issues).toHaveLength(example.times ?? 1);
    const issue = issues[0]!;
    expect(issue.severity).toBe(rule.severity);
    if (example.says !== undefined) expect(`${issue.message.nl} ${issue.fix.nl}`).toContain(example.says);
    if (example.after !== undefined) expect(issue.replacement?.after).toBe(example.after);
    for (const sentence of [issue.message, issue.fix]) {
      for (const text of [sentence.nl, sentence.en]) {
        // Every {fact} was given, and the sentence ends like one.
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
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
    if (withoutColumn.includes(id)) return;
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });
});

describe("the list of rules", () => {
  it("holds every rule file once, each with its own number, which is also its file's", () => {
    const files = readdirSync(new URL("../src/rules", import.meta.url)).filter((name) => name.startsWith("pa-"));
    expect(rules.map(({ id }) => id.toLowerCase())).toEqual(files.sort().map((name) => name.slice(0, 6)));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
