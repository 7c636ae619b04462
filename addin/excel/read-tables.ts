import type { CellValue, SheetTable } from "@prestatieafspraken/quarterly";
import { findTableBlocks, isDateFormat, type Area, type BlockCells } from "@prestatieafspraken/xlsx";
import { cellValue } from "./cell-value.js";
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

/** A sheet with a value somewhere far away has a used area of millions of empty cells; only its Excel tables are read then. */
const searchable = 2_000_000;

/**
 * Every Excel table, and the blocks on a sheet outside them that look like one. Reads only. Each sheet is read once, in pieces;
 * empty rows at the end of a table are left off.
 */
export async function readTables(context: Excel.RequestContext): Promise<readonly SheetTable[]> {
  const { tables, worksheets } = context.workbook;
  tables.load("items/name,items/showHeaders,items/worksheet/name");
  worksheets.load("items/name");
  await context.sync();
  const named = tables.items.map((table) => ({
    table,
    sheet: table.worksheet.name,
    // A table without a header row on the sheet still has names of columns.
    columns: table.showHeaders ? null : table.columns.load("items/name"),
    body: table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  const sheets = worksheets.items.map((sheet) => ({
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await context.sync();

  const blocks: Block[] = [];
  for (const { sheet, used } of sheets) {
    if (used.isNullObject) continue;
    if (used.rowCount * used.columnCount <= searchable) {
      blocks.push({
        sheet,
        row: used.rowIndex,
        column: used.columnIndex,
        rows: used.rowCount,
        columns: used.columnCount,
      });
      continue;
    }
    for (const { body } of named.filter((each) => each.sheet === sheet.name)) {
      const row = Math.max(0, body.rowIndex - 1);
      const rows = body.rowCount + body.rowIndex - row;
      blocks.push({ sheet, row, column: body.columnIndex, rows, columns: body.columnCount });
    }
  }
  const cells = new Map(sheets.map(({ sheet }) => [sheet.name, new CellsRead()]));
  await inPieces(context, blocks, "values,formulas", (index, first, piece) => {
    const { sheet, row, column } = blocks[index]!;
    cells.get(sheet.name)!.add(row + first + 1, column, piece.values, piece.formulas);
  });

  const found: Found[] = [];
  for (const { sheet } of sheets) {
    const read = cells.get(sheet.name)!;
    const taken: Area[] = [];
    for (const { table, columns, body } of named.filter((each) => each.sheet === sheet.name)) {
      // A table without header row begins right away: its headers stand, as it were, one row above.
      const area = {
        top: body.rowIndex,
        left: body.columnIndex + 1,
        bottom: body.rowIndex + body.rowCount,
        right: body.columnIndex + body.columnCount,
      };
      taken.push(area);
      found.push(cut(table.name, sheet, read, area, columns?.items.map(({ name }) => name) ?? null));
    }
    for (const { headerRow, left, right, lastRow } of findTableBlocks(read, taken))
      found.push(cut(null, sheet, read, { top: headerRow, left, right, bottom: lastRow }, null));
  }
  const dates = await dateColumns(context, found);
  const hidden = await hiddenRows(context, found);
  const merged = await mergedAreas(context, found);
  return found.map((table, index) => asSheetTable(table, dates[index]!, hidden[index]!, merged[index]!));
}

/** What was read of a sheet: rows by number, cells by column counted from 0. */
class CellsRead implements BlockCells {
  readonly rowNumbers: number[] = [];
  readonly rowValues: CellValue[][] = [];
  readonly #formulas = new Map<number, readonly unknown[]>();
  readonly #left = new Map<number, number>();

  add(firstRow: number, column: number, values: readonly unknown[][], formulas: readonly unknown[][]): void {
    const before = new Array<CellValue>(column).fill(null);
    for (const [i, row] of values.entries()) {
      const number = firstRow + i;
      const read = row.map((value, j) => cellValue(value, formulas[i]![j]));
      if (!read.some((value) => value !== null)) continue;
      const at = this.indexOf(number);
      if (this.rowNumbers[at] === number) {
        // Two tables beside each other on a sheet that was read table by table.
        const known = this.rowValues[at]!;
        for (const [j, value] of read.entries()) known[column + j] = value;
      } else {
        this.rowNumbers.splice(at, 0, number);
        this.rowValues.splice(at, 0, [...before, ...read]);
      }
      if (formulas[i]!.some((formula) => typeof formula === "string" && formula.startsWith("="))) {
        this.#formulas.set(number, formulas[i]!);
        this.#left.set(number, column);
      }
    }
  }

  indexOf(row: number): number {
    let [low, high] = [0, this.rowNumbers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rowNumbers[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  row(row: number): readonly CellValue[] | null {
    const at = this.indexOf(row);
    return this.rowNumbers[at] === row ? this.rowValues[at]! : null;
  }

  value(row: number, column: number): CellValue {
    return this.row(row)?.[column - 1] ?? null;
  }

  formula(row: number, column: number): string | null {
    const formula = this.#formulas.get(row)?.[column - 1 - (this.#left.get(row) ?? 0)];
    return typeof formula === "string" && formula.startsWith("=") ? formula : null;
  }
}

interface Found {
  readonly name: string | null;
  readonly sheet: Excel.Worksheet;
  readonly cells: CellsRead;
  /** First data row and first column, counted from 1. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const headerText = (value: CellValue): string =>
  value === null ? "" : typeof value === "object" ? value.error : String(value);

/** The rows of an area whose first row is the header. */
function cut(
  name: string | null,
  sheet: Excel.Worksheet,
  cells: CellsRead,
  { top, left, right, bottom }: Area,
  columns: readonly string[] | null,
): Found {
  const width = right - left + 1;
  const rows: CellValue[][] = [];
  let last = 0;
  for (let row = top + 1; row <= bottom; row++) {
    const values = cells.row(row);
    const copy = Array.from({ length: width }, (_, i) => values?.[left - 1 + i] ?? null);
    rows.push(copy);
    if (copy.some((value) => value !== null && value !== "")) last = rows.length;
  }
  return {
    name,
    sheet,
    cells,
    firstRow: top + 1,
    firstColumn: left,
    headers: columns ?? Array.from({ length: width }, (_, i) => headerText(cells.value(top, left + i))),
    rows: rows.slice(0, last),
  };
}

/** Per table: the columns that hold dates, with for every row whether that cell is one. */
async function dateColumns(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly ReadonlyMap<number, readonly boolean[]>[]> {
  const answers = found.map(() => new Map<number, boolean[]>());
  const asked: { readonly table: number; readonly column: number; readonly block: Block }[] = [];
  for (const [table, { headers, rows, sheet, firstRow, firstColumn }] of found.entries()) {
    for (const column of headers.keys()) {
      if (!rows.some((row) => couldBeDay(row[column]))) continue;
      const block = { sheet, row: firstRow - 1, column: firstColumn - 1 + column, rows: rows.length, columns: 1 };
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
      answers[table]!.get(column)!.push(
        ...piece.numberFormat.map((row) => isDateFormat(String((row as unknown[])[0]))),
      );
    },
  );
  return answers;
}

/** Per table: indices of rows that a filter or somebody's hand has hidden. */
async function hiddenRows(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly number[])[]> {
  const area = ({ sheet, firstRow, firstColumn, rows }: Found): Excel.Range =>
    sheet.getRangeByIndexes(firstRow - 1, firstColumn - 1, rows.length, 1);
  const asked = found.map((table) => (table.rows.length > 0 ? area(table).load("rowHidden") : null));
  if (asked.every((range) => range === null)) return found.map(() => []);
  await context.sync();
  // Null where some rows are hidden and others are not, whatever the types say.
  const visible = found.map((table, index) =>
    asked[index] !== null && (asked[index]!.rowHidden as unknown) !== false
      ? area(table).getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load("address")
      : null,
  );
  if (visible.every((range) => range === null)) return found.map(() => []);
  await context.sync();
  return found.map(({ firstRow, rows }, index) => {
    const range = visible[index];
    if (range === null || range === undefined) return [];
    const shown = new Set(range.isNullObject ? [] : rowsOf(range.address));
    return rows.map((_, i) => i).filter((i) => !shown.has(firstRow + i));
  });
}

/** Sheet rows of "Blad1!A2:C5,Blad1!A8". */
function rowsOf(address: string): number[] {
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
  const asked = found.map(({ name, sheet, firstRow, firstColumn, rows, headers }) =>
    name === null
      ? sheet
          .getRangeByIndexes(firstRow - 2, firstColumn - 1, rows.length + 1, headers.length)
          .getMergedAreasOrNullObject()
          .load("address")
      : null,
  );
  if (asked.every((areas) => areas === null)) return found.map(() => []);
  await context.sync();
  return asked.map((areas) =>
    areas === null || areas.isNullObject
      ? []
      : areas.address.split(",").map((area) => area.slice(area.lastIndexOf("!") + 1).replaceAll("$", "")),
  );
}

function asSheetTable(
  { name, sheet, cells, firstRow, firstColumn, headers, rows }: Found,
  dates: ReadonlyMap<number, readonly boolean[]>,
  hidden: readonly number[],
  merged: readonly string[],
): SheetTable {
  return {
    name,
    sheet: sheet.name,
    headerRow: firstRow - 1,
    firstColumn,
    headers,
    rows,
    isDate: (row, column) => dates.get(column)?.[row] ?? false,
    formula: (row, column) => cells.formula(firstRow + row, firstColumn + column),
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(merged.length > 0 && { merged }),
  };
}
