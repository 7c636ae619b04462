import { isEmptyCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { isDateFormat, tablesOfSheet, tellingFormat, type NamedTable, type SheetFacts } from "@prestatieafspraken/xlsx";
import { cellValue } from "./cell-value.js";
import { supports } from "./host.js";

/**
 * Excel on the web moves at most 5 MB per request; 40,000 cells with their formulas stay well under that, also when
 * every cell holds a long text.
 */
const cellsPerRequest = 40_000;

/** Numbers of which the layout may say something else than the number: a day between 1950 and 2100, a percentage. */
const layoutMatters = (value: unknown): boolean =>
  typeof value === "number" && ((value >= 18_264 && value < 73_051) || !Number.isInteger(value));

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

/** Rows under a table that are read with it there, because somebody may have pasted rows outside the table. */
const alsoBelow = 500;

/**
 * Every Excel table, and the blocks on a sheet outside them that look like one. Reads only. Each sheet is read once, in pieces;
 * empty rows at the end of a table are left off.
 */
export async function readTables(context: Excel.RequestContext): Promise<readonly SheetTable[]> {
  const { tables, worksheets } = context.workbook;
  tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/name");
  worksheets.load("items/name,items/visibility");
  await context.sync();
  const named = tables.items.map((table) => ({
    table,
    sheet: table.worksheet.name,
    // A table without a header row on the sheet still has names of columns.
    columns: table.showHeaders ? null : table.columns.load("items/name"),
    whole: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
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
    for (const { whole } of named.filter((each) => each.sheet === sheet.name)) {
      const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = whole;
      blocks.push({ sheet, row, column, rows: rowCount + alsoBelow, columns });
    }
  }
  const facts = new Map(sheets.map(({ sheet }) => [sheet.name, new ExcelFacts(sheet.visibility !== "Visible")]));
  await inPieces(context, blocks, "values,formulas", (index, first, piece) => {
    const { sheet, row, column } = blocks[index]!;
    facts.get(sheet.name)!.add(row + first + 1, column, piece.values, piece.formulas);
  });

  const found = sheets.flatMap(({ sheet }): Found[] => {
    const own = named
      .filter((each) => each.sheet === sheet.name)
      .map(({ table, columns, whole }): NamedTable => ({
        name: table.name,
        area: {
          top: whole.rowIndex + 1,
          left: whole.columnIndex + 1,
          bottom: whole.rowIndex + whole.rowCount,
          right: whole.columnIndex + whole.columnCount,
        },
        hasHeader: table.showHeaders,
        totalsRows: table.showTotals ? 1 : 0,
        columns: columns?.items.map(({ name }) => name) ?? [],
      }));
    const its = facts.get(sheet.name)!;
    return tablesOfSheet(sheet.name, its, own).map((table) => ({ table, sheet, facts: its }));
  });
  await readLayouts(context, found);
  const hidden = await hiddenRows(context, found);
  const struck = await struckRows(context, found);
  const merged = await mergedAreas(context, found);
  return found.map(({ table }, index) => ({
    ...table,
    ...(hidden[index]!.length > 0 && { hiddenRows: hidden[index]! }),
    ...(struck[index]!.length > 0 && { struckRows: struck[index]! }),
    ...(merged[index]!.length > 0 && { merged: merged[index]! }),
  }));
}

/** A workbook that a formula takes its value from: "='C:\\map\\[Opgave Q2.xlsx]Blad1'!A1". */
const otherBook = /\[([^[\]]{1,200}\.(?:xls[xmb]?|ods|csv))\]/i;

/** What was read of a sheet. Layouts come later, once it is known which cells need one. */
class ExcelFacts implements SheetFacts {
  readonly rowNumbers: number[] = [];
  readonly rowValues: CellValue[][] = [];
  readonly linked: { readonly row: number; readonly column: number; readonly source: string | null }[] = [];
  /** Excel calculates; what lies around cells is asked per table. */
  readonly uncalculated = [];
  readonly hiddenRows = [];
  readonly merged = [];
  readonly isStruck = null;
  readonly #formulas = new Map<number, readonly unknown[]>();
  readonly #left = new Map<number, number>();
  readonly #formats = new Map<number, Map<number, string>>();

  constructor(readonly isHidden: boolean) {}

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
      let calculates = false;
      for (const [j, formula] of formulas[i]!.entries()) {
        if (typeof formula !== "string" || !formula.startsWith("=")) continue;
        calculates = true;
        const source = formula.includes("[") ? otherBook.exec(formula)?.[1] : undefined;
        if (source !== undefined) this.linked.push({ row: number, column: column + 1 + j, source });
      }
      if (calculates) {
        this.#formulas.set(number, formulas[i]!);
        this.#left.set(number, column);
      }
    }
  }

  setFormat(row: number, column: number, format: string): void {
    const own = this.#formats.get(column) ?? new Map<number, string>();
    this.#formats.set(column, own.set(row, format));
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

  value(row: number, column: number): CellValue {
    const at = this.indexOf(row);
    return this.rowNumbers[at] === row ? (this.rowValues[at]![column - 1] ?? null) : null;
  }

  isDate(row: number, column: number): boolean {
    return isDateFormat(this.#formats.get(column)?.get(row) ?? "");
  }

  format(row: number, column: number): string | null {
    return this.#formats.get(column)?.get(row) ?? null;
  }

  formula(row: number, column: number): string | null {
    const formula = this.#formulas.get(row)?.[column - 1 - (this.#left.get(row) ?? 0)];
    return typeof formula === "string" && formula.startsWith("=") ? formula : null;
  }
}

interface Found {
  readonly table: SheetTable;
  readonly sheet: Excel.Worksheet;
  readonly facts: ExcelFacts;
}

/** Whole numbers that are laid out specially (zeros in front) are so from the first rows on: more than these are asked only then. */
const firstRows = 200;

/** Asks the number formats of the columns in which one may matter. */
async function readLayouts(context: Excel.RequestContext, found: readonly Found[]): Promise<void> {
  interface Asked {
    readonly facts: ExcelFacts;
    readonly block: Block;
    readonly rows: number;
    isSpecial: boolean;
  }
  const asked: Asked[] = [];
  for (const { table, sheet, facts } of found) {
    const { headers, rows, headerRow, firstColumn } = table;
    for (const column of headers.keys()) {
      if (!rows.some((row) => typeof row[column] === "number")) continue;
      const all = rows.some((row) => layoutMatters(row[column]));
      const block = { sheet, row: headerRow, column: firstColumn - 1 + column, columns: 1 };
      const height = all ? rows.length : Math.min(rows.length, firstRows);
      asked.push({ facts, block: { ...block, rows: height }, rows: rows.length, isSpecial: false });
    }
  }
  const ask = (these: readonly Asked[]): Promise<void> =>
    inPieces(
      context,
      these.map(({ block }) => block),
      "numberFormat",
      (index, first, piece) => {
        const one = these[index]!;
        for (const [i, row] of piece.numberFormat.entries()) {
          const format = String((row as unknown[])[0]);
          if (tellingFormat(format) === null) continue;
          one.isSpecial = true;
          one.facts.setFormat(one.block.row + first + 1 + i, one.block.column + 1, format);
        }
      },
    );
  await ask(asked);
  await ask(
    asked.flatMap(({ isSpecial, block, rows, ...rest }) =>
      isSpecial && rows > block.rows
        ? [{ ...rest, rows, isSpecial, block: { ...block, row: block.row + block.rows, rows: rows - block.rows } }]
        : [],
    ),
  );
}

const areaOfRows = ({ table, sheet }: Found, from: number, rows: number, columns: number): Excel.Range =>
  sheet.getRangeByIndexes(table.headerRow + from, table.firstColumn - 1, rows, columns);

/** Per table: indices of rows that a filter or somebody's hand has hidden. */
async function hiddenRows(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly number[])[]> {
  const area = (one: Found): Excel.Range => areaOfRows(one, 0, one.table.rows.length, 1);
  const asked = found.map((one) => (one.table.rows.length > 0 ? area(one).load("rowHidden") : null));
  if (asked.every((range) => range === null)) return found.map(() => []);
  await context.sync();
  // Null where some rows are hidden and others are not, whatever the types say.
  const visible = found.map((one, index) =>
    asked[index] !== null && (asked[index]!.rowHidden as unknown) !== false
      ? area(one).getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load("address")
      : null,
  );
  if (visible.every((range) => range === null)) return found.map(() => []);
  await context.sync();
  return found.map(({ table }, index) => {
    const range = visible[index];
    if (range === null || range === undefined) return [];
    const shown = new Set(range.isNullObject ? [] : rowsOf(range.address));
    return table.rows.map((_, i) => i).filter((i) => !shown.has(table.headerRow + 1 + i));
  });
}

/** Sheet rows of "Blad1!A2:C5,Blad1!A8". */
function rowsOf(address: string): number[] {
  const rows: number[] = [];
  for (const [, first, last] of address.matchAll(/\$?[A-Z]{1,3}\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?(?=,|$)/g))
    for (let row = Number(first); row <= Number(last ?? first); row++) rows.push(row);
  return rows;
}

/**
 * Per table: indices of rows of which everything filled in is struck through. Excel says "some of it" of a range with both, so
 * such a range is asked again in two halves, and in the end cell by cell.
 */
async function struckRows(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly number[])[]> {
  const struck = found.map((): number[] => []);
  const half = (from: number, rows: number): readonly [number, number][] => {
    const first = Math.ceil(rows / 2);
    return [
      [from, first],
      [from + first, rows - first],
    ];
  };
  type Asked = readonly [index: number, from: number, rows: number];
  let open = found.flatMap(({ table }, index): Asked[] =>
    table.rows.length > 0 ? [[index, 0, table.rows.length]] : [],
  );
  const mixed: (readonly [index: number, row: number])[] = [];
  while (open.length > 0) {
    const asked = open.map(([index, from, rows]) => {
      const { font } = areaOfRows(found[index]!, from, rows, found[index]!.table.headers.length).format;
      return font.load("strikethrough");
    });
    await context.sync();
    open = open.flatMap(([index, from, rows], i): Asked[] => {
      const answer = asked[i]!.strikethrough as boolean | null;
      if (answer === false) return [];
      if (answer === true) for (let row = from; row < from + rows; row++) struck[index]!.push(row);
      else if (rows === 1) mixed.push([index, from]);
      else return half(from, rows).map(([start, count]): Asked => [index, start, count]);
      return [];
    });
  }
  const cells = mixed.map(([index, row]) =>
    found[index]!.table.rows[row]!.flatMap((value, column) => {
      if (isEmptyCell(value)) return [];
      const { table, sheet } = found[index]!;
      const cell = sheet.getRangeByIndexes(table.headerRow + row, table.firstColumn - 1 + column, 1, 1);
      return [cell.format.font.load("strikethrough")];
    }),
  );
  if (cells.length > 0) await context.sync();
  for (const [i, [index, row]] of mixed.entries())
    if (cells[i]!.length > 0 && cells[i]!.every(({ strikethrough }) => strikethrough)) struck[index]!.push(row);
  return struck.map((rows, index) =>
    rows.filter((row) => found[index]!.table.rows[row]!.some((value) => !isEmptyCell(value))).sort((a, b) => a - b),
  );
}

/** Per table: merged areas that touch it. A real table cannot hold any. */
async function mergedAreas(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<readonly (readonly string[])[]> {
  if (!supports("ExcelApi", "1.13")) return found.map(() => []);
  const asked = found.map((one) =>
    one.table.name === null
      ? areaOfRows(one, -1, one.table.rows.length + 1, one.table.headers.length)
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
