import type { CellValue, Mark, SheetLook, SheetTable, UnlistedSheet, Workbook } from "@prestatieafspraken/quarterly";
import { appendRows, extendTable, widenTable, type Calculated, type TablePlace } from "./add-rows.js";
import { addSheet, dressSheet, insertVisibleSheets, protectSheet } from "./add-sheets.js";
import { changeCells, refreshValues, type FileChange, type RefreshedValue } from "./change-cells.js";
import { matchName } from "./content-type.js";
import { dressCells, layOutSheet, type DressedCell } from "./dress-cells.js";
import { clearMarks, listsMarks, markCells } from "./mark-cells.js";
import { moveColumns } from "./move-columns.js";
import { readSettings, writeSettings } from "./settings-part.js";
import { unlistedSheets } from "./unlisted-sheets.js";
import { WorkbookFile } from "./workbook-file.js";

/** Opens the bytes of an .xlsx. Throws WorkbookError with one sentence if it is not a valid workbook. */
export const openXlsx = (bytes: Uint8Array): XlsxWorkbook => new XlsxWorkbook(bytes);

/** The Workbook port for files: reads strictly, changes only the named cells, keeps all other bytes. */
export class XlsxWorkbook extends WorkbookFile implements Workbook {
  /**
   * The bytes to save under this name; the content type follows the extension, and an unsupported extension is refused.
   */
  bytesFor(name: string): Uint8Array {
    this.whole(() => matchName(this, name));
    return this.bytes();
  }

  async sheetNames(): Promise<readonly string[]> {
    return this.book.sheets.map(({ name }) => name);
  }

  async unlistedSheets(): Promise<readonly UnlistedSheet[]> {
    return unlistedSheets(this.parts, this.book);
  }

  async tables(): Promise<readonly SheetTable[]> {
    await this.readAhead(this.worksheets());
    return this.worksheets()
      .filter((entry) => !listsMarks(this, entry))
      .flatMap((entry) => this.tablesOf(entry));
  }

  async change(changes: readonly FileChange[]): Promise<void> {
    changeCells(this, changes);
  }

  /** Updates the cached values of formulas, which themselves stay as they are. */
  refresh(values: readonly RefreshedValue[]): void {
    refreshValues(this, values);
  }

  /** Changes the styles of cells; contents and formulas stay byte-identical. */
  dress(cells: readonly DressedCell[]): void {
    dressCells(this, cells);
  }

  /**
   * Sets column widths (columns counted from 1, widths in characters) and frozen rows and columns; null leaves those
   * unchanged.
   */
  layOut(
    sheet: string,
    widths: ReadonlyMap<number, number>,
    frozen: { readonly rows: number; readonly columns: number } | null,
  ): void {
    layOutSheet(this, sheet, widths, frozen);
  }

  async appendRows(table: TablePlace, rows: readonly (readonly CellValue[])[], calculated?: Calculated): Promise<void> {
    appendRows(this, table, rows, calculated);
  }

  async extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void> {
    extendTable(this, table, lastRow);
  }

  /** Adds columns with these headers at the right of an Excel table. Returns the headers as written, made unique. */
  async widenTable(sheet: string, name: string, headers: readonly string[]): Promise<readonly string[]> {
    return widenTable(this, sheet, name, headers);
  }

  /**
   * Inserts columns with these headers before a column (counted from 1) inside a table; everything on the sheet and
   * every reference to it follows.
   */
  insertColumns(sheet: string, before: number, headers: readonly string[]): void {
    moveColumns(this, sheet, { at: before, by: headers.length }, headers);
  }

  /** Deletes columns (counted from 1) of a sheet that no formula refers to. */
  deleteColumns(sheet: string, first: number, count: number): void {
    moveColumns(this, sheet, { at: first, by: -count }, []);
  }

  async addSheet(name: string, rows: readonly (readonly CellValue[])[], look?: SheetLook): Promise<string> {
    return this.whole(() => {
      const added = addSheet(this, name, rows);
      if (look !== undefined) dressSheet(this, added, rows, look);
      return added;
    });
  }

  /** Protects a sheet without a password. */
  protect(sheet: string): void {
    protectSheet(this, sheet);
  }

  /**
   * Appends the visible sheets of another workbook with their tables, formulas, styles and choice lists, but without
   * pictures and external links. A sheet name already in use gets " (2)"; references follow.
   */
  async insertSheets(other: XlsxWorkbook): Promise<readonly string[]> {
    return insertVisibleSheets(this, other);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    markCells(this, marks);
  }

  async clearMarks(): Promise<number> {
    return clearMarks(this);
  }

  async getSetting(key: string): Promise<string | null> {
    return readSettings(this.parts, this.book.part).get(key) ?? null;
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    const settings = readSettings(this.parts, this.book.part);
    if (value === null) settings.delete(key);
    else settings.set(key, value);
    this.whole(() => writeSettings(this.parts, this.book.part, settings));
  }
}
