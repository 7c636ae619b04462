import { isEmptyCell, type SheetTable } from "@prestatieafspraken/quarterly";
import { tablesOfSheet, type NamedTable } from "@prestatieafspraken/xlsx";
import { supports } from "./host.js";
import { ExcelFacts } from "./sheet-facts.js";
import { placesOf, type Place } from "./sheet-place.js";

/**
 * Excel on the web moves at most 5 MB per request; 40,000 cells with formulas stay well below that, even with long
 * texts.
 */
const cellsPerRequest = 40_000;

/** True if the number format may change the meaning of the number: a date between 1950 and 2100, or a percentage. */
const layoutMatters = (value: unknown): boolean =>
  typeof value === "number" && ((value >= 18_264 && value < 73_051) || !Number.isInteger(value));

/** A value far away makes the used area millions of empty cells; on such a sheet only the Excel tables are read. */
const searchable = 2_000_000;

/** Rows read below a table on such a sheet, because users paste rows outside the table. */
const alsoBelow = 500;

/** A sheet to read, with its known tables. */
export interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly Excel.Table[];
}

/** An Excel table with Excel's id for it. */
export interface KnownTable extends NamedTable {
  readonly id: string;
}

/** The result of reading one sheet. */
export interface SheetRead {
  readonly facts: ExcelFacts;
  /** False if the used area is too large: then only its Excel tables were read. */
  readonly isWhole: boolean;
  readonly named: readonly KnownTable[];
  readonly tables: readonly SheetTable[];
  /** Per table, in the same order: hidden rows and columns, struck-through rows, merged cells. */
  readonly around: readonly Around[];
}

/** Facts about a table beyond its cell values. */
export type Around = Pick<SheetTable, "hiddenRows" | "hiddenColumns" | "struckRows" | "merged">;

interface Piece extends Place {
  readonly sheet: Excel.Worksheet;
}

/** Properties to load from sheets and tables before reading them. */
export const wanted = {
  sheet: "id,name,visibility",
  table: "id,name,showHeaders,showTotals",
} as const;

/** The area of a table on its sheet, counted from 1. */
export const areaOfTable = (whole: Excel.Range): NamedTable["area"] => ({
  top: whole.rowIndex + 1,
  left: whole.columnIndex + 1,
  bottom: whole.rowIndex + whole.rowCount,
  right: whole.columnIndex + whole.columnCount,
});

/**
 * Reads rectangles in as few requests as the limit allows. `load` lists the properties; `take` receives each piece with
 * its first row.
 * `going` is called before every request, and throws if the reading is out of date.
 */
async function inPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  load: string,
  take: (index: number, firstRow: number, range: Excel.Range) => void,
  going: () => void,
): Promise<void> {
  let planned: (() => void)[] = [];
  let cells = 0;
  const flush = async (): Promise<void> => {
    if (planned.length === 0) return;
    going();
    await context.sync();
    for (const done of planned) done();
    planned = [];
    cells = 0;
  };
  for (const [index, piece] of pieces.entries()) {
    const height = Math.max(1, Math.floor(cellsPerRequest / Math.max(1, piece.columns)));
    for (let first = 0; first < piece.rows; first += height) {
      const rows = Math.min(height, piece.rows - first);
      if (cells > 0 && cells + rows * piece.columns > cellsPerRequest) await flush();
      const range = piece.sheet.getRangeByIndexes(piece.row + first, piece.column, rows, piece.columns);
      // oxlint-disable-next-line office-addins/no-empty-load -- the caller passes the properties to load
      range.load(load);
      cells += rows * piece.columns;
      planned.push(() => take(index, first, range));
    }
  }
  await flush();
}

/**
 * Reads every Excel table of these sheets, and the other blocks that look like one. Reads each sheet once, in pieces,
 * without empty rows at the end of a table. Formats, hidden rows and merged cells are read only for tables that pass
 * `matters`. `from1904` is called only if there are dates.
 */
