// The documentation uses the labels on screen: a bold term that is not a sentence occurs in the product's texts.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { handWritten, root, textOf } from "./markdown-files.js";

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => textOf(join(folder, name)));

const onScreen = [
  ...["addin/taskpane", "addin/workbench", "addin/excel"].flatMap(below),
  textOf("manifest.xml"),
  // Names of settings in PA_Instellingen.
  // Columns of the workbook in which an agreement is written.
  textOf("packages/agreements/src/workbook/sheets.ts"),
  textOf("packages/quarterly/src/reading/read-settings.ts"),
].join("\n");

/** Bold for another reason. */
const emphasis = ["WebView2", "Niet via de Marketplace", "PA_Woningen", "PA_Studenten", "Vrije tekst"];

const labelsOf = (path: string): string[] =>
  [
    ...textOf(path)
      .replaceAll(/\s+/g, " ")
      .matchAll(/\*\*([^*]+)\*\*/g),
  ]
    .map(([, label]) => label!)
    // Sentences and paragraph headings end with punctuation.
    .filter((label) => !/[.?:]$/.test(label) && !emphasis.includes(label));

const pages = handWritten.filter((path) => /^docs\/manual\//.test(path));

it.each(pages)("%s uses the product's labels", (path) => {
  expect(labelsOf(path).filter((label) => !onScreen.includes(label))).toEqual([]);
});

it("there are such labels, and a wrong one is noticed", () => {
  expect(pages.flatMap(labelsOf).length).toBeGreaterThan(40);
  expect(onScreen).not.toContain("Kwartaal nakijken");
});
