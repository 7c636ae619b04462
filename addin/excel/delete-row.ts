import { isEmptyCell, type TableArea } from "@prestatieafspraken/quarterly";

/** A deleted row, so that undo can put an empty one back in its place. */
export interface DeletedRow {
  readonly place: TableArea;
  /** The sheet row. */
  readonly row: number;
}

/**
 * How far below a table is read; if longer lists of other cells stand there, they are not searched and the row stays.
 */
const mostBelow = 40_000;

const isEmptyLine = (line: readonly unknown[]): boolean => line.every(isEmptyCell);

/**
 * Deletes an empty row of a table, so that the rows below move up. Returns false, and changes nothing, if the row is no
 * longer empty, if it is the only one, or if other cells below the table would move with it.
 */
export async function deleteEmptyRow(context: Excel.RequestContext, { place, row }: DeletedRow): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const own = lineOf(sheet, place, row).load("formulas");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
  const table = place.name === null ? null : context.workbook.tables.getItem(place.name);
  const whole = table?.getRange().load("rowIndex,rowCount");
  const body = table?.getDataBodyRange().load("rowIndex,rowCount");
  await context.sync();
  if (!isEmptyLine(own.formulas[0]!) || used.isNullObject) return false;
  const isOnly = body !== undefined && body.rowCount === 1;
  const isIn = body === undefined || (row > body.rowIndex && row <= body.rowIndex + body.rowCount);
  if (isOnly || !isIn) return false;
  // The first sheet row, counted from 0, that may lie outside the table.
  const from = whole === undefined ? row : whole.rowIndex + whole.rowCount;
  const height = used.rowIndex + used.rowCount - from;
  if (height * place.headers.length > mostBelow) return false;
  if (height > 0) {
    const below = sheet.getRangeByIndexes(from, place.firstColumn - 1, height, place.headers.length).load("formulas");
    await context.sync();
    // A plain list continues to its first empty row.
    const end = table === null ? below.formulas.findIndex((line) => isEmptyLine(line as unknown[])) : 0;
    if (end >= 0 && below.formulas.slice(end).some((line) => !isEmptyLine(line as unknown[]))) return false;
  } else if (table === null) return false;
  if (table === null) lineOf(sheet, place, row).delete(Excel.DeleteShiftDirection.up);
  else table.rows.getItemAt(row - 1 - body!.rowIndex).delete();
  await context.sync();
  return true;
}

/** Puts an empty row back where one was deleted. */
export async function insertEmptyRow(context: Excel.RequestContext, { place, row }: DeletedRow): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  if (place.name === null) {
    lineOf(sheet, place, row).insert(Excel.InsertShiftDirection.down);
    await context.sync();
    return;
  }
  const table = context.workbook.tables.getItem(place.name);
  const body = table.getDataBodyRange().load("rowIndex,rowCount");
  await context.sync();
  const index = row - 1 - body.rowIndex;
  const empty = [place.headers.map(() => "")];
  table.rows.add(index < body.rowCount ? index : undefined, empty);
  // Excel fills calculated columns in a new row.
  lineOf(sheet, place, row).values = empty;
  await context.sync();
}

const lineOf = (sheet: Excel.Worksheet, { firstColumn, headers }: TableArea, row: number): Excel.Range =>
  sheet.getRangeByIndexes(row - 1, firstColumn - 1, 1, headers.length);
