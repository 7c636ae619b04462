/**
 * Returns as people and programs write them, read in Excel and in the grid: the same findings as from the file, so that
 * every rule of reading holds in each of them.
 */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, validate, type TableSource } from "@prestatieafspraken/quarterly";
import { openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
import { GridWorkbook } from "../../addin/workbench/grid-workbook.js";
import { excelHere } from "../excel/excel-here.js";
import { openInModel } from "../excel/open-in-model.js";
import { storedAnswers } from "../../addin/workbench/stored-answers.js";

const day = "2026-11-23";
const folder = new URL("../cases/returns/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const opened = new Map<string, XlsxWorkbook>();
/** A file, opened once. */
function file(name: string): XlsxWorkbook {
  const known = opened.get(name) ?? openXlsx(bytesOf(name));
  opened.set(name, known);
  return known;
}

const excel = excelHere();
async function inExcel(name: string): Promise<TableSource> {
  await openInModel(excel().host.workbook, file(name));
  return new ExcelWorkbook();
}
// Live answers stand on the dashboard, where no rule of reading looks; grid.test.ts has the findings beside them.
const inGrid = (name: string): Promise<TableSource> =>
  GridWorkbook.open(storedAnswers(bytesOf(name)), { agreements, language: "nl", day });

async function findings(source: TableSource): Promise<string[]> {
  const issues = validate(await read(source, { agreements }), { day });
  return issues.map(({ rule, severity, sheet, cell, message }) => `${rule} ${severity} ${sheet}!${cell} ${message.nl}`);
}

const uncalculated = "bugs-07b-formula-no-cache-Q3.xlsx";
const linked = "bugs-23-linked-data-type-gemeente.xlsx";
const found = new Map<string, Promise<string[]>>();
/** The findings of a file itself, looked for once. */
function inFile(name: string): Promise<string[]> {
  const known = found.get(name) ?? findings(file(name));
  found.set(name, known);
  return known;
}

describe.each([
  // Excel has calculated a formula before anyone reads it, and hands over a linked data type as an error.
  ["Excel", inExcel, [uncalculated, linked]],
  // The grid calculates formulas without a stored result.
  ["the grid", inGrid, [uncalculated]],
] as const)("in %s", (_name, open, differing) => {
  it.each(files.filter((name) => !(differing as readonly string[]).includes(name)))(
    "%s has the findings of the file",
    async (name) => {
      expect(await findings(await open(name))).toEqual(await inFile(name));
    },
  );
});

it("a formula without a stored result is calculated by the grid, and named in the file", async () => {
  const about = (found: readonly string[]): string[] => found.filter((said) => said.includes("Toewijzingen!D44"));
  expect(about(await inFile(uncalculated))).toEqual([expect.stringMatching(/^PA-145 error/)]);
  expect(about(await findings(await inGrid(uncalculated)))).toEqual([]);
});

it("a linked data type is an error at its cell in Excel too", async () => {
  const found = await findings(await inExcel(linked));
  expect(found.filter((said) => said.includes("Instellingen!B6"))).toEqual([
    expect.stringMatching(/^PA-132 error .*#VALUE!/),
  ]);
});
