// The reference is complete and current: a page for everything, and every page is what the definitions say now.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { agreements, limits } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { rules, tables } from "@prestatieafspraken/quarterly";
import { evaluateFormula } from "@prestatieafspraken/spreadsheet";
import { anchorsOf, root, textOf } from "./markdown-files.js";

const folder = "docs/reference";
const pagesIn = (name: string, extension: string): string[] =>
  readdirSync(join(root, folder, name))
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();

describe.each([
  ["functions", functions.map(({ id }) => id)],
  ["rules", rules.map(({ id }) => id)],
  ["tables", tables.map(({ name }) => name)],
])("%s", (kind, ids) => {
  it("has a page for each, and none for what is gone", () => {
    expect(pagesIn(kind, ".md")).toEqual([...ids].sort());
    expect(pagesIn(`html/${kind}`, ".html")).toEqual([...ids].sort());
  });
  it("stands in the list", () => {
    const list = textOf(`${folder}/README.md`);
    for (const id of ids) expect(list).toContain(`(${kind}/${id}.md)`);
  });
});

it("every norm and every limit has its place", () => {
  const anchors = anchorsOf(`${folder}/norms.md`);
  for (const { norms } of agreements) for (const { id } of norms) expect(anchors).toContain(id.toLowerCase());
  for (const { id } of limits) expect(anchors).toContain(id);
});

const dutch = ["Gebruik", "Argumenten", "Resultaat", "Fouten", "Definitie", "Bron", "Uitgewerkt voorbeeld"];
const english = ["Usage", "Arguments", "Result", "Errors", "Definition", "Source", "Worked example"];

it.each(functions.map(({ id }) => id))("the page of %s has its fixed headings, in both languages", (id) => {
  const text = textOf(`${folder}/functions/${id}.md`);
  const headings = [...text.matchAll(/^###? (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([
    ...dutch,
    `English: PA.${id}: ${functions.find((f) => f.id === id)!.title.en}`,
    ...english,
  ]);
  expect(text).not.toMatch(/undefined|\[object|NaN/);
});

/** Worked examples as printed: the formula in Dutch and in English, the day, and the answer below it. */
const printed = functions.flatMap(({ id }) => {
  const text = textOf(`${folder}/functions/${id}.md`);
  const [worked] = text.slice(text.indexOf("## Uitgewerkt voorbeeld")).split("\n---");
  const found = /^`(=.+?)`(?: of `(=.+?)`)?(?: \(beoordeeld op (\S+)\))?\n\n\*\*(.+)\*\*$/m.exec(worked ?? "");
  return found ? [[id, [found[1]!, found[2] ?? found[1]!], found[3], found[4]!] as const] : [];
});

it("most functions have an example that can be typed over", () => {
  expect(printed.length).toBeGreaterThan(15);
});

it.each(printed)(
  "the printed example of %s, typed over in either style, gives the printed answer",
  async (_id, typed, day, shown) => {
    for (const formula of typed) {
      const answer = await evaluateFormula(formula, { language: "nl", ...(day !== undefined && { day }) });
      expect(answer.error, formula).toBeNull();
      expect(answer.display, formula).toBe(shown.replaceAll("\\", ""));
    }
  },
);
