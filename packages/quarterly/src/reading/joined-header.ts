import { cellOf, cellText, isEmptyCell, type CellValue, type SheetColumns, type SheetTable } from "../workbook.js";
import { knownHeaders } from "./known-headers.js";

const joined = new WeakSet<SheetTable>();

/** True if the header of this block was joined from two rows. */
export const joinedWith = (sheetTable: SheetTable): true | null => (joined.has(sheetTable) ? true : null);

/** The first row; does not build all rows of a long block that is stored by column. */
function firstRow(sheetTable: SheetTable): readonly CellValue[] | undefined {
  const { columns, headers } = sheetTable;
  if (columns === undefined) return sheetTable.rows[0];
  return columns.length === 0 ? undefined : headers.map((_, index) => cellOf(columns, columns.column(index), 0));
}

const withoutFirst = (columns: SheetColumns): SheetColumns => ({
  textAt: (number) => columns.textAt(number),
  errorAt: (number) => columns.errorAt(number),
  length: columns.length - 1,
  column: (index) => {
    const { kinds, values } = columns.column(index);
    return { kinds: kinds.subarray(1), values: values.subarray(1) };
  },
});

/**
 * Joins a two-row header ("Aantal woningen" over "Sociale huur", "Koop", "Totaal") into one: a group header is not a field. In an
 * Excel table the second of them is its first row. Only if both rows together name more columns of a table than the first row does, and the second row holds only texts; otherwise the
 * block is returned unchanged.
 */
export function withJoinedHeader(sheetTable: SheetTable): SheetTable {
  const second = firstRow(sheetTable);
  if (!second) return sheetTable;
  if (!second.every((value) => isEmptyCell(value) || typeof value === "string")) return sheetTable;
  const texts = second.map(cellText);
  if (texts.filter((text) => text !== "").length < 2) return sheetTable;
  const headers = sheetTable.headers.map((header, column) => (texts[column] === "" ? header : texts[column]!));
  if (knownHeaders(headers) <= knownHeaders(sheetTable.headers)) return sheetTable;
  const { isDate, format, formula, uncalculated, linked, hiddenRows, struckRows, columns } = sheetTable;
  const up = (list: readonly number[] | undefined): readonly number[] =>
    (list ?? []).flatMap((row) => (row > 0 ? [row - 1] : []));
  const table: SheetTable = {
    ...sheetTable,
    headerRow: sheetTable.headerRow + 1,
    headers,
    rows: sheetTable.rows.slice(1),
    ...(columns && { columns: withoutFirst(columns) }),
    ...(isDate && { isDate: (row: number, column: number) => isDate(row + 1, column) }),
    ...(format && { format: (row: number, column: number) => format(row + 1, column) }),
    ...(formula && { formula: (row: number, column: number) => formula(row + 1, column) }),
    ...(uncalculated && { uncalculated: uncalculated.map(([row, column]) => [row - 1, column] as const) }),
    ...(linked && { linked: linked.map((link) => ({ ...link, row: link.row - 1 })) }),
    ...(hiddenRows && { hiddenRows: up(hiddenRows) }),
    ...(struckRows && { struckRows: up(struckRows) }),
    // Merged cells in the header are part of its layout.
    merged: (sheetTable.merged ?? []).filter((area) => Number(/\d+$/.exec(area)?.[0]) > sheetTable.headerRow + 1),
  };
  joined.add(table);
  return table;
}
