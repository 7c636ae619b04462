import { isEmptyCell } from "../workbook.js";
import type { Field } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";

/**
 * True if every row must fill in this column. Rules of their own handle a home without a label and a commitment without a status.
 */
export const mustBeFilled = (table: ReturnTable, field: Field): boolean =>
  field.required === true &&
  table.has(field.header) &&
  !(field.type === "label" && table.definition.name === "PA_Woningen") &&
  !(field.header === "Status" && table.definition.name === "PA_Evaluatie");

const withoutValue = new WeakMap<ReturnTable, Map<string, Int32Array>>();

/** The rows without a usable value in a column, in order. Cached, because several rules ask this, and such rows are few. */
export function rowsWithoutValue(table: ReturnTable, header: string): Int32Array {
  const known = withoutValue.get(table) ?? new Map<string, Int32Array>();
  withoutValue.set(table, known);
  let rows = known.get(header);
  if (rows) return rows;
  const valueAt = table.valueAt(header);
  rows = new Int32Array(table.length);
  let found = 0;
  for (let row = 0; row < table.length; row += 1) if (valueAt(row) === null) rows[found++] = row;
  rows = rows.slice(0, found);
  known.set(header, rows);
  return rows;
}

/** True if the cell was left empty. "N.b." is not empty: it states that the figure is unknown. */
export function isLeftEmpty(table: ReturnTable, { header, type }: Field, index: number): boolean {
  if (table.value(header, index) !== null || table.reading(header, index).state !== "missing") return false;
  return type === "text" || isEmptyCell(table.typed(header, index));
}
