import type { CellValue, Mark, SheetTable, Workbook } from "@prestatieafspraken/quarterly";
import { appendRows, extendTable, widenTable, type Calculated, type TablePlace } from "./add-rows.js";
import { addSheet, insertVisibleSheets } from "./add-sheets.js";
import { changeCells, refreshValues, type FileChange, type RefreshedValue } from "./change-cells.js";
import { matchName } from "./content-type.js";
import { dressCells, layOutSheet, type DressedCell } from "./dress-cells.js";
import { clearMarks, listsMarks, markCells } from "./mark-cells.js";
import { readSettings, writeSettings } from "./settings-part.js";
import { WorkbookFile } from "./workbook-file.js";

/** Opens the bytes of an .xlsx. Throws WorkbookError with one sentence for anything that is not a sound workbook. */
export const openXlsx = (bytes: Uint8Array): XlsxWorkbook => new XlsxWorkbook(bytes);

/** The Workbook port on a file: reads strictly, changes only the cells named, keeps every other byte. */
export class XlsxWorkbook extends WorkbookFile implements Workbook {
  /** The file under a name: what the file says it is follows the extension; one that cannot be written is refused. */
  bytesFor(name: string): Uint8Array {
    this.whole(() => matchName(this, name));
    return this.bytes();
  }

  async sheetNames(): Promise<readonly string[]> {
    return this.book.sheets.map(({ name }) => name);
  }

  async tables(): Promise<readonly SheetTable[]> {
    return this.worksheets()
      .filter((entry) => !listsMarks(this, entry))
      .flatMap((entry) => this.tablesOf(entry));
  }

  async change(changes: readonly FileChange[]): Promise<void> {
    changeCells(this, changes);
  }

  /** Refreshes cached values beside formulas that stay as they are: for whoever has calculated them. */
  refresh(values: readonly RefreshedValue[]): void {
    refreshValues(this, values);
  }

  /** Gives cells other looks; content and formulas keep every byte. */
  dress(cells: readonly DressedCell[]): void {
    dressCells(this, cells);
  }

  /** Sets the width of columns (counted from 1, in characters), and what stays in sight unless that is null. */
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

  /** Gives an Excel table more columns at its right, with these headers; returns them as they became, each with a name of its own. */
  async widenTable(sheet: string, name: string, headers: readonly string[]): Promise<readonly string[]> {
    return widenTable(this, sheet, name, headers);
  }

  async addSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<string> {
    return this.whole(() => addSheet(this, name, rows));
  }

  /**
   * Puts the visible sheets of another workbook behind those that are there, with their tables, formulas, looks and choice
   * lists; pictures and links to elsewhere stay behind. A sheet name in use gets " (2)", and what refers to it follows.
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
