import { writtenNumber, type Language, type Text } from "@prestatieafspraken/indicators";
import { isEmptyCell, type CellValue } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

const kinds = words.checks.kind;

/** The type of a cell's content, because a number and the text '11.018' look the same. */
export function kindOf(value: CellValue): Text {
  if (isEmptyCell(value)) return kinds.empty;
  if (typeof value === "number") return kinds.number;
  if (typeof value === "boolean") return kinds.yesNo;
  return typeof value === "string" ? kinds.text : kinds.fault;
}

/** A cell value as displayed; quotes around a text make spaces at its ends visible. */
export function shownValue(value: CellValue, language: Language): string {
  if (isEmptyCell(value)) return kinds.empty[language];
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return (value ? words.yes : words.no)[language];
  if (typeof value === "number") return writtenNumber(language, value, { maximumFractionDigits: 10 });
  return `‘${value}’`;
}
