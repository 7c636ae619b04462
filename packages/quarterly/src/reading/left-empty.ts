import type { Field } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { isEmpty } from "./read-cell.js";

/**
 * True if every row must fill in this column. Rules of their own handle a home without a label and a commitment without a status.
 */
export const mustBeFilled = (table: ReturnTable, field: Field): boolean =>
  field.required === true &&
  table.has(field.header) &&
  !(field.type === "label" && table.definition.name === "PA_Woningen") &&
  !(field.header === "Status" && table.definition.name === "PA_Evaluatie");

/** True if the cell was left empty. "N.b." is not empty: it states that the figure is unknown. */
export function isLeftEmpty(table: ReturnTable, { header, type }: Field, index: number): boolean {
  if (table.value(header, index) !== null || table.reading(header, index).state !== "missing") return false;
  return type === "text" || isEmpty(table.typed(header, index));
}
