import { cleaned, type Field, type TableDefinition } from "@prestatieafspraken/indicators";
import { cellKind, isEmptyCell, type CellValue } from "../workbook.js";
import type { PartyNames } from "./party-names.js";
import { readCell } from "./read-cell.js";
import type { TablePart } from "./part-cells.js";

/** More filled cells make a row that was not finished. */
const mostFilled = 3;

/** True for a text of several words, or one that announces something: "Let op: voorlopig", "* raming". */
const isSentence = (text: string): boolean => /\S\s+\S|:$|^[*†]/u.test(cleaned(text.slice(0, 200)));

interface CellsOfPart {
  readonly parties: PartyNames;
  readonly cellAt: (row: number, column: number) => CellValue;
  readonly isUncalculated: (row: number, column: number) => boolean;
  /** True if no cell of the column is empty, as far as is known without reading it row by row. */
  readonly isFilled: (column: number) => boolean;
}

/**
 * Returns a test for rows that hold a remark or a heading instead of figures ("let op: voorlopig", "Portaal" above its rows): a few
 * texts, none of which is a value of its column, and hardly any required cell filled. Gives the column of the first text.
 */
export function noteRows(
  definition: TableDefinition,
  { sheetTable, columns }: TablePart,
  { parties, cellAt, isUncalculated, isFilled }: CellsOfPart,
): (row: number) => number | null {
  const required = definition.fields.flatMap(({ header, required: must }) =>
    must === true ? (columns.get(header) ?? []) : [],
  );
  const fields = new Map<number, Field>();
  for (const field of definition.fields) {
    const column = columns.get(field.header);
    if (column !== undefined) fields.set(column, field);
  }
  if (required.length < 2 || required.filter(isFilled).length * 2 >= required.length) return () => null;
  // Nearly every row is told from a remark by one cell.
  const telling = required.at(-1)!;
  const kinds = sheetTable.columns?.column(telling).kinds;
  const isCandidate = (row: number): boolean => {
    if (kinds !== undefined) return kinds[row] === cellKind.none || kinds[row] === cellKind.text;
    const value = cellAt(row, telling);
    return value === null || typeof value === "string";
  };
  const isNote = (column: number, value: CellValue, isDate: boolean): boolean => {
    const field = fields.get(column);
    if (typeof value === "number" ? !isDate : typeof value !== "string") return false;
    if (field === undefined) return true;
    if (typeof value === "string" && (field.type === "text" || field.type === "id"))
      return field.required !== true || isSentence(value);
    const { reading, remark } = readCell(value, { field, parties }, { isDate });
    // A category that is not in the list is read as the one for all others; "NB" as unknown.
    return reading.state === "refused" || remark?.rule === "PA-138" || remark?.rule === "PA-123";
  };
  return (row) => {
    if (!isCandidate(row)) return null;
    // People explain a column right below its header: "(aantal)", "jjjj-Qk".
    const isFirst = row === 0;
    const filled = sheetTable.headers.flatMap((_, column) => {
      if (isUncalculated(row, column)) return [{ column, value: { error: "" } }];
      const value = cellAt(row, column);
      return isEmptyCell(value) ? [] : [{ column, value }];
    });
    const empty = required.filter((column) => isEmptyCell(cellAt(row, column))).length;
    const isMostlyEmpty = filled.length === 1 || (filled.length <= mostFilled && empty * 2 > required.length);
    if (!isFirst && !isMostlyEmpty) return null;
    const first = filled.find(({ value }) => typeof value === "string");
    if (first === undefined) return null;
    const isAll = filled.every(({ column, value }) => isNote(column, value, sheetTable.isDate?.(row, column) === true));
    return isAll ? first.column : null;
  };
}
