import { isEmptyCell } from "../workbook.js";
import type { Field } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { kept, mapPer } from "../kept.js";

/**
 * True if every row must fill in this column. Rules of their own handle a home without a label and a commitment without a status.
 */
export const mustBeFilled = (table: ReturnTable, field: Field): boolean =>
  field.required === true &&
  table.has(field.header) &&
  !(field.type === "label" && table.definition.name === "PA_Woningen") &&
  !(field.header === "Status" && table.definition.name === "PA_Evaluatie");

const withoutValue = mapPer<string, Int32Array>();

/** The rows without a usable value in a column, in order. Cached, because several rules ask this, and such rows are few. */
export const rowsWithoutValue = (table: ReturnTable, header: string): Int32Array =>
  kept(withoutValue(table), header, () => {
    const valueAt = table.valueAt(header);
    const rows = new Int32Array(table.length);
    let found = 0;
    for (let row = 0; row < table.length; row += 1) if (valueAt(row) === null) rows[found++] = row;
    return rows.slice(0, found);
  });

/** True if the cell was left empty. "N.b." is not empty: it states that the figure is unknown. */
export function isLeftEmpty(table: ReturnTable, { header, type }: Field, index: number): boolean {
  if (table.value(header, index) !== null || table.reading(header, index).state !== "missing") return false;
  return type === "text" || isEmptyCell(table.typed(header, index));
}
