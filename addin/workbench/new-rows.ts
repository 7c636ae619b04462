import { isEmptyCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { literal } from "@prestatieafspraken/spreadsheet";
import { cellName, refusal } from "@prestatieafspraken/xlsx";
import { dispatchTogether, positionOf, valueAt } from "./changes.js";
import type { Step } from "./edits-plugin.js";
import type { Loaded } from "./loaded.js";
import { check } from "./refusals.js";
import type { ShownGetters } from "./shown-engine.js";

export type TableAt = Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">;

/**
 * Adds rows at the bottom of a table, with the style of the row above; in an empty table, with that of its first row.
 * `tables` are the current ones.
 */
export function appendRows(
  loaded: Loaded,
  tables: readonly SheetTable[],
  table: TableAt,
  rows: readonly (readonly CellValue[])[],
): void {
  const getters = loaded.sheets.model.getters as ShownGetters;
  const wanted = table.name?.toLowerCase();
  const excelTable = wanted === undefined ? undefined : loaded.sheets.tables().get(wanted);
  if (wanted !== undefined && excelTable === undefined) throw refusal("NO_TABLE", table.name!);
  if (excelTable?.hasTotals) throw refusal("TOTALS_ROW", excelTable.name);
  const found = tables.find(
    (one) => one.sheet === table.sheet && one.headerRow === table.headerRow && one.firstColumn === table.firstColumn,
  );
  if (found === undefined)
    throw refusal("NO_TABLE", table.name ?? `${table.sheet}!${cellName(table.headerRow, table.firstColumn)}`);
  const lastFilled = found.headerRow + found.rows.length;
  const hasModel = found.rows.length > 0 || (excelTable !== undefined && excelTable.bottom > found.headerRow);
  const model = found.rows.length > 0 ? lastFilled - 1 : found.headerRow;
  const steps: Step[] = [];
  for (const [index, values] of rows.entries()) {
    if (values.length > found.headers.length) throw refusal("ROW_TOO_WIDE", found.name ?? table.sheet);
    for (let column = 0; column < found.headers.length; column++) {
      const cell = cellName(lastFilled + 1 + index, found.firstColumn + column);
      const at = positionOf(loaded, { sheet: table.sheet, cell });
      if (!isEmptyCell(valueAt(loaded, at))) throw refusal("BELOW_IN_USE", `${table.sheet}!${cell}`);
      const value = values[column] ?? null;
      if (value === null) continue;
      check(loaded, at, { sheet: table.sheet, cell }, value);
      const above = { ...at, row: model };
      const format = getters.getEvaluatedCell(above).format ?? getters.getCell(above)?.format;
      steps.push({
        type: "UPDATE_CELL",
        payload: {
          ...at,
          content: literal(value, hasModel ? format : undefined) ?? "",
          ...(hasModel && { style: getters.getCellStyle(above), ...(format !== undefined && { format }) }),
        },
      });
    }
  }
  const { sheetId } = positionOf(loaded, { sheet: table.sheet, cell: "A1" });
  const bottom = lastFilled + rows.length;
  const count = getters.getNumberRows(sheetId);
  dispatchTogether(loaded, [
    ...(bottom > count ? [moreRows(sheetId, table.sheet, count - 1, bottom - count + 10)] : []),
    // The table is extended first; otherwise the engine extends it per cell, and not for empty cells.
    ...(excelTable !== undefined && bottom > excelTable.bottom ? [grown(getters, sheetId, excelTable, bottom)] : []),
    ...steps,
  ]);
}

/** Extends a table down to this row, over rows that are already filled. */
export function extendTable(
  loaded: Loaded,
  { name, sheet }: Pick<SheetTable, "name" | "sheet">,
  lastRow: number,
): void {
  const tables = loaded.sheets.tables();
  const getters = loaded.sheets.model.getters as ShownGetters;
  const table = tables.get(name?.toLowerCase() ?? "");
  if (table === undefined) throw refusal("NO_TABLE", name ?? sheet);
  if (table.hasTotals) throw refusal("TOTALS_ROW", table.name);
  if (lastRow <= table.bottom) return;
  const other = [...tables.values()].find(
    ({ sheet: its, top, left, right }) =>
      its === table.sheet && top > table.bottom && top <= lastRow && left <= table.right && right >= table.left,
  );
  const { sheetId } = positionOf(loaded, { sheet: table.sheet, cell: "A1" });
  if (other !== undefined || lastRow > getters.getNumberRows(sheetId))
    throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(other?.top ?? lastRow, table.left)}`);
  dispatchTogether(loaded, [grown(getters, sheetId, table, lastRow)]);
}

export const moreRows = (
  sheetId: string,
  sheetName: string,
  base: number,
  quantity: number,
  dimension: "ROW" | "COL" = "ROW",
): Step => ({
  type: "ADD_COLUMNS_ROWS",
  payload: { sheetId, sheetName, dimension, base, quantity, position: "after" },
});

function grown(
  getters: ShownGetters,
  sheetId: string,
  { top, left, right, bottom }: { top: number; left: number; right: number; bottom: number },
  newBottom: number,
): Step {
  const zone = { top: top - 1, left: left - 1, right: right - 1, bottom: bottom - 1 };
  return {
    type: "UPDATE_TABLE",
    payload: {
      sheetId,
      zone,
      newTableRange: getters.getRangeDataFromZone(sheetId, { ...zone, bottom: newBottom - 1 }),
    },
  };
}
