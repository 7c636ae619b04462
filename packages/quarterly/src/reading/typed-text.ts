import { dayText, readDay } from "@prestatieafspraken/indicators";
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

/** A number as people see it: a day, a percentage, with its zeros in front, or as it is. */
export function shownNumber(value: number, isDate: boolean | undefined, format: string | null | undefined): string {
  if (isDate === true) {
    const day = readDay(value);
    return day === null ? quoted(value) : dayText(day).nl;
  }
  if (format == null) return quoted(value);
  if (format.includes("%")) return `${quoted(Number((value * 100).toPrecision(12)))}%`;
  return /^0{2,20}$/.test(format) && Number.isInteger(value) && value >= 0
    ? String(value).padStart(format.length, "0")
    : quoted(value);
}
