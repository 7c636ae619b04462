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

/** A cell with its content in the grid; the formula is in stored form. */
export interface EditedCell extends Pick<FileChange, "sheet" | "cell" | "value" | "formula" | "spill" | "dropsArray"> {
  /** How the grid displays it; only numbers have a number format. */
  readonly shown: { readonly type: string; readonly format?: string };
}

/** All changes in a grid, as data to write into the opened file. */
export interface GridEdits {
  /** Sheets added in the grid; the first row is bold. */
  readonly sheets: readonly {
    readonly name: string;
    readonly heading: readonly CellValue[];
    readonly isProtected: boolean;
  }[];
  /** Tables that extend further down or to the right than in the file. */
  readonly tables: readonly {
    readonly sheet: string;
    readonly name: string;
    readonly bottom: number;
    readonly columns: readonly string[];
  }[];
  readonly cells: readonly EditedCell[];
  /** Cells whose style differs from the file. */
  readonly looks: readonly (CellAt & { readonly looks: CellLooks })[];
  /** Sheets with changed column widths (in characters, columns counted from 1) or frozen rows and columns. */
  readonly views: readonly {
    readonly sheet: string;
    readonly widths: ReadonlyMap<number, number>;
    readonly frozen: { readonly rows: number; readonly columns: number } | null;
  }[];
  /** How the grid displays each number format of the file; null if it ignores the format. */
  readonly formats: ReadonlyMap<string, string | null>;
  /** New values of formulas that were not changed. */
  readonly values: readonly { readonly sheet: string; readonly cell: string; readonly value: CellValue }[];
  readonly settings: readonly (readonly [key: string, value: string | null])[];
  /** Marks to write to the file; null if unchanged. */
  readonly marks: readonly Mark[] | null;
}

/**
 * The file with the edits: writes only those cells, extends tables, adds sheets, and updates the cached value of every
 * formula. Without edits, returns the same bytes. Needs no grid, so a worker can run it.
 * @throws WorkbookError for edits that would damage the file
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
  for (const { name, isProtected } of edits.sheets) if (isProtected) file.protect(name);
  if (edits.marks !== null) {
    await file.clearMarks();
    await file.mark(edits.marks);
  }
  return file.bytes();
}

/** Extends the tables in the file to their size in the grid. */
async function growTables(file: XlsxWorkbook, { tables, cells }: GridEdits): Promise<void> {
  const values = new Map(cells.map(({ sheet, cell, value }) => [`${sheet}!${cell}`, value]));
  for (const { sheet, name, bottom, columns } of tables) {
    const entry = file.worksheets().find((one) => one.name === sheet);
    const part = entry && file.tableParts(entry).find((one) => one.name === name);
    if (part === undefined) continue;
    if (columns.length > 0) await file.widenTable(sheet, name, columns);
    if (bottom <= part.area.bottom) continue;
    // New rows copy the style of the last filled row, including date formats.
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
 * The number format to write for a cell, so that others see what the grid shows: a date typed in an unformatted cell
 * must be a date in the file too. Null if the cell already has the format.
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
  // If the file already has a date format, that one stays.
  return isDate && isDateFormat(shown.format) ? null : shown.format;
}
