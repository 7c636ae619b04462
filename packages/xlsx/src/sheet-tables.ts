import type { CellValue, SheetTable } from "@prestatieafspraken/quarterly";
import { shownFormula } from "./formula-name.js";
import { limits } from "./limits.js";
import { type Area, areaOf } from "./reference.js";
import { refusal } from "./refusal.js";
import type { SheetPart } from "./sheet-part.js";
import { findTableBlocks, touching } from "./table-block.js";
import type { TablePart } from "./table-part.js";

/** The tables of a sheet: its Excel tables first, then the blocks outside them that look like one. */
export function tablesOfSheet(name: string, sheet: SheetPart, excelTables: readonly TablePart[]): SheetTable[] {
  const merged = sheet.merged.map((written) => ({ name: written, area: areaOf(written) }));
  const tables = excelTables.map((table) => {
    const { top, left, right, bottom } = table.area;
    // A table without header row begins right away: its headers stand, as it were, one row above.
    const headerRow = table.hasHeader ? top : top - 1;
    const headers: string[] = [];
    for (let column = left; column <= right; column++) {
      const written = table.hasHeader ? sheet.cells.value(top, column) : null;
      headers.push(typeof written === "string" ? written : (table.columns[column - left] ?? headerText(written)));
    }
    return readBlock(
      table.name,
      name,
      sheet,
      { top: headerRow, left, right, bottom: bottom - table.totalsRows },
      headers,
      merged,
    );
  });
  const blocks = findTableBlocks(
    sheet.cells,
    excelTables.map((table) => table.area),
  );
  for (const { headerRow, left, right, lastRow } of blocks) {
    const headers: string[] = [];
    for (let column = left; column <= right; column++) headers.push(headerText(sheet.cells.value(headerRow, column)));
    tables.push(readBlock(null, name, sheet, { top: headerRow, left, right, bottom: lastRow }, headers, merged));
  }
  return tables;
}

const headerText = (value: CellValue): string =>
  value === null ? "" : typeof value === "object" ? value.error : String(value);

const isBlank = (value: CellValue | undefined): boolean => value === undefined || value === null || value === "";

/** The rows of an area whose first row is the header; empty rows at the end are left off. */
function readBlock(
  name: string | null,
  sheet: string,
  { cells, hiddenRows }: SheetPart,
  area: Area,
  headers: readonly string[],
  merged: readonly { readonly name: string; readonly area: Area }[],
): SheetTable {
  const { top: headerRow, left } = area;
  const width = area.right - left + 1;
  const emptyRow: readonly CellValue[] = new Array<CellValue>(width).fill(null);
  const rows: (readonly CellValue[])[] = [];
  let filled = 0;
  for (let index = cells.indexOf(headerRow + 1); index < cells.rowNumbers.length; index++) {
    const row = cells.rowNumbers[index]!;
    if (row > area.bottom) break;
    const values = cells.rowValues[index]!;
    const end = Math.min(width, values.length - left + 1);
    let hasValue = false;
    for (let column = 0; column < end && !hasValue; column++) hasValue = !isBlank(values[left - 1 + column]);
    if (!hasValue) continue;
    filled += width;
    if (filled > limits.cells) throw refusal("TOO_LARGE", name ?? sheet);
    while (rows.length < row - headerRow - 1) rows.push(emptyRow);
    const copy: CellValue[] = [];
    for (let column = 0; column < width; column++) copy.push(values[left - 1 + column] ?? null);
    rows.push(copy);
  }
  const lastRow = headerRow + rows.length;
  const touched = touching(merged, { ...area, bottom: Math.max(lastRow, headerRow), top: Math.max(headerRow, 1) });
  const hidden = hiddenRows.filter((row) => row > headerRow && row <= lastRow).map((row) => row - headerRow - 1);
  return {
    name,
    sheet,
    headerRow,
    firstColumn: left,
    headers,
    rows,
    isDate: (row, column) => cells.isDate(headerRow + 1 + row, left + column),
    formula: (row, column) => {
      const stored = cells.storedFormula(headerRow + 1 + row, left + column);
      return stored && stored.text !== "" ? `=${shownFormula(stored.text)}` : null;
    },
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(touched.length > 0 && { merged: touched }),
  };
}
