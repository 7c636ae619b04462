import { dayText, writtenNumber, readDay } from "@prestatieafspraken/indicators";
import type { CellValue } from "../workbook.js";

/** True if two texts are equal, ignoring case like Excel. */
export const sameButCase = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

/** Formats a cell for a message, as a Dutch sheet shows it. */
export function quoted(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return writtenNumber("nl", value, { maximumFractionDigits: 10, useGrouping: false });
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
  return typeof value === "string" ? value : value.error;
}

/** Formats a number as displayed: as a date, a percentage, with leading zeros, or plain. */
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
