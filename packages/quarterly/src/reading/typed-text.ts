import type { CellValue } from "../workbook.js";

/** Does the text differ from what it should be in more than case? Case is no difference, as in Excel itself. */
export const sameButCase = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

const dutchNumber = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 10, useGrouping: false });

/** A cell as it is quoted in a message, the way a Dutch sheet shows it. */
export function quoted(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return dutchNumber.format(value);
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
  return typeof value === "string" ? value : value.error;
}
