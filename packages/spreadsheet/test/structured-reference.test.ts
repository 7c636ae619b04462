import { expect, test } from "vitest";
import { expandStructured, type ReferencedTable } from "../src/structured-reference.js";

const table: ReferencedTable = {
  name: "Projecten",
  sheet: "Blad 1",
  top: 2,
  left: 2,
  bottom: 6,
  right: 4,
  columns: ["Naam", "Sociale huur", "Totaal [#]"],
  hasHeader: true,
  hasTotals: true,
};
const tables = new Map([["projecten", table]]);
const expand = (formula: string, sheet = "Blad 1", row = 4) => expandStructured(formula, { sheet, row }, tables);

// By hand: header on row 2, data on rows 3-5, totals on row 6; columns B, C, D.
test.each([
  ["=SUM(Projecten[Sociale huur])", "=SUM(C3:C5)"],
  ["=SUM(projecten[[Naam]:[Sociale huur]])", "=SUM(B3:C5)"],
  ["=ROWS(Projecten[])", "=ROWS(B3:D5)"],
  ["=ROWS(Projecten[#All])", "=ROWS(B2:D6)"],
  ["=Projecten[[#Headers],[Naam]]", "=B2"],
  ["=Projecten[[#Totals],[Sociale huur]]", "=C6"],
  ["=ROWS(Projecten[[#Headers],[#Data],[Naam]])", "=ROWS(B2:B5)"],
  ["=[@[Sociale huur]]/Projecten[[#This Row],[Totaal '['#']]]", "=C4/D4"],
  ["=Projecten[@Naam]", "=B4"],
  ["=Projecten[Weg]", "=#REF!"],
  ['="Projecten[Naam]"&Projecten[@Naam]', '="Projecten[Naam]"&B4'],
])("%s", (formula, cells) => expect(expand(formula)).toBe(cells));

test("a reference from another sheet names the sheet", () =>
  expect(expand("=SUM(Projecten[Sociale huur])", "Ander")).toBe("=SUM('Blad 1'!C3:C5)"));
test("this row outside the table becomes #REF!", () => expect(expand("=Projecten[@Naam]", "Ander", 40)).toBe("=#REF!"));
test("an unknown table cannot be calculated", () => expect(expand("=SUM(Onbekend[A])")).toBeNull());
