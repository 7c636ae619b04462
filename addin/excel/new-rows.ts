import { isEmptyCell, WorkbookError, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { refusal } from "@prestatieafspraken/xlsx";
import { asTyped } from "./cell-value.js";
import { supports } from "./host.js";

export type TablePlace = Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">;

/**
 * Writes rows below a table and extends the table over them. Does not insert rows: that would shift the cells below,
 * and two simultaneous users would get each other's rows.
 */
export async function appendBelow(
  context: Excel.RequestContext,
  place: TablePlace,
  rows: readonly (readonly CellValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const table = place.name === null ? null : context.workbook.tables.getItemOrNullObject(place.name);
  table?.load("showTotals,showHeaders");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount");
  await context.sync();
  if (table?.isNullObject) throw refusal("NO_TABLE", place.name ?? "");
  if (table?.showTotals) throw refusal("TOTALS_ROW", place.name ?? "");

  const { first, next, width } =
    table === null ? await plainExtent(context, sheet, place, used) : await tableExtent(context, table);
  if (rows.some((row) => row.length > width)) throw refusal("ROW_TOO_WIDE", place.name ?? place.sheet);
  const target = sheet.getRangeByIndexes(next, place.firstColumn - 1, rows.length, width).load("formulas,address");
  await context.sync();
  if (target.formulas.some((row) => !row.every(isEmptyCell))) throw refusal("BELOW_IN_USE", target.address);
  if (next > first || table !== null) {
    // New rows copy the number formats of the last row (of the first row in an empty table), so that dates stay dates.
    const above = sheet
      .getRangeByIndexes(next > first ? next - 1 : first, place.firstColumn - 1, 1, width)
      .load("numberFormat");
    await context.sync();
    target.numberFormat = rows.map(() => above.numberFormat[0] as unknown[]);
  }
  if (table !== null && supports("ExcelApi", "1.13"))
    table.resize(
      sheet.getRangeByIndexes(
        place.headerRow - 1,
        place.firstColumn - 1,
        next + rows.length - place.headerRow + 1,
        width,
      ),
    );
  // Null leaves a cell unchanged: columns without a value keep the formula Excel just filled in.
  target.values = rows.map((row) =>
    Array.from({ length: width }, (_, i) => ((row[i] ?? null) === null ? null : asTyped(row[i]!))),
  );
  await context.sync();
}

/** Extends a table down to a sheet row, over rows that are already filled. */
export async function extendTable(
  context: Excel.RequestContext,
  { name, sheet }: Pick<TablePlace, "name" | "sheet">,
  lastRow: number,
): Promise<void> {
  if (!supports("ExcelApi", "1.13"))
    throw new WorkbookError("NOT_SUPPORTED", {
      nl: "Deze versie van Excel kan een tabel niet voor u vergroten. Sleep de hoek rechtsonder in de tabel naar beneden.",
      en: "This version of Excel cannot enlarge a table for you. Drag the corner at the bottom right of the table down.",
    });
  const table = context.workbook.tables.getItemOrNullObject(name ?? "");
  table.load("showTotals");
  await context.sync();
  if (table.isNullObject) throw refusal("NO_TABLE", name ?? sheet);
  if (table.showTotals) throw refusal("TOTALS_ROW", name ?? sheet);
  const whole = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const rows = lastRow - whole.rowIndex;
  if (rows <= whole.rowCount) return;
  table.resize(
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(whole.rowIndex, whole.columnIndex, rows, whole.columnCount),
  );
  await context.sync();
}

interface Extent {
  /** First data row and the row to write to, counted from 0. */
  readonly first: number;
  readonly next: number;
  readonly width: number;
}

async function tableExtent(context: Excel.RequestContext, table: Excel.Table): Promise<Extent> {
  const body = table.getDataBodyRange().load("rowIndex,rowCount,columnCount");
  await context.sync();
  const { rowIndex, rowCount, columnCount } = body;
  // An empty table still shows one empty row, which is filled first.
  if (rowCount > 1) return { first: rowIndex, next: rowIndex + rowCount, width: columnCount };
  body.load("formulas");
  await context.sync();
  const empty = body.formulas[0]!.every(isEmptyCell);
  return { first: rowIndex, next: empty ? rowIndex : rowIndex + 1, width: columnCount };
}

async function plainExtent(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: TablePlace,
  used: Excel.Range,
): Promise<Extent> {
  const bottom = used.isNullObject ? place.headerRow : used.rowIndex + used.rowCount;
  const right = used.isNullObject ? place.firstColumn : used.columnIndex + used.columnCount;
  const block = sheet
    .getRangeByIndexes(
      place.headerRow - 1,
      place.firstColumn - 1,
      Math.max(1, bottom - place.headerRow + 1),
      Math.max(1, right - place.firstColumn + 1),
    )
    .load("formulas");
  await context.sync();
  const header = block.formulas[0] as unknown[];
  const end = header.findIndex(isEmptyCell);
  const width = end < 0 ? header.length : end;
  let next = 1;
  while (block.formulas[next]?.slice(0, width).every(isEmptyCell) === false) next++;
  return { first: place.headerRow, next: place.headerRow - 1 + next, width };
}
