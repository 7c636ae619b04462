import { isEmptyCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { firstReferringTo, withLongerAreas } from "./formula-areas.js";
import type { CellEdit } from "./patch-sheet.js";
import { areasTouch, cellName, LAST_ROW, type Area } from "./reference.js";
import { refusal } from "./refusal.js";
import { shiftFormula } from "./shared-formula.js";
import { DAYS_1904 } from "./sheet-cells.js";
import { columnNames, growTable, widenTable as widenPart } from "./table-growth.js";
import type { TablePart } from "./table-part.js";
import type { WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

export type TablePlace = Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">;

/**
 * True if the source calculated this value with a formula; `row` indexes the rows to add, `column` the table columns.
 */
export type Calculated = (row: number, column: number) => boolean;

/**
 * Appends rows below the last filled row of a table. New rows copy the style of the row above (of the
 * first row in an empty table) and the formulas of
 * calculated columns, unless the caller supplies a typed value; a totals row moves down.
 */
export function appendRows(
  file: WorkbookFile,
  table: TablePlace,
  rows: readonly (readonly CellValue[])[],
  calculated: Calculated = () => false,
): void {
  if (rows.length === 0) return;
  const entry = file.entry(table.sheet);
  const part = table.name === null ? undefined : partOf(file, entry, table.name);
  const found = file
    .tablesOf(entry)
    .find((one) =>
      part ? one.name === part.name : one.headerRow === table.headerRow && one.firstColumn === table.firstColumn,
    );
  if (!found) throw refusal("NO_TABLE", table.name ?? `${table.sheet}!${cellName(table.headerRow, table.firstColumn)}`);
  const width = found.headers.length;
  const { cells } = file.sheet(entry, true);
  const above = found.headerRow + found.rows.length;
  const bottom = above + rows.length;
  const first = found.headerRow + 1;
  const model = above >= first ? above : part !== undefined && part.area.bottom >= first ? first : null;
  const left = found.firstColumn;
  const right = left + width - 1;
  const totalsRow = part && part.totalsRows > 0 ? part.area.bottom : null;
  const down = totalsRow === null ? 0 : Math.max(0, bottom + 1 - totalsRow);
  const added = { top: above + 1, left, bottom: bottom + (down > 0 ? 1 : 0), right };
  mustBeFree(file, entry, part, added);

  const edits: CellEdit[] = [];
  const write = (row: number, column: number, value: CellValue, more: Partial<CellEdit>): void => {
    const checked = file.checked(entry, row, column, value);
    const isDay = (style: number): number => (file.book.date1904 && file.styles.of(style).isDate ? DAYS_1904 : 0);
    const before = cells.styleId(row, column);
    // In a 1904 workbook, a number's offset depends on whether the resulting style shows a date.
    const moved = typeof checked === "number" ? checked + isDay(before) - isDay(more.style ?? before) : checked;
    edits.push({ row, column, value: moved, ...more });
  };
  rows.forEach((values, index) => {
    if (values.length > width) throw refusal("ROW_TOO_WIDE", found.name ?? table.sheet);
    const row = above + 1 + index;
    const wasTotals = row === totalsRow;
    // Rows already inside the Excel table keep their styles and formulas.
    const isOwn = part !== undefined && row <= part.area.bottom && !wasTotals;
    for (let column = left; column <= right; column += 1) {
      if (!wasTotals && !isEmptyCell(cells.value(row, column)))
        throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(row, column)}`);
      const value = values[column - left] ?? null;
      const typed = value !== null && !calculated(index, column - left);
      const hasFormula = !wasTotals && cells.storedFormula(row, column) !== null;
      const formula =
        typed || hasFormula || part === undefined ? null : columnFormula(file, entry, part, column, above, row);
      const style = model === null ? 0 : cells.styleId(model, column);
      const own = wasTotals ? 0 : cells.styleId(row, column);
      if (value === null && formula === null && !wasTotals && (isOwn || style === 0)) continue;
      write(row, column, value, {
        ...(formula !== null && { formula }),
        ...((wasTotals || (style !== 0 && own === 0)) && { style }),
      });
    }
  });
  if (down > 0 && part && totalsRow !== null) edits.push(...movedTotals(file, entry, part, totalsRow, bottom + 1));
  file.whole(() => {
    file.write(entry, edits);
    const last = totalsRow === null ? bottom : totalsRow + down;
    if (part && last > part.area.bottom) growTable(file.parts, part, last);
    file.forget(entry);
  });
}

/** Extends an Excel table down to this sheet row, over rows that are already filled. */
export function extendTable(file: WorkbookFile, table: Pick<SheetTable, "name" | "sheet">, lastRow: number): void {
  const entry = file.entry(table.sheet);
  if (table.name === null) throw refusal("NO_TABLE", table.sheet);
  const part = partOf(file, entry, table.name);
  if (part.totalsRows > 0) throw refusal("TOTALS_ROW", part.name);
  if (lastRow <= part.area.bottom) return;
  mustBeFree(file, entry, part, { ...part.area, top: part.area.bottom + 1, bottom: lastRow });
  file.whole(() => {
    growTable(file.parts, part, lastRow);
    file.forget(entry);
  });
}

/** Adds columns with these headers at the right of an Excel table. Returns the headers as written, made unique. */
export function widenTable(
  file: WorkbookFile,
  sheet: string,
  name: string,
  headers: readonly string[],
): readonly string[] {
  const entry = file.entry(sheet);
  const part = partOf(file, entry, name);
  const { area } = part;
  const names = columnNames(part.columns, headers);
  mustBeFree(file, entry, part, { ...area, left: area.right + 1, right: area.right + names.length });
  const style = file.sheet(entry, true).cells.styleId(area.top, area.right);
  file.whole(() => {
    if (part.hasHeader)
      file.write(
        entry,
        names.map((value, i) => ({
          row: area.top,
          column: area.right + 1 + i,
          value: file.checked(entry, area.top, area.right + 1 + i, value),
          ...(style !== 0 && { style }),
        })),
      );
    widenPart(file.parts, part, names);
    file.forget(entry);
  });
  return names;
}

function partOf(file: WorkbookFile, entry: SheetEntry, name: string): TablePart {
  const part = file.tableParts(entry).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!part) throw refusal("NO_TABLE", name);
  return part;
}

/** Refuses to grow a table into another table or past the last row of the sheet. */
function mustBeFree(file: WorkbookFile, entry: SheetEntry, part: TablePart | undefined, added: Area): void {
  const other = file.tableParts(entry).find((one) => one.part !== part?.part && areasTouch(one.area, added));
  if (other) throw refusal("BELOW_IN_USE", `${entry.name}!${cellName(other.area.top, other.area.left)}`);
  if (added.bottom > LAST_ROW) throw refusal("BELOW_IN_USE", `${entry.name}!${cellName(LAST_ROW, added.left)}`);
}

/** The formula with which the table fills this column, shifted to this row; null if the column is typed by hand. */
function columnFormula(
  file: WorkbookFile,
  entry: SheetEntry,
  part: TablePart,
  column: number,
  above: number,
  row: number,
): string | null {
  const calculated = part.calculated[column - part.area.left] ?? null;
  if (calculated === null) return null;
  const there = file.sheet(entry, true).cells.storedFormula(above, column);
  if (there !== null && there.text !== "" && (there.kind === "normal" || there.kind === "shared"))
    return shiftFormula(there.text, row - above, 0);
  // Relative references cannot be shifted: the row for which the stored formula was written is unknown.
  return shiftFormula(calculated, 1, 0) === calculated ? calculated : null;
}

/** Edits that move the totals row down and extend its formulas over the added rows. */
function movedTotals(file: WorkbookFile, entry: SheetEntry, part: TablePart, from: number, to: number): CellEdit[] {
  const { left, right } = part.area;
  const asked = firstReferringTo(file, entry, { top: from, left, bottom: from, right });
  if (asked !== null) throw refusal("TOTALS_IN_USE", `${part.name} (${asked})`);
  const { cells } = file.sheet(entry, true);
  const edits: CellEdit[] = [];
  for (let column = left; column <= right; column++) {
    if (!isEmptyCell(cells.value(to, column))) throw refusal("BELOW_IN_USE", `${entry.name}!${cellName(to, column)}`);
    const stored = cells.storedFormula(from, column);
    const value = cells.value(from, column);
    file.checked(entry, to, column, value);
    const isDay = typeof value === "number" && file.book.date1904 && cells.isDate(from, column);
    edits.push({
      row: to,
      column,
      value: isDay ? value - DAYS_1904 : value,
      style: cells.styleId(from, column),
      ...(stored && stored.text !== "" && { formula: withLongerAreas(stored.text, from - 1, to - 1) }),
    });
  }
  return edits;
}
