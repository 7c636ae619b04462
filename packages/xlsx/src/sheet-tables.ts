import {
  cellKind,
  cellOf,
  cellText,
  isEmptyCell,
  type CellValue,
  type SheetColumn,
  type SheetColumns,
  type SheetTable,
} from "@prestatieafspraken/quarterly";
import type { CellColumns } from "./cell-columns.js";
import { limits } from "./limits.js";
import { type Area, areaOf, inArea } from "./reference.js";
import { refusal } from "./refusal.js";
import { findTableBlocks, namesColumns, touching, type BlockCells } from "./table-block.js";

/** An Excel table as the host reports it: its whole area, including header and totals row. */
export interface NamedTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly totalsRows: number;
  /** Column names; equal to the header cells. */
  readonly columns: readonly string[];
}

/** Facts about a sheet, from the host. Rows and columns are sheet positions, counted from 1. */
export interface SheetFacts extends BlockCells {
  /** The cells by column, indexed as `rowNumbers`; only if the host stores them like this. */
  readonly cells?: CellColumns;
  isDate(row: number, column: number): boolean;
  format(row: number, column: number): string | null;
  formula(row: number, column: number): string | null;
  /** Whether a cell is struck through; null if no cell of the sheet is. */
  readonly isStruck: ((row: number, column: number) => boolean) | null;
  /** Cells with a formula but no stored result. */
  readonly uncalculated: readonly (readonly [row: number, column: number])[];
  /** Cells that take their value from another workbook. */
  readonly linked: readonly { readonly row: number; readonly column: number; readonly source: string | null }[];
  /** Sheet rows hidden by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  isColumnHidden(column: number): boolean;
  /** Merged areas as written: "A1:C1". */
  readonly merged: readonly string[];
  readonly isHidden: boolean;
}

/** The tables of a sheet: its Excel tables, then the other blocks that look like a table. */
export function tablesOfSheet(name: string, sheet: SheetFacts, excelTables: readonly NamedTable[]): SheetTable[] {
  const merged = sheet.merged.map((written) => ({ name: written, area: areaOf(written) }));
  const taken: Area[] = [];
  const tables = excelTables.map((table) => {
    const { top, left, right, bottom } = table.area;
    // A table without header row starts at its first data row; treat the row above as its header.
    const headerRow = table.hasHeader ? top : top - 1;
    const headers: string[] = [];
    for (let column = left; column <= right; column++) {
      const written = table.hasHeader ? sheet.value(top, column) : null;
      headers.push(typeof written === "string" ? written : (table.columns[column - left] ?? cellText(written)));
    }
    const others = excelTables.filter((other) => other !== table).map(({ area }) => area);
    const below = rowsBelow(sheet, table.area, others);
    // What stands directly below belongs to no other block; rows after a gap may be a list of their own.
    const attached = below === null || below.firstRow > bottom + 1 ? 0 : countUntilGap(below.rows);
    taken.push({ ...table.area, bottom: bottom + attached });
    const read: SheetTable = readBlock(
      table.name,
      name,
      sheet,
      { top: headerRow, left, right, bottom: bottom - table.totalsRows },
      headers,
      merged,
    );
    // Assigned rather than copied: the rows are built lazily, on first use.
    const edges: Partial<SheetTable> = {
      ...(table.totalsRows > 0 && { totals: valuesOf(sheet, bottom, left, right) }),
      ...(below !== null && { below }),
    };
    return Object.assign(read, edges as object);
  });
  for (const { headerRow, left, right, lastRow } of findTableBlocks(sheet, taken)) {
    const headers: string[] = [];
    for (let column = left; column <= right; column++) headers.push(cellText(sheet.value(headerRow, column)));
    tables.push(readBlock(null, name, sheet, { top: headerRow, left, right, bottom: lastRow }, headers, merged));
  }
  return tables;
}

function valuesOf(cells: BlockCells, row: number, left: number, right: number): CellValue[] {
  const values: CellValue[] = [];
  for (let column = left; column <= right; column++) values.push(cells.value(row, column));
  return values;
}

