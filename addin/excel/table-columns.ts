import { WorkbookError } from "@prestatieafspraken/quarterly";

/** A cell by row and column, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface Column {
  readonly range: Excel.Range;
  readonly row: number;
  readonly column: number;
  /** The formulas before the write, top to bottom. */
  before: readonly unknown[];
}

/**
 * Writes formulas without changing the rest of their table column. When a formula is entered in a table column, even by
 * an add-in, Excel fills the whole column with it, overwriting other formulas. This compares the columns before and
 * after, and restores the other changed cells as one block: Excel does not fill a column from a block with several
 * formulas.
 */
export async function keepingColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly CellPlace[],
  write: () => void,
): Promise<void> {
  const columns = await columnsOf(context, sheet, cells);
  write();
  for (const { range } of columns) range.load("formulas");
  await context.sync();
  const disturbed = columns.filter((column) => restore(column, cells));
  if (disturbed.length === 0) return;
  for (const { range } of disturbed) range.load("formulas");
  await context.sync();
  if (disturbed.some((column) => changedBeside(column, cells).length > 0))
    throw new WorkbookError("COLUMN_CHANGED", {
      nl: "Excel heeft met deze formule de hele kolom van de tabel gevuld. Maak dat ongedaan met Ctrl+Z, en zet in Excel bij Opties, Controle, AutoCorrectie de berekende kolommen uit.",
      en: "Excel filled the whole column of the table with this formula. Undo that with Ctrl+Z, and switch off calculated columns in Excel under Options, Proofing, AutoCorrect.",
    });
}

/** The table columns that contain these cells, with their formulas. */
async function columnsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly CellPlace[],
): Promise<Column[]> {
  const tables = sheet.tables.load("items/name");
  await context.sync();
  const bodies = tables.items.map((table) =>
    table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  if (bodies.length > 0) await context.sync();
  const found = new Map<string, Column>();
  for (const { row, column } of cells) {
    const body = bodies.find(
      ({ rowIndex, columnIndex, rowCount, columnCount }) =>
        row >= rowIndex && row < rowIndex + rowCount && column >= columnIndex && column < columnIndex + columnCount,
    );
    // A column with one row has no other cells to protect.
    if (body === undefined || body.rowCount === 1) continue;
    const key = `${body.rowIndex} ${column}`;
    if (!found.has(key)) {
      const range = sheet.getRangeByIndexes(body.rowIndex, column, body.rowCount, 1).load("formulas");
      found.set(key, { range, row: body.rowIndex, column, before: [] });
    }
  }
  if (found.size > 0) await context.sync();
  for (const column of found.values()) column.before = column.range.formulas.map((line) => (line as unknown[])[0]);
  return [...found.values()];
}

/** Indices within the column of rows that changed although they were not written. */
function changedBeside({ range, row, column, before }: Column, cells: readonly CellPlace[]): readonly number[] {
  const meant = new Set(cells.filter((cell) => cell.column === column).map((cell) => cell.row - row));
  return before.flatMap((formula, i) => (!meant.has(i) && (range.formulas[i] as unknown[])[0] !== formula ? [i] : []));
}

function restore(column: Column, cells: readonly CellPlace[]): boolean {
  const changed = changedBeside(column, cells);
  if (changed.length === 0) return false;
  const meant = cells.filter((cell) => cell.column === column.column).map((cell) => cell.row - column.row);
  const now = column.range.formulas.map((line) => (line as unknown[])[0]);
  const isMeant = new Set(meant);
  const first = Math.min(...changed, ...meant);
  const last = Math.max(...changed, ...meant);
  const block = column.range.getCell(first, 0).getResizedRange(last - first, 0);
  block.formulas = Array.from({ length: last - first + 1 }, (_, i) => [
    isMeant.has(first + i) ? now[first + i] : column.before[first + i],
  ]);
  return true;
}
