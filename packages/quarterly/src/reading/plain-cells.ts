import { dayOfDate } from "@prestatieafspraken/indicators";
import type { CellValue, SheetTable } from "../workbook.js";

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  (typeof value === "object" && "error" in value && typeof value.error === "string");

/**
 * Converts a value from a driver or program to a cell value: a Date to its date, a bigint to a number if exact and otherwise to
 * text, undefined to null. Anything else becomes text, so that a message can quote it.
 */
export function plainCell(value: unknown): CellValue {
  if (isPlain(value)) return value as CellValue;
  if (value === undefined) return null;
  if (value instanceof Date) return dayOfDate(value) ?? { error: "Invalid Date" };
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // Decimal objects of libraries give their number by valueOf.
  const primitive: unknown = typeof value === "object" && value !== null && "valueOf" in value ? value.valueOf() : null;
  return typeof primitive === "number" || typeof primitive === "string" || typeof primitive === "boolean"
    ? primitive
    : Object.prototype.toString.call(value);
}

/** Converts all cells of a table; returns the table itself if every cell is plain already. */
export function plainCells(table: SheetTable): SheetTable {
  // Columns only hold plain values.
  if (table.columns !== undefined) return table;
  return table.rows.every((row) => row.every(isPlain))
    ? table
    : { ...table, rows: table.rows.map((row) => Array.from(row, (value: unknown) => plainCell(value))) };
}