/**
 * The rows below an area, in its columns, from the first filled one to the last, with the empty rows between them: until the
 * next Excel table, a row that names the columns of a table of the return, or the end of the sheet. Null if all are empty.
 */
function rowsBelow(
  cells: BlockCells,
  { bottom, left, right }: Area,
  others: readonly Area[],
): NonNullable<SheetTable["below"]> | null {
  const end = others.reduce(
    (first, { top, left: from, right: to }) =>
      top > bottom && left <= to && right >= from ? Math.min(first, top) : first,
    Number.POSITIVE_INFINITY,
  );
  const rows: CellValue[][] = [];
  let firstRow = 0;
  for (let index = cells.indexOf(bottom + 1); index < cells.rowNumbers.length; index++) {
    const row = cells.rowNumbers[index]!;
    if (row >= end) break;
    const values = valuesOf(cells, row, left, right);
    if (values.every(isEmptyCell)) continue;
    const last = firstRow === 0 ? bottom : firstRow + rows.length - 1;
    if (row > last + 1 && startsList(cells.valuesAt(index), row, others)) break;
    if (firstRow === 0) firstRow = row;
    while (firstRow + rows.length < row) rows.push(values.map(() => null));
    rows.push(values);
  }
  return firstRow === 0 ? null : { firstRow, rows };
}

/** True for a row outside these areas that holds texts only and names the columns of a table of the return. */
function startsList(values: readonly (CellValue | undefined)[], row: number, areas: readonly Area[]): boolean {
  const filled = values.filter((value, at) => !isEmptyCell(value) && !areas.some((area) => inArea(area, row, at + 1)));
  const texts = filled.filter((value) => typeof value === "string");
  return texts.length === filled.length && namesColumns(texts);
}

const countUntilGap = (rows: readonly (readonly CellValue[])[]): number => {
  const gap = rows.findIndex((row) => row.every(isEmptyCell));
  return gap < 0 ? rows.length : gap;
};

/** Reads an area whose first row is the header, without empty rows at the end. */
function readBlock(
  name: string | null,
  sheet: string,
  cells: SheetFacts,
  area: Area,
  headers: readonly string[],
  merged: readonly { readonly name: string; readonly area: Area }[],
): SheetTable {
  const { top: headerRow, left, right } = area;
  const width = right - left + 1;
  const isInside = (row: number, column: number): boolean =>
    row > headerRow && row <= area.bottom && column >= left && column <= right;
  const uncalculated = cells.uncalculated.filter(([row, column]) => isInside(row, column));
  // A row with only uncalculated formulas still counts as a row.
  const lastUncalculated = uncalculated.reduce((last, [row]) => Math.max(last, row), 0);
  const columns = columnsOf(cells, area, lastUncalculated);
  const rows = columns === null ? rowsOf(cells, area, lastUncalculated, name ?? sheet) : null;
  const lastRow = headerRow + (columns ?? rows!).length;
  const touched = touching(merged, { ...area, bottom: Math.max(lastRow, headerRow), top: Math.max(headerRow, 1) });
  const inRows = (row: number): boolean => row > headerRow && row <= lastRow;
  const hidden = cells.hiddenRows.filter(inRows).map((row) => row - headerRow - 1);
  const hiddenColumns = Array.from(headers.keys()).filter((column) => cells.isColumnHidden(left + column));
  const linked = cells.linked.filter(({ row, column }) => inRows(row) && column >= left && column <= right);
  const { isStruck } = cells;
  const struck =
    isStruck === null
      ? []
      : (rows ?? allRows(columns!, width)).flatMap((values, index) =>
          values.some((value) => !isEmptyCell(value)) &&
          values.every((value, i) => isEmptyCell(value) || isStruck(headerRow + 1 + index, left + i))
            ? [index]
            : [],
        );
  const table: Omit<SheetTable, "rows"> & Partial<Pick<SheetTable, "rows">> = {
    name,
    sheet,
    headerRow,
    firstColumn: left,
    headers,
    ...(rows !== null && { rows }),
    ...(columns !== null && { columns }),
    isDate: (row, column) => cells.isDate(headerRow + 1 + row, left + column),
    format: (row, column) => cells.format(headerRow + 1 + row, left + column),
    formula: (row, column) => cells.formula(headerRow + 1 + row, left + column),
    ...(uncalculated.length > 0 && {
      uncalculated: uncalculated.map(([row, column]) => [row - headerRow - 1, column - left] as const),
    }),
    ...(linked.length > 0 && {
      linked: linked.map(({ row, column, source }) => ({ row: row - headerRow - 1, column: column - left, source })),
    }),
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
    ...(struck.length > 0 && { struckRows: struck }),
    ...(touched.length > 0 && { merged: touched }),
    ...(cells.isHidden && { hiddenSheet: true }),
  };
  if (columns === null) return table as SheetTable;
  let made: readonly (readonly CellValue[])[] | null = null;
  const rowsOnDemand = { enumerable: true, get: () => (made ??= allRows(columns, width)) };
  return Object.defineProperty(table, "rows", rowsOnDemand) as unknown as SheetTable;
}

