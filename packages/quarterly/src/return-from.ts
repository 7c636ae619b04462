import { read, type ReadOptions } from "./read.js";
import { plainCell } from "./reading/plain-cells.js";
import type { Return } from "./return.js";
import type { Issue } from "./issue.js";
import type { SheetTable, TableSource } from "./workbook.js";

/** A row as an object: values by column name. A Date is a date, a bigint a number, an unknown value null or absent. */
export type PlainRow = Readonly<Record<string, unknown>>;
/** Rows by table: `{ PA_Voorraad: [{ Kwartaal: "2026-Q3", … }] }`. */
export type PlainTables = Readonly<Record<string, readonly PlainRow[]>>;

/** Rows of objects as tables; columns in order of first appearance. */
export const tableSource = (tables: PlainTables): TableSource => ({
  tables: () => Promise.resolve(Object.entries(tables).map(([name, rows]) => asTable(name, rows))),
  getSetting: () => Promise.resolve(null),
});

function asTable(name: string, rows: readonly PlainRow[]): SheetTable {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    sheet: name,
    headerRow: 1,
    firstColumn: 1,
    headers,
    rows: rows.map((row) => headers.map((header) => plainCell(Object.hasOwn(row, header) ? row[header] : undefined))),
  };
}

/**
 * Reads a quarterly return from plain objects by table instead of a spreadsheet. Tables and columns are recognised by name, as in
 * a workbook. Use `rowOfIssue` to find the row and key of an issue.
 * @throws InputError if no agreement is given, or for an invalid quarter or day.
 */
export const returnFrom = (tables: PlainTables, options: ReadOptions): Promise<Return> =>
  read(tableSource(tables), options);

/**
 * Locates an issue in the rows passed to `returnFrom`: index from 0, and the key as spelled there; null if the issue is about no
 * row or key.
 */
export function rowOfIssue(
  { sheet, row, cell }: Pick<Issue, "sheet" | "row" | "cell">,
  tables: PlainTables,
): { readonly table: string | null; readonly index: number | null; readonly key: string | null } {
  const rows = sheet === null ? undefined : tables[sheet];
  if (sheet === null || rows === undefined) return { table: null, index: null, key: null };
  const letters = /^[A-Z]+/.exec(cell ?? "")?.[0];
  const column =
    letters === undefined
      ? -1
      : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const headers = [...new Set(rows.flatMap((one) => Object.keys(one)))];
  return { table: sheet, index: row === null || row < 2 ? null : row - 2, key: headers[column] ?? null };
}
