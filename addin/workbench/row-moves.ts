import { isEmptyCell, type SheetTable } from "@prestatieafspraken/quarterly";
import { cellName, refusal } from "@prestatieafspraken/xlsx";
import { dispatchTogether, valueAt } from "./changes.js";
import type { Step } from "./edits-plugin.js";
import type { Loaded } from "./loaded.js";
import { moreRows } from "./new-rows.js";
import type { ShownGetters } from "./shown-engine.js";

/** Columns of a table, and its rows that move; counted from 0. */
interface Band {
  readonly table: SheetTable;
  readonly left: number;
  readonly right: number;
  /** The last non-empty row. */
  readonly last: number;
}

/**
 * Deletes rows from the tables they are in: cells below move up, and formulas follow. Cells beside the tables stay, as
 * when deleting table rows in Excel.
 * @throws WorkbookError NO_TABLE if no table has one of the rows, BELOW_IN_USE if there is something else below it
 */
export function deleteRows(
  loaded: Loaded,
  tables: readonly SheetTable[],
  sheetId: string,
  top: number,
  bottom: number,
): void {
  const bands = bandsOn(loaded, tables, sheetId, top, bottom);
  dispatchTogether(
    loaded,
    bands.map(({ left, right, last }): Step => ({
      type: "DELETE_CELL",
      payload: { zone: { left, right, top, bottom: Math.min(bottom, last) }, shiftDimension: "ROW" },
    })),
  );
}

/** Inserts empty rows above a row of a table, in the style of that row. */
export function insertRows(
  loaded: Loaded,
  tables: readonly SheetTable[],
  sheetId: string,
  before: number,
  count: number,
): void {
  const getters = loaded.sheets.model.getters as ShownGetters;
  const sheet = getters.getSheetName(sheetId);
  const bands = bandsOn(loaded, tables, sheetId, before, before);
  const size = getters.getNumberRows(sheetId);
  const lowest = Math.max(...bands.map(({ last }) => last)) + count;
  dispatchTogether(loaded, [
    ...(lowest >= size - 1 ? [moreRows(sheetId, sheet, size - 1, lowest - size + 10)] : []),
    ...bands.flatMap(({ table, left, right, last }): Step[] => {
      const own = table.name === null ? undefined : loaded.sheets.tables().get(table.name.toLowerCase());
      const zone = { top: (own?.top ?? 1) - 1, left, right, bottom: (own?.bottom ?? 1) - 1 };
      const grows = own !== undefined && last + count > zone.bottom;
      const newTableRange = getters.getRangeDataFromZone(sheetId, { ...zone, bottom: last + count });
      const looks = Array.from({ length: count }, (_, down) => down).flatMap((down) =>
        Array.from({ length: right - left + 1 }, (__, along): Step => {
          const at = { sheetId, row: before, col: left + along };
          const { format } = getters.getCell(at) ?? {};
          const payload = { ...at, row: before + down, style: getters.getCellStyle(at), format: format ?? "" };
          return { type: "UPDATE_CELL", payload };
        }),
      );
      const shift = { zone: { left, right, top: before, bottom: before + count - 1 }, shiftDimension: "ROW" };
      return [
        ...(grows ? [{ type: "UPDATE_TABLE", payload: { sheetId, zone, newTableRange } }] : []),
        { type: "INSERT_CELL", payload: shift },
        ...looks,
      ];
    }),
  ]);
}

/** The tables with a row in this range; refuses if one of them cannot move. */
function bandsOn(
  loaded: Loaded,
  tables: readonly SheetTable[],
  sheetId: string,
  top: number,
  bottom: number,
): readonly Band[] {
  const getters = loaded.sheets.model.getters as ShownGetters;
  const sheet = getters.getSheetName(sheetId);
  const bands = tables
    .filter(
      (table) =>
        table.sheet === sheet && top >= table.headerRow && bottom < table.headerRow + Math.max(1, table.rows.length),
    )
    .map((table): Band => {
      const left = table.firstColumn - 1;
      return { table, left, right: left + table.headers.length - 1, last: table.headerRow + table.rows.length - 1 };
    });
  // The engine only moves cells on the active sheet.
  const active = getters.getActiveSheetId();
  if (active !== sheetId) loaded.sheets.model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
  if (bands.length === 0) throw refusal("NO_TABLE", `${sheet}!${cellName(top + 1, 1)}`);
  for (const { table, left, right, last } of bands) {
    if (table.totals !== undefined) throw refusal("TOTALS_ROW", table.name ?? sheet);
    if (loaded.sheets.isLocked(sheet, cellName(top + 1, left + 1)))
      throw refusal("PROTECTED_SHEET", `${sheet}!${cellName(top + 1, left + 1)}`);
    for (let row = last + 1; row < getters.getNumberRows(sheetId); row++)
      for (let col = left; col <= right; col++)
        if (!isEmptyCell(valueAt(loaded, { sheetId, row, col })))
          throw refusal("BELOW_IN_USE", `${sheet}!${cellName(row + 1, col + 1)}`);
    const kept = loaded.kept.get(sheet);
    const moving = [...(kept?.merged ?? []), ...(kept?.arrays ?? []).map(({ area }) => area)].find(
      (area) => area.bottom > top && area.left <= right + 1 && area.right > left,
    );
    if (moving !== undefined) throw refusal("MERGED_CELL", `${sheet}!${cellName(moving.top, moving.left)}`);
  }
  return bands;
}