export async function readSheets(
  context: Excel.RequestContext,
  asked: readonly AskedSheet[],
  how: {
    readonly matters: (table: SheetTable) => boolean;
    readonly from1904: () => Promise<boolean>;
    readonly going: () => void;
  },
): Promise<readonly SheetRead[]> {
  const sheets = asked.map(({ sheet, tables }) => ({
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    tables: tables.map((table) => ({
      table,
      // A table without header row on the sheet still has column names.
      columns: table.showHeaders ? null : table.columns.load("items/name"),
      whole: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
    })),
  }));
  how.going();
  await context.sync();

  const read = sheets.map(({ sheet, used, tables }) => ({
    sheet,
    used,
    wholes: tables.map(({ whole }) => whole),
    isWhole: used.isNullObject || used.rowCount * used.columnCount <= searchable,
    facts: new ExcelFacts(sheet.visibility !== Excel.SheetVisibility.visible, false),
    named: tables.map(({ table, columns, whole }): KnownTable => ({
      id: table.id,
      name: table.name,
      area: areaOfTable(whole),
      hasHeader: table.showHeaders,
      totalsRows: table.showTotals ? 1 : 0,
      columns: columns?.items.map(({ name }) => name) ?? [],
    })),
  }));
  const pieces = read.flatMap(({ sheet, used, wholes, isWhole, facts }) => {
    if (used.isNullObject) return [];
    const areas = isWhole
      ? [placeOf(used)]
      : wholes.map((whole) => ({ ...placeOf(whole), rows: whole.rowCount + alsoBelow }));
    return areas.map((area) => ({ sheet, facts, ...area }));
  });
  await inPieces(
    context,
    pieces,
    "values,formulas",
    (index, first, { values, formulas }) => {
      const { facts, row, column } = pieces[index]!;
      facts.put({ row: row + first, column, values, formulas });
    },
    how.going,
  );

  const told = read.map(({ sheet, facts, isWhole, named }) => {
    const tables = tablesOfSheet(sheet.name, facts, named);
    return { sheet, facts, isWhole, named, tables, around: tables.map((): Around => ({})) };
  });
  const found = told.flatMap((of) =>
    of.tables.flatMap((table, index): Found[] =>
      how.matters(table) ? [{ table, sheet: of.sheet, facts: of.facts, around: of.around, index }] : [],
    ),
  );
  await readLayouts(context, found, how.going);
  if (found.some(({ facts }) => facts.hasDays) && (await how.from1904()))
    for (const of of told)
      if (of.facts.hasDays) {
        of.facts = of.facts.daysFrom1904();
        of.tables = tablesOfSheet(of.sheet.name, of.facts, of.named);
      }
  const looked = await readAround(context, found);
  for (const [i, { around, index }] of found.entries()) around[index] = looked[i] ?? {};
  return told.map(({ facts, isWhole, named, tables, around }) => ({
    facts,
    isWhole,
    named,
    tables: tables.map((table, index) => ({ ...table, ...around[index] })),
    around,
  }));
}

const placeOf = (range: Excel.Range): Place => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});

interface Looked {
  readonly table: SheetTable;
  readonly sheet: Excel.Worksheet;
}
interface Found extends Looked {
  readonly facts: ExcelFacts;
  /** What stands around each table of the sheet; this table is number `index`. */
  readonly around: Around[];
  readonly index: number;
}

/** Hidden rows and columns, struck-through rows and merged cells of each table. */
export async function readAround(context: Excel.RequestContext, looked: readonly Looked[]): Promise<readonly Around[]> {
  const hidden = await hiddenIn(context, looked);
  const struck = await struckRows(context, looked);
  const merged = await mergedAreas(context, looked);
  return looked.map((_, i) => {
    const { rows: hiddenRows, columns: hiddenColumns } = hidden[i]!;
    const [struckRows, mergedOnes] = [struck[i]!, merged[i]!];
    return {
      ...(hiddenRows.length > 0 && { hiddenRows }),
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
      ...(struckRows.length > 0 && { struckRows }),
      ...(mergedOnes.length > 0 && { merged: mergedOnes }),
    };
  });
}

/**
 * Columns of whole numbers with a special format (leading zeros) show it in their first rows; later rows are read only
 * then.
 */
const firstRows = 200;

/** Reads the number formats of columns where one may matter. */
async function readLayouts(context: Excel.RequestContext, found: readonly Found[], going: () => void): Promise<void> {
  interface Asked {
    readonly facts: ExcelFacts;
    readonly block: Piece;
    readonly rows: number;
    isSpecial: boolean;
  }
  const asked: Asked[] = [];
  for (const { table, sheet, facts } of found) {
    const { headers, headerRow, firstColumn, below } = table;
    // Rows below a table are read with it.
    const between = below === undefined ? 0 : below.firstRow - headerRow - 1 - table.rows.length;
    const rows = [...table.rows, ...Array.from({ length: between }, () => []), ...(below?.rows ?? [])];
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
          if (one.facts.setFormat(one.block.row + first + 1 + i, one.block.column + 1, format)) one.isSpecial = true;
        }
      },
      going,
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

const areaOfRows = ({ table, sheet }: Looked, from: number, rows: number, columns: number): Excel.Range =>
  sheet.getRangeByIndexes(table.headerRow + from, table.firstColumn - 1, rows, columns);