/** The rows of an area, built row by row. */
function rowsOf(
  cells: SheetFacts,
  { top: headerRow, left, right, bottom }: Area,
  lastUncalculated: number,
  named: string,
): readonly (readonly CellValue[])[] {
  const width = right - left + 1;
  const emptyRow: readonly CellValue[] = new Array<CellValue>(width).fill(null);
  const rows: (readonly CellValue[])[] = [];
  let filled = 0;
  for (let index = cells.indexOf(headerRow + 1); index < cells.rowNumbers.length; index++) {
    const row = cells.rowNumbers[index]!;
    if (row > bottom) break;
    const values = cells.valuesAt(index);
    const end = Math.min(width, values.length - left + 1);
    let hasValue = row <= lastUncalculated;
    for (let column = 0; column < end && !hasValue; column++) hasValue = !isEmptyCell(values[left - 1 + column]);
    if (!hasValue) continue;
    filled += width;
    if (filled > limits.cells) throw refusal("TOO_LARGE", named);
    while (rows.length < row - headerRow - 1) rows.push(emptyRow);
    const copy: CellValue[] = [];
    for (let column = 0; column < width; column++) copy.push(values[left - 1 + column] ?? null);
    rows.push(copy);
  }
  return rows;
}

/** Shorter tables are read just as fast by row. */
const LONG = 1000;

/** The rows of a long area by column, as the sheet stores them; null if rows are missing in between. */
function columnsOf(
  { rowNumbers, cells, indexOf }: Pick<SheetFacts, "rowNumbers" | "cells" | "indexOf">,
  { top, left, right, bottom }: Area,
  lastUncalculated: number,
): SheetColumns | null {
  const from = cells === undefined ? -1 : indexOf(top + 1);
  const to = cells === undefined ? -1 : indexOf(bottom + 1);
  if (cells === undefined || to - from < LONG || rowNumbers[from] !== top + 1) return null;
  if (rowNumbers[to - 1]! - top !== to - from) return null;
  const columns: SheetColumn[] = [];
  for (let column = left; column <= right; column++) {
    const run = cells.run(column, from, to - from);
    if (run === null) return null;
    columns.push(run);
  }
  const isFilled = (row: number): boolean =>
    columns.some(({ kinds, values }) => {
      const kind = kinds[row]!;
      return (
        kind !== cellKind.none &&
        kind !== cellKind.formula &&
        (kind !== cellKind.text || !isEmptyCell(cells.textAt(values[row]!)))
      );
    });
  let length = to - from;
  while (length > 0 && top + length > lastUncalculated && !isFilled(length - 1)) length--;
  return {
    length,
    column: (index) => columns[index]!,
    textAt: (number) => cells.textAt(number),
    errorAt: (number) => cells.errors[number]!,
  };
}

function allRows(columns: SheetColumns, width: number): readonly (readonly CellValue[])[] {
  const rows: CellValue[][] = Array.from({ length: columns.length }, () => new Array<CellValue>(width).fill(null));
  for (let c = 0; c < width; c++) {
    const column = columns.column(c);
    for (let row = 0; row < columns.length; row++) rows[row]![c] = cellOf(columns, column, row);
  }
  return rows;
}
