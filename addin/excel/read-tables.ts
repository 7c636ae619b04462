import type { CellValue, SheetTable } from "@prestatieafspraken/quarterly";
import { findBlocks } from "./blocks.js";
import { cellValue, showsDate } from "./cell-value.js";
import { supports } from "./host.js";

/**
 * Excel on the web moves at most 5 MB per request; 40,000 cells with their formulas stay well under that, also when
 * every cell holds a long text.
 */
const cellsPerRequest = 40_000;

/** Numbers Excel shows as a day between 1950 and 2100. Only columns that hold one are asked for their number format. */
const couldBeDay = (value: unknown): boolean => typeof value === "number" && value >= 18_264 && value < 73_051;

interface Block {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Reads rectangles in as few requests as the limit allows; `load` says what of each piece, `take` gets it with its first row. */
async function inPieces(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  load: string,
  take: (block: number, firstRow: number, piece: Excel.Range) => void,
): Promise<void> {
  let planned: (() => void)[] = [];
  let cells = 0;
  const flush = async (): Promise<void> => {
    if (planned.length === 0) return;
    await context.sync();
    for (const done of planned) done();
    planned = [];
    cells = 0;
  };
  for (const [index, block] of blocks.entries()) {
    const height = Math.max(1, Math.floor(cellsPerRequest / Math.max(1, block.columns)));
    for (let first = 0; first < block.rows; first += height) {
      const rows = Math.min(height, block.rows - first);
      if (cells > 0 && cells + rows * block.columns > cellsPerRequest) await flush();
      const piece = block.sheet.getRangeByIndexes(block.row + first, block.column, rows, block.columns);
      piece.load(load);
      cells += rows * block.columns;
      planned.push(() => take(index, first, piece));
    }
  }
  await flush();
}

/** Every Excel table, and of sheets without one the blocks that look like a table. Reads only. */
export async function readTables(context: Excel.RequestContext): Promise<readonly SheetTable[]> {
  const { tables, worksheets } = context.workbook;
  tables.load("items/name,items/showHeaders,items/worksheet/name");
  worksheets.load("items/name");
  await context.sync();

  const withTable = new Set(tables.items.map((table) => table.worksheet.name));
  const named = tables.items.map((table) => ({
    table,
    // A table without a header row on the sheet still has names of columns.
    header: table.showHeaders ? table.getHeaderRowRange().load("values") : null,
    columns: table.showHeaders ? null : table.columns.load("items/name"),
    body: table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount,rowHidden"),
  }));
  const plain = worksheets.items
    .filter((sheet) => !withTable.has(sheet.name))
    .map((sheet) => ({
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    }));
  await context.sync();

  const blocks: Block[] = [
    ...named.map(({ table, body }) => ({
      sheet: table.worksheet,
      row: body.rowIndex,
      column: body.columnIndex,
      rows: body.rowCount,
      columns: body.columnCount,
    })),
    ...plain
      .filter(({ used }) => !used.isNullObject)
      .map(({ sheet, used }) => ({
        sheet,
        row: used.rowIndex,
        column: used.columnIndex,
        rows: used.rowCount,
        columns: used.columnCount,
      })),
  ];
  const contents = blocks.map(() => ({ values: [] as CellValue[][], formulas: [] as unknown[][] }));
  await inPieces(context, blocks, "values,formulas", (index, _first, piece) => {
    const content = contents[index]!;
    for (const [i, row] of piece.values.entries()) {
      const formulas = piece.formulas[i] as unknown[];
      content.values.push((row as unknown[]).map((value, j) => cellValue(value, formulas[j])));
      content.formulas.push(formulas);
    }
  });

  const found: Found[] = [];
  for (const [index, { table, header, columns, body }] of named.entries()) {
    const { values, formulas } = contents[index]!;
    found.push({
      name: table.name,
      sheet: table.worksheet,
      firstRow: body.rowIndex,
      firstColumn: body.columnIndex,
      headers: (columns?.items.map(({ name }) => name) ?? header!.values[0]!).map((text) => String(text)),
      values,
      formulas,
      // Null where some rows are hidden and others are not, whatever the types say.
      someHidden: (body.rowHidden as boolean | null) ?? true,
    });
  }
  for (const [index, block] of blocks.entries()) {
    if (index < named.length) continue;
    const { values, formulas } = contents[index]!;
    for (const { top, left, height, width } of findBlocks(values)) {
      const cut = <T>(rows: readonly (readonly T[])[]): T[][] =>
        rows.slice(top + 1, top + height).map((row) => row.slice(left, left + width));
      found.push({
        name: null,
        sheet: block.sheet,
        firstRow: block.row + top + 1,
        firstColumn: block.column + left,
        headers: values[top]!.slice(left, left + width) as string[],
        values: cut(values),
        formulas: cut(formulas),
        someHidden: true,
      });
    }
  }
  const dates = await dateColumns(context, found);
  const hidden = await hiddenRows(context, found);
  const merged = await mergedAreas(context, found);
  return found.map((table, index) => asSheetTable(table, dates[index]!, hidden[index]!, merged[index]!));
}

interface Found {
  readonly name: string | null;
  readonly sheet: Excel.Worksheet;
  /** Of the first data row and column, counted from 0. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly someHidden: boolean;
}

/** Per table: the columns that hold dates, with for every row whether that cell is one. */
async function dateColumns(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly ReadonlyMap<number, readonly boolean[]>[]> {
  const answers = found.map(() => new Map<number, boolean[]>());
  const asked: { readonly table: number; readonly column: number; readonly block: Block }[] = [];
  for (const [table, { headers, values, sheet, firstRow, firstColumn }] of found.entries()) {
    for (const column of headers.keys()) {
      if (!values.some((row) => couldBeDay(row[column]))) continue;
      const block = { sheet, row: firstRow, column: firstColumn + column, rows: values.length, columns: 1 };
      asked.push({ table, column, block });
      answers[table]!.set(column, []);
    }
  }
  await inPieces(
    context,
    asked.map(({ block }) => block),
    "numberFormat",
    (index, _first, piece) => {
      const { table, column } = asked[index]!;
      answers[table]!.get(column)!.push(...piece.numberFormat.map((row) => showsDate(String((row as unknown[])[0]))));
    },
  );
  return answers;
}

/** Per table: indices of rows that a filter or somebody's hand has hidden. */
async function hiddenRows(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly number[])[]> {
  const asked = found.map(({ sheet, firstRow, firstColumn, values, someHidden }) =>
    someHidden && values.length > 0
      ? sheet
          .getRangeByIndexes(firstRow, firstColumn, values.length, 1)
          .getSpecialCellsOrNullObject(Excel.SpecialCellType.visible)
          .load("address")
      : null,
  );
  if (asked.every((visible) => visible === null)) return found.map(() => []);
  await context.sync();
  return found.map(({ firstRow, values }, index) => {
    const visible = asked[index];
    if (visible === null || visible === undefined) return [];
    const shown = new Set(visible.isNullObject ? [] : rowsOf(visible.address));
    return values.map((_, i) => i).filter((i) => !shown.has(firstRow + 1 + i));
  });
}

/** Sheet rows of "Blad1!A2:C5,Blad1!A8". */
export function rowsOf(address: string): number[] {
  const rows: number[] = [];
  for (const [, first, last] of address.matchAll(/\$?[A-Z]{1,3}\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?(?=,|$)/g))
    for (let row = Number(first); row <= Number(last ?? first); row++) rows.push(row);
  return rows;
}

/** Per table: merged areas that touch it. A real table cannot hold any. */
async function mergedAreas(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly string[])[]> {
  if (!supports("ExcelApi", "1.13")) return found.map(() => []);
  const asked = found.map(({ name, sheet, firstRow, firstColumn, values, headers }) =>
    name === null
      ? sheet
          .getRangeByIndexes(firstRow - 1, firstColumn, values.length + 1, headers.length)
          .getMergedAreasOrNullObject()
          .load("address")
      : null,
  );
  if (asked.every((areas) => areas === null)) return found.map(() => []);
  await context.sync();
  return asked.map((areas) =>
    areas === null || areas.isNullObject
      ? []
      : areas.address.split(",").map((area) => area.slice(area.lastIndexOf("!") + 1)),
  );
}

function asSheetTable(
  table: Found,
  dates: ReadonlyMap<number, readonly boolean[]>,
  hidden: readonly number[],
  merged: readonly string[],
): SheetTable {
  return {
    name: table.name,
    sheet: table.sheet.name,
    headerRow: table.firstRow,
    firstColumn: table.firstColumn + 1,
    headers: table.headers,
    rows: table.values,
    isDate: (row, column) => dates.get(column)?.[row] ?? false,
    formula: (row, column) => {
      const formula = table.formulas[row]?.[column];
      return typeof formula === "string" && formula.startsWith("=") ? formula : null;
    },
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(merged.length > 0 && { merged }),
  };
}
