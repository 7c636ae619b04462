import { cellText, isEmptyCell } from "@prestatieafspraken/quarterly";
import type { ReferencedTable, Zone } from "@prestatieafspraken/spreadsheet";
import { cellName, refusal } from "@prestatieafspraken/xlsx";
import { dispatchTogether, valueAt } from "./changes.js";
import type { Loaded } from "./loaded.js";
import { moreRows } from "./new-rows.js";
import type { ShownGetters } from "./shown-engine.js";

/**
 * Adds a column at the right end of the table at a column (counted from 0); returns its header cell. It goes to the
 * end, because choice lists, widths and conditional formats in the file stay with the columns they were made for.
 * @throws WorkbookError NO_TABLE, PROTECTED_SHEET, BESIDE_IN_USE
 */
export function addColumn(loaded: Loaded, sheetId: string, col: number, word: string): string {
  const getters = loaded.sheets.model.getters as ShownGetters;
  const { sheet, table } = tableAt(loaded, sheetId, col);
  const at = { sheetId, row: table.top - 1, col: table.right };
  const header = cellName(at.row + 1, at.col + 1);
  refuseIfProtected(loaded, sheetId, sheet, header);
  const count = getters.getNumberCols(sheetId);
  const rows = { top: table.top - 1, bottom: table.bottom - 1 };
  refuseIfUsed(loaded, sheetId, sheet, { ...rows, left: at.col, right: Math.min(at.col, count - 1) });
  const names = new Set(
    Array.from({ length: table.right - table.left + 1 }, (_, i) =>
      cellText(valueAt(loaded, { ...at, col: table.left - 1 + i })).toLowerCase(),
    ),
  );
  let number = 1;
  while (names.has(`${word} ${number}`.toLowerCase())) number += 1;
  dispatchTogether(loaded, [
    ...(at.col >= count - 1 ? [moreRows(sheetId, sheet, count - 1, at.col - count + 5, "COL")] : []),
    // The engine extends a table by a header typed beside it.
    {
      type: "UPDATE_CELL",
      payload: { ...at, content: `${word} ${number}`, style: getters.getCellStyle({ ...at, col: at.col - 1 }) },
    },
  ]);
  return header;
}

/** Columns to move in the file, which holds more about them than the grid does; counted from 1. */
export interface FileColumns {
  readonly sheet: string;
  readonly first: number;
  readonly count: number;
}

/**
 * The place for new columns before a column (counted from 0) of a table; null at its end, where `addColumn` adds them.
 * @throws WorkbookError NO_TABLE, PROTECTED_SHEET, COLUMNS_STAY before the first column of a table
 */
export function columnsInside(loaded: Loaded, sheetId: string, before: number, count: number): FileColumns | null {
  const { sheet, table } = tableAt(loaded, sheetId, before);
  const header = cellName(table.top, before + 1);
  refuseIfProtected(loaded, sheetId, sheet, header);
  if (before === table.left - 1) throw refusal("COLUMNS_STAY", `${sheet}!${header}`);
  return before > table.right - 1 ? null : { sheet, first: before + 1, count };
}

/**
 * Deletes columns (counted from 0) of a table; the columns after them move to the left. Returns those that are in the
 * file, which stay.
 * @throws WorkbookError NO_TABLE, PROTECTED_SHEET
 */
export function deleteColumns(loaded: Loaded, sheetId: string, left: number, right: number): FileColumns | null {
  const getters = loaded.sheets.model.getters as ShownGetters;
  const { sheet, table } = tableAt(loaded, sheetId, left);
  refuseIfProtected(loaded, sheetId, sheet, cellName(table.top, left + 1));
  const own = loaded.sheets.grid.tables.get(table.name.toLowerCase());
  if (own === undefined || left < own.right)
    return { sheet, first: left + 1, count: Math.min(right, table.right - 1) - left + 1 };
  const rows = { top: table.top - 1, bottom: table.bottom - 1 };
  const last = Math.min(right, table.right - 1);
  // Other cells beside the table would move along with its columns.
  refuseIfUsed(loaded, sheetId, sheet, { ...rows, left: table.right, right: getters.getNumberCols(sheetId) - 1 });
  const zone = { ...rows, left: table.left - 1, right: table.right - 1 };
  const newTableRange = getters.getRangeDataFromZone(sheetId, { ...zone, right: zone.right - (last - left + 1) });
  // The engine only moves cells on the active sheet.
  const active = getters.getActiveSheetId();
  if (active !== sheetId) loaded.sheets.model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
  dispatchTogether(loaded, [
    { type: "DELETE_CELL", payload: { zone: { ...rows, left, right: last }, shiftDimension: "COL" } },
    { type: "UPDATE_TABLE", payload: { sheetId, zone, newTableRange } },
  ]);
  return null;
}

function refuseIfUsed(loaded: Loaded, sheetId: string, sheet: string, { top, bottom, left, right }: Zone): void {
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++)
      if (!isEmptyCell(valueAt(loaded, { sheetId, row, col })))
        throw refusal("BESIDE_IN_USE", `${sheet}!${cellName(row + 1, col + 1)}`);
}

function tableAt(
  { sheets }: Loaded,
  sheetId: string,
  col: number,
): { readonly sheet: string; readonly table: ReferencedTable } {
  const sheet = sheets.model.getters.getSheetName(sheetId);
  const there = [...sheets.tables().values()].filter((table) => table.sheet === sheet);
  const table =
    there.find(({ left, right }) => col >= left - 1 && col < right) ?? there.find(({ right }) => col === right);
  if (table === undefined) throw refusal("NO_TABLE", `${sheet}!${cellName(1, col + 1)}`);
  return { sheet, table };
}

function refuseIfProtected({ sheets }: Loaded, sheetId: string, sheet: string, cell: string): void {
  const isLocked = (sheets.model.getters as ShownGetters).isSheetLocked(sheetId) || sheets.isLocked(sheet, cell);
  if (isLocked) throw refusal("PROTECTED_SHEET", `${sheet}!${cell}`);
}
