import type { Field, TableDefinition } from "@prestatieafspraken/indicators";
import { isEmptyCell, type CellValue } from "../workbook.js";
import type { PartyNames } from "./party-names.js";
import { readCell } from "./read-cell.js";
import type { TablePart } from "./part-cells.js";
import { isSubtotalText } from "./subtotal.js";

/** What stands below an Excel table. */
export interface RowsBelow {
  /** The rows that belong to the table by what they hold; null if there are none. */
  readonly rows: TablePart | null;
  /** Sheet rows with figures that cannot be read as a row: an unfinished one, one in the wrong columns, or another list. */
  readonly unread: readonly number[];
}

/**
 * Sorts the rows below an Excel table. A row belongs to it if the required columns read and its key is filled in, but for the
 * quarter, which people leave out after the first row. Otherwise it is a total, a source, a signature or another list.
 */
export function rowsBelow(definition: TableDefinition, part: TablePart, parties: PartyNames): RowsBelow {
  const { sheetTable, columns } = part;
  const { below, headerRow } = sheetTable;
  if (!below) return { rows: null, unread: [] };
  const shift = below.firstRow - headerRow - 1;
  const placed = definition.fields.flatMap((field) => {
    const column = columns.get(field.header);
    return column === undefined ? [] : [{ field, column }];
  });
  const required = placed.filter(({ field }) => field.required === true);
  const keys = placed.filter(({ field }) => definition.key.includes(field.header));
  const needed = Math.max(2, Math.ceil(required.length / 2));
  const isDay = (i: number, column: number): boolean => sheetTable.isDate?.(i + shift, column) === true;
  const reads = (row: readonly CellValue[], i: number, field: Field, column: number): boolean => {
    const value = row[column] ?? null;
    if (isEmptyCell(value)) return false;
    const { reading } = readCell(value, { field, parties }, { isDate: isDay(i, column) });
    return reading.state !== "refused";
  };
  const isRow = (row: readonly CellValue[], i: number): boolean =>
    required.filter(({ field, column }) => reads(row, i, field, column)).length >= needed &&
    keys.every(({ field, column }) => field.type === "quarter" || !isEmptyCell(row[column] ?? null));
  const isUnread = (row: readonly CellValue[], i: number): boolean =>
    row.filter((value) => !isEmptyCell(value)).length > 1 &&
    !row.some(isSubtotalText) &&
    placed.some(
      ({ column }) =>
        typeof row[column] === "number" &&
        !isDay(i, column) &&
        // What a formula gives adds up or repeats other cells.
        (sheetTable.formula?.(i + shift, column) ?? null) === null,
    );
  const own = below.rows.map(isRow);
  const unread = below.rows.flatMap((row, i) => (!own[i]! && isUnread(row, i) ? [below.firstRow + i] : []));
  if (!own.includes(true)) return { rows: null, unread };
  const { isDate, format, formula } = sheetTable;
  return {
    unread,
    rows: {
      columns,
      outside: sheetTable,
      sheetTable: {
        name: sheetTable.name,
        sheet: sheetTable.sheet,
        headerRow: below.firstRow - 1,
        firstColumn: sheetTable.firstColumn,
        headers: sheetTable.headers,
        // A remark below the table is not a row.
        rows: below.rows.map((row, i) => (own[i]! ? row : row.map(() => null))),
        ...(isDate && { isDate: (row: number, column: number) => isDate(row + shift, column) }),
        ...(format && { format: (row: number, column: number) => format(row + shift, column) }),
        ...(formula && { formula: (row: number, column: number) => formula(row + shift, column) }),
      },
    },
  };
}
