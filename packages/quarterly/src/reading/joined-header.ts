import { cellText, isEmptyCell, type SheetTable } from "../workbook.js";
import { knownHeaders } from "./known-headers.js";

const joined = new WeakSet<SheetTable>();

/** Was the header of this block put together of two rows? */
export const joinedWith = (sheetTable: SheetTable): true | null => (joined.has(sheetTable) ? true : null);

/**
 * A block whose header takes two rows ("Aantal woningen" over "Sociale huur", "Koop", "Totaal"), with its header in one: a group
 * header is no field. Only where both rows together name more columns of one of the tables than the first does, and the second row
 * holds nothing but texts; any other block comes back as it is.
 */
export function withJoinedHeader(sheetTable: SheetTable): SheetTable {
  const [second, ...rows] = sheetTable.rows;
  if (!second || sheetTable.name !== null) return sheetTable;
  if (!second.every((value) => isEmptyCell(value) || typeof value === "string")) return sheetTable;
  const texts = second.map(cellText);
  if (texts.filter((text) => text !== "").length < 2) return sheetTable;
  const headers = sheetTable.headers.map((header, column) => (texts[column] === "" ? header : texts[column]!));
  if (knownHeaders(headers) <= knownHeaders(sheetTable.headers)) return sheetTable;
  const { isDate, format, formula, uncalculated, linked, hiddenRows, struckRows } = sheetTable;
  const up = (list: readonly number[] | undefined): readonly number[] =>
    (list ?? []).flatMap((row) => (row > 0 ? [row - 1] : []));
  const table: SheetTable = {
    ...sheetTable,
    headerRow: sheetTable.headerRow + 1,
    headers,
    rows,
    ...(isDate && { isDate: (row: number, column: number) => isDate(row + 1, column) }),
    ...(format && { format: (row: number, column: number) => format(row + 1, column) }),
    ...(formula && { formula: (row: number, column: number) => formula(row + 1, column) }),
    ...(uncalculated && { uncalculated: uncalculated.map(([row, column]) => [row - 1, column] as const) }),
    ...(linked && { linked: linked.map((link) => ({ ...link, row: link.row - 1 })) }),
    ...(hiddenRows && { hiddenRows: up(hiddenRows) }),
    ...(struckRows && { struckRows: up(struckRows) }),
    // Mergers in the header are how it was made.
    merged: (sheetTable.merged ?? []).filter((area) => Number(/\d+$/.exec(area)?.[0]) > sheetTable.headerRow + 1),
  };
  joined.add(table);
  return table;
}
