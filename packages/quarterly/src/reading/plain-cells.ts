import type { CellValue, SheetTable } from "../workbook.js";

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  (typeof value === "object" && "error" in value && typeof value.error === "string");

/** A day as text; at world midnight as JSON has it, else as the clock on the wall says, as drivers hand over a date. */
function dayOf(date: Date): CellValue {
  if (Number.isNaN(date.getTime())) return { error: "Invalid Date" };
  const two = (n: number): string => String(n).padStart(2, "0");
  const isWorldMidnight = date.getTime() % 86_400_000 === 0;
  return isWorldMidnight
    ? date.toISOString().slice(0, 10)
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * A value as drivers and programs hand it over, as a cell holds it: a Date is a day, a bigint a number where that is exact and its
 * digits otherwise, what is not there is null. Anything else keeps its text, so that a message can say what stood there.
 */
export function plainCell(value: unknown): CellValue {
  if (isPlain(value)) return value as CellValue;
  if (value === undefined) return null;
  if (value instanceof Date) return dayOf(value);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // Decimals of a library say what they are by valueOf.
  const primitive: unknown = typeof value === "object" && value !== null && "valueOf" in value ? value.valueOf() : null;
  return typeof primitive === "number" || typeof primitive === "string" || typeof primitive === "boolean"
    ? primitive
    : Object.prototype.toString.call(value);
}

/** The table itself where every cell is plain, which costs one look at each; else the same with plain cells. */
export function plainCells(table: SheetTable): SheetTable {
  // Columns hold nothing else.
  if (table.columns !== undefined) return table;
  return table.rows.every((row) => row.every(isPlain))
    ? table
    : { ...table, rows: table.rows.map((row) => Array.from(row, (value: unknown) => plainCell(value))) };
}
