import type { CellAt, CellValue, Mark } from "@prestatieafspraken/quarterly";
import {
  isDateFormat,
  openXlsx,
  parseCell,
  cellName,
  type CellLooks,
  type FileChange,
  type XlsxWorkbook,
} from "@prestatieafspraken/xlsx";

/** A cell with what the grid has in it, its formula in the form files have. */
export interface EditedCell extends Pick<FileChange, "sheet" | "cell" | "value" | "formula" | "spill" | "dropsArray"> {
  /** What the grid shows in it: a number format is for numbers only. */
  readonly shown: { readonly type: string; readonly format?: string };
}

/** What was changed in a grid, as data: enough to write it into the file that was opened. */
export interface GridEdits {
  /** Sheets that came in the grid; the first row in bold. */
  readonly sheets: readonly { readonly name: string; readonly heading: readonly CellValue[] }[];
  /** Tables that reach further down or to the right than the file has them. */
  readonly tables: readonly {
    readonly sheet: string;
    readonly name: string;
    readonly bottom: number;
    readonly columns: readonly string[];
  }[];
  readonly cells: readonly EditedCell[];
  /** Cells that look otherwise than in the file. */
  readonly looks: readonly (CellAt & { readonly looks: CellLooks })[];
  /** Sheets with other widths, in characters by column from 1, or with other rows and columns that stay in sight. */
  readonly views: readonly {
    readonly sheet: string;
    readonly widths: ReadonlyMap<number, number>;
    readonly frozen: { readonly rows: number; readonly columns: number } | null;
  }[];
  /** How the grid shows the number formats of the file; null for one it shows as no format at all. */
  readonly formats: ReadonlyMap<string, string | null>;
  /** Values beside formulas that nobody changed. */
  readonly values: readonly { readonly sheet: string; readonly cell: string; readonly value: CellValue }[];
  readonly settings: readonly (readonly [key: string, value: string | null])[];
  /** Marks to leave in the file; null when they are as the file has them. */
  readonly marks: readonly Mark[] | null;
}

/**
 * The file with what was changed: only those cells written, tables grown, sheets added, and the right value beside every
 * formula. Without changes: the very same bytes. Needs no grid, so that a worker can do it.
 * @throws WorkbookError for what cannot be changed without harm
 */
export async function withEdits(bytes: Uint8Array, edits: GridEdits): Promise<Uint8Array> {
  const file = openXlsx(bytes);
  for (const [key, value] of edits.settings) await file.setSetting(key, value);
  for (const { name, heading } of edits.sheets) await file.addSheet(name, heading.length > 0 ? [heading] : []);
  await growTables(file, edits);
  await file.change(
    edits.cells.map(({ shown, ...change }): FileChange => {
      const format = formatToWrite(file, change.sheet, change.cell, shown, edits.formats);
      return { ...change, ...(format !== null && { format }) };
    }),
  );
  file.dress(edits.looks);
  for (const { sheet, widths, frozen } of edits.views) file.layOut(sheet, widths, frozen);
  file.refresh(edits.values.map(({ sheet, cell, value }) => ({ sheet, ...parseCell(cell)!, value })));
  if (edits.marks !== null) {
    await file.clearMarks();
    await file.mark(edits.marks);
  }
  return file.bytes();
}

/** Lets the tables of the file reach as far down and to the right as they do in the grid. */
async function growTables(file: XlsxWorkbook, { tables, cells }: GridEdits): Promise<void> {
  const values = new Map(cells.map(({ sheet, cell, value }) => [`${sheet}!${cell}`, value]));
  for (const { sheet, name, bottom, columns } of tables) {
    const entry = file.worksheets().find((one) => one.name === sheet);
    const part = entry && file.tableParts(entry).find((one) => one.name === name);
    if (part === undefined) continue;
    if (columns.length > 0) await file.widenTable(sheet, name, columns);
    if (bottom <= part.area.bottom) continue;
    // Rows below what was filled get the looks of the last filled row, dates among them.
    const found = (await file.tables()).find((one) => one.name === name);
    if (found === undefined) continue;
    const first = found.headerRow + found.rows.length + 1;
    const rows = Array.from({ length: bottom - first + 1 }, (_, i) =>
      found.headers.map(
        (_header, column) => values.get(`${sheet}!${cellName(first + i, found.firstColumn + column)}`) ?? null,
      ),
    );
    await file.appendRows(found, rows);
  }
}

/**
 * The number format to give a cell so that others see what the grid shows: a date typed in a cell without a format is a date
 * in the file too. Null where the cell has it already.
 */
function formatToWrite(
  file: XlsxWorkbook,
  sheet: string,
  cell: string,
  shown: EditedCell["shown"],
  formats: GridEdits["formats"],
): string | null {
  if (shown.type !== "number") return null;
  const { row, column } = parseCell(cell)!;
  const entry = file.worksheets().find(({ name }) => name === sheet)!;
  const { format: own, isDate } = file.styles.of(file.sheet(entry, true).cells.styleId(row, column));
  const has = formats.get(own) ?? undefined;
  if (shown.format === has) return null;
  if (shown.format === undefined) return isDate ? "General" : null;
  // A format the file has keeps its own way of writing the same.
  return isDate && isDateFormat(shown.format) ? null : shown.format;
}
