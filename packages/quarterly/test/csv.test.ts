// No text of a workbook becomes a formula in the CSV. OWASP (CSV injection): a cell is dangerous if it starts with = + - @, tab
// or return, also after white space.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "../src/index.js";

/** Parses the cells of a CSV by RFC 4180. */
function cellsOf(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\r\n]*)(${separator}|\r\n|$)`, "y");
  const text = csv.replace(/^\uFEFF/, "");
  while (cell.lastIndex < text.length) {
    const [, value = "", end = ""] = cell.exec(text) ?? [];
    rows.at(-1)!.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const live = (cell: string): boolean => /^\s*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d[\d.,]*\s?%?$/.test(cell.trim());
const dangerous = fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n '\",;1%|!a".split("")), maxLength: 8 });

describe("a CSV", () => {
  it.each([
    "=1+cmd|' /C calc'!A0",
    "=2+5",
    "-2+3+cmd",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "  =1+1",
    "+31612345678-9",
    "\n=1",
    "＝1+1",
  ])("disarms %j", (text) => {
    expect(cellsOf(csvText([[text]], "nl"), ";")).toEqual([[`'${text}`]]);
  });

  it.each(["-5", "+1,5", "-12,5%", "8.3", "Aandeel = 5"])("leaves %j as it is", (text) => {
    expect(cellsOf(csvText([[text]], "nl"), ";")).toEqual([[text]]);
  });

  it("has no live cell, whatever stands in it, and comes back cell by cell", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dangerous, dangerous), { minLength: 1 }), (rows) => {
        for (const [language, separator] of [
          ["nl", ";"],
          ["en", ","],
        ] as const) {
          const back = cellsOf(csvText(rows, language), separator);
          expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r])/, "")))).toEqual(
            rows.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r])/, ""))),
          );
          expect(back.flat().filter(live)).toEqual([]);
        }
      }),
    );
  });

  it("writes numbers as the language reads them", () => {
    expect(csvText([[-0.5, 1200, null]], "nl")).toBe("\uFEFF-0,5;1200;\r\n");
    expect(csvText([[-0.5, 1200, null]], "en")).toBe("\uFEFF-0.5,1200,\r\n");
  });
});
