import { expect, it } from "vitest";
import { cellText, isEmptyCell, sameCell, type CellValue } from "../src/index.js";

// Expected values: CONTEXT.md, "cell value" and "empty cell".
it.each<[CellValue | undefined, boolean]>([
  [null, true],
  [undefined, true],
  ["", true],
  ["  ", true],
  ["\u00a0\u200b\n", true],
  [0, false],
  [false, false],
  ["0", false],
  [" é ", false],
  ["-", false],
  [{ error: "#N/A" }, false],
])("%j is empty: %s", (value, empty) => expect(isEmptyCell(value)).toBe(empty));

it("the text of a cell is what it holds, spaces included; an error gives its code", () =>
  expect([null, undefined, " a ", 0, true, { error: "#N/A" }].map(cellText)).toEqual([
    "",
    "",
    " a ",
    "0",
    "true",
    "#N/A",
  ]));

it.each<[CellValue, CellValue, boolean]>([
  [null, "", true],
  [null, "  ", false],
  [null, 0, false],
  ["1", 1, false],
  ["true", true, false],
  [{ error: "#N/A" }, { error: "#N/A" }, true],
  [{ error: "#N/A" }, { error: "#REF!" }, false],
  [{ error: "#N/A" }, "#N/A", false],
  [{ error: "#N/A" }, null, false],
])("%j and %j have the same content: %s", (a, b, same) => {
  expect(sameCell(a, b)).toBe(same);
  expect(sameCell(b, a)).toBe(same);
});
