import { expect, it } from "vitest";
import { typed } from "../../addin/workbench/plain-tables.js";

it.each([
  // In Dutch a point separates thousands and a comma the decimals; in English the reverse.
  ["11.018", "nl", 11018],
  ["1.234.567,5", "nl", 1234567.5],
  ["12,5", "nl", 12.5],
  ["-3", "nl", -3],
  ["12.5", "nl", "12.5"],
  ["11,018", "en", 11018],
  ["12.5", "en", 12.5],
  ["12,5", "en", "12,5"],
  // A text with a leading zero is a code, not an amount.
  ["0123", "nl", "0123"],
  ["31-2-2026", "nl", "31-2-2026"],
  ["  ", "nl", null],
] as const)("takes %j typed in %s as %j", (text, language, value) => {
  expect(typed(text, language)).toEqual({ value });
});

it("reads a date as a date", () => {
  // 30-9-2026 is 46295 days after 30-12-1899.
  expect(typed("30-9-2026", "nl")).toEqual({ value: 46295, format: "dd-mm-yyyy" });
});
