import type { CellValue, SheetLook } from "@prestatieafspraken/quarterly";
import { literal } from "@prestatieafspraken/spreadsheet";
import { lookOfNew, refusal } from "@prestatieafspraken/xlsx";
import { dispatchTogether } from "./changes.js";
import type { Step } from "./edits-plugin.js";
import type { Loaded } from "./loaded.js";
import { pixels } from "./looks-of.js";

/** Adds a sheet with these rows, the first in bold; returns its name. */
export function addSheet(
  loaded: Loaded,
  name: string,
  rows: readonly (readonly CellValue[])[],
  { headerRow = 1, widths = [], isProtected = false }: SheetLook = {},
): string {
  const { book } = loaded.file;
  if (book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
  const { getters } = loaded.sheets.model;
  const ids = getters.getSheetIds();
  const taken = [...ids.map((id) => getters.getSheetName(id)), ...book.sheets.map((sheet) => sheet.name)];
  const free = freeName(name, taken);
  const sheetId = `added${taken.length + 1}-${free}`;
  dispatchTogether(loaded, [
    {
      type: "CREATE_SHEET",
      payload: {
        sheetId,
        name: free,
        position: ids.length,
        cols: Math.max(20, ...rows.map((row) => row.length)),
        rows: Math.max(60, rows.length + 30),
      },
    },
    ...rows.flatMap((values, row) =>
      values.flatMap((value, col): Step[] => {
        const content = literal(value);
        const { bold, wrap } = lookOfNew(value, row + 1, headerRow, widths[col]) ?? {};
        const looks = { ...((row === 0 || bold) && { bold: true }), ...(wrap && { wrapping: "wrap" }) };
        const style = Object.keys(looks).length > 0 ? { style: looks } : {};
        return content === null ? [] : [{ type: "UPDATE_CELL", payload: { sheetId, row, col, content, ...style } }];
      }),
    ),
    ...widths.map((width, column): Step => ({
      type: "RESIZE_COLUMNS_ROWS",
      payload: { sheetId, dimension: "COL", elements: [column], size: pixels(width) },
    })),
    ...(headerRow > 1 ? [{ type: "FREEZE_ROWS", payload: { sheetId, quantity: headerRow } }] : []),
    ...(isProtected ? [{ type: "LOCK_SHEET", payload: { sheetId } }] : []),
  ]);
  return free;
}

/** A free sheet name that files accept: "Rapport", else "Rapport (2)". */
function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31)
      .trim() || "Blad";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = base.slice(0, 31 - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