/** Per table: indices of rows and columns hidden by a filter or by hand. */
async function hiddenIn(
  context: Excel.RequestContext,
  found: readonly Looked[],
): Promise<readonly { readonly rows: readonly number[]; readonly columns: readonly number[] }[]> {
  const area = (one: Looked): Excel.Range => areaOfRows(one, 0, one.table.rows.length, 1);
  const asked = found.map((one) => (one.table.rows.length > 0 ? area(one).load("rowHidden") : null));
  if (asked.every((range) => range === null)) return found.map(() => ({ rows: [], columns: [] }));
  const wide = found.map((one) => areaOfRows(one, 0, 1, one.table.headers.length).load("columnHidden"));
  await context.sync();
  // rowHidden is null if only some rows are hidden, contrary to its type. Asks for entire rows, because a hidden column
  // has no visible cells, and for a single cell Excel answers about the whole sheet.
  const hiddenAt = (index: number): unknown => asked[index]?.rowHidden;
  const visible = found.map((one, index) =>
    hiddenAt(index) === null
      ? area(one).getEntireRow().getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load("address")
      : null,
  );
  // The same goes for columns, which are few: these are asked one by one.
  const narrow = found.map(({ table, sheet }, index) =>
    (wide[index]!.columnHidden as unknown) === null
      ? table.headers.map((_, i) =>
          sheet.getRangeByIndexes(table.headerRow, table.firstColumn - 1 + i, 1, 1).load("columnHidden"),
        )
      : null,
  );
  if (visible.some((range) => range !== null) || narrow.some((ranges) => ranges !== null)) await context.sync();
  const rowsOfTable = ({ table }: Looked, index: number): readonly number[] => {
    const all = table.rows.map((_, i) => i);
    if (asked[index] === null || hiddenAt(index) === false) return [];
    const range = visible[index];
    if (range === null || range === undefined) return all;
    const shown = new Set(range.isNullObject ? [] : rowsOf(range.address));
    return all.filter((i) => !shown.has(table.headerRow + 1 + i));
  };
  return found.map((one, index) => ({
    rows: rowsOfTable(one, index),
    columns: Array.from(one.table.headers.keys()).filter((i) =>
      narrow[index] === null ? wide[index]!.columnHidden : narrow[index]![i]!.columnHidden,
    ),
  }));
}

/** The sheet rows of "Blad1!A2:C5,Blad1!A8" or "Blad1!2:5". */
function rowsOf(address: string): number[] {
  return placesOf(address).flatMap(({ row, rows }) => Array.from({ length: rows }, (_, i) => row + 1 + i));
}

/**
 * Per table: indices of rows whose filled cells are all struck through. Excel gives no answer for a mixed range, so the
 * range is halved repeatedly, down to single cells.
 */
async function struckRows(
  context: Excel.RequestContext,
  found: readonly Looked[],
): Promise<readonly (readonly number[])[]> {
  const half = (from: number, rows: number): readonly [number, number][] => {
    const first = Math.ceil(rows / 2);
    return [
      [from, first],
      [from + first, rows - first],
    ];
  };
  interface Asked {
    readonly of: Looked;
    /** The rows found so far. */
    readonly struck: number[];
    readonly from: number;
    readonly rows: number;
  }
  const all = found.map((of): Asked => ({ of, struck: [], from: 0, rows: of.table.rows.length }));
  let open = all.filter(({ rows }) => rows > 0);
  const mixed: Asked[] = [];
  while (open.length > 0) {
    const asked = open.map((part) => {
      const { font } = areaOfRows(part.of, part.from, part.rows, part.of.table.headers.length).format;
      return { part, font: font.load("strikethrough") };
    });
    // oxlint-disable-next-line office-addins/no-context-sync-in-loop -- the next question depends on the answer; at most 20 times for a million rows
    await context.sync();
    open = asked.flatMap(({ part, font }): Asked[] => {
      const { struck, from, rows } = part;
      const answer = font.strikethrough as boolean | null;
      if (answer === false) return [];
      if (answer === true) for (let row = from; row < from + rows; row++) struck.push(row);
      else if (rows === 1) mixed.push(part);
      else return half(from, rows).map(([start, count]) => ({ ...part, from: start, rows: count }));
      return [];
    });
  }
  const single = mixed.map(({ of: { table, sheet }, struck, from: row }) => ({
    struck,
    row,
    fonts: (table.rows[row] ?? []).flatMap((value, column) => {
      if (isEmptyCell(value)) return [];
      const cell = sheet.getRangeByIndexes(table.headerRow + row, table.firstColumn - 1 + column, 1, 1);
      return [cell.format.font.load("strikethrough")];
    }),
  }));
  if (single.length > 0) await context.sync();
  for (const { struck, row, fonts } of single)
    if (fonts.length > 0 && fonts.every(({ strikethrough }) => strikethrough)) struck.push(row);
  return all.map(({ of: { table }, struck }) =>
    struck.filter((row) => table.rows[row]?.every(isEmptyCell) === false).sort((a, b) => a - b),
  );
}

/** Per table: merged areas that touch it. An Excel table cannot contain any. */
async function mergedAreas(
  context: Excel.RequestContext,
  found: readonly Looked[],
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
