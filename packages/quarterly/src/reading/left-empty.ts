import type { Field } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { isEmpty } from "./read-cell.js";

/**
 * Must every row of the table say something in this column? A home without a label is counted as such, and a commitment without a
 * status is listed as such; rules of their own say so.
 */
export const mustBeFilled = (table: ReturnTable, field: Field): boolean =>
  field.required === true &&
  table.has(field.header) &&
  !(field.type === "label" && table.definition.name === "PA_Woningen") &&
  !(field.header === "Status" && table.definition.name === "PA_Evaluatie");

/** Was nothing filled in? "N.b." is something: who says that a figure is not known has said so. */
export function isLeftEmpty(table: ReturnTable, { header, type }: Field, index: number): boolean {
  if (table.value(header, index) !== null || table.reading(header, index).state !== "missing") return false;
  return type === "text" || isEmpty(table.typed(header, index));
}
