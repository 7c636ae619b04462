import {
  WorkbookError,
  type CellAt,
  type CellChange,
  type CellValue,
  type LiveWorkbook,
  type Mark,
  type SheetLook,
  type SheetTable,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import { openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";

const cellEditing = (): WorkbookError =>
  new WorkbookError("CELL_EDITING", {
    nl: "In Excel wordt nog in een cel getypt. Sluit de cel af met Enter of Esc en probeer het opnieuw.",
    en: "Somebody is still typing in a cell in Excel. Finish with Enter or Esc and try again.",
  });

/** A LiveWorkbook over an .xlsx in memory, for testing the pane without Excel. */
export class FileWorkbook implements LiveWorkbook {
  /** The file, and files whose sheets were inserted. */
  #books: readonly XlsxWorkbook[];
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  readonly #before: Uint8Array[] = [];
  #selected: CellAt | null = { sheet: "", cell: "A1" };
  readonly #gone = new Set<string>();
  readonly charts: string[] = [];
  readonly selections: string[] = [];
  readonly marked: Mark[] = [];
  /** Simulates that a cell is being edited. */
  editing = false;
  #held: Promise<void> | null = null;
  /** Lets a held reading continue. */
  release: () => void = () => undefined;

  readonly capabilities = { charts: true, startup: true, undo: "own" } as const;

  constructor(bytes: Uint8Array) {
    this.#books = [openXlsx(bytes)];
  }

  /** From now on, reading waits until `release`. */
  hold(): void {
    this.#held = new Promise((resolve) => {
      this.release = () => {
        this.#held = null;
        resolve();
      };
    });
  }

  bytes(): Uint8Array {
    return this.#first.bytes();
  }

  get #first(): XlsxWorkbook {
    return this.#books[0]!;
  }

  async #book(sheet: string): Promise<XlsxWorkbook> {
    for (const book of this.#books) if ((await book.sheetNames()).includes(sheet)) return book;
    throw new WorkbookError("NO_SHEET", {
      nl: `Het blad ${sheet} staat niet in deze werkmap.`,
      en: `The sheet ${sheet} is not in this workbook.`,
    });
  }

  #refuseWhileEditing(): void {
    if (this.editing) throw cellEditing();
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  async tables(): Promise<readonly SheetTable[]> {
    this.#refuseWhileEditing();
    await this.#held;
    const all = await Promise.all(this.#books.map((book) => book.tables()));
    return all.flat().filter(({ name, sheet }) => !this.#gone.has(name ?? "") && !this.#gone.has(sheet));
  }

  async sheetNames(): Promise<readonly string[]> {
    return (await Promise.all(this.#books.map((book) => book.sheetNames())))
      .flat()
      .filter((name) => !this.#gone.has(name));
  }

  async change(changes: readonly CellChange[]): Promise<void> {
    this.#refuseWhileEditing();
    const sheet = changes[0]?.sheet ?? "";
    const book = await this.#book(sheet);
    const before = book.bytes();
    await book.change(changes);
    if (book === this.#first) this.#before.push(before);
    this.#tell({ kind: "cells", sheet, source: "local" });
  }

  undo(): Promise<boolean> {
    const before = this.#before.pop();
    if (before === undefined) return Promise.resolve(false);
    this.#books = [openXlsx(before), ...this.#books.slice(1)];
    this.#tell({ kind: "structure" });
    return Promise.resolve(true);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    this.#refuseWhileEditing();
    this.marked.push(...marks);
    await this.#first.mark(marks);
  }

  clearMarks(): Promise<number> {
    this.marked.length = 0;
    return this.#first.clearMarks();
  }

  async appendRows(
    table: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">,
    rows: readonly (readonly CellValue[])[],
  ): Promise<void> {
    this.#refuseWhileEditing();
    await (await this.#book(table.sheet)).appendRows(table, rows);
    this.#tell({ kind: "cells", sheet: table.sheet, source: "local" });
  }

  async extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void> {
    this.#refuseWhileEditing();
    await (await this.#book(table.sheet)).extendTable(table, lastRow);
    this.#tell({ kind: "structure" });
  }

  async addSheet(name: string, rows: readonly (readonly CellValue[])[], look?: SheetLook): Promise<string> {
    const added = await this.#first.addSheet(name, rows, look);
    this.#tell({ kind: "structure" });
    return added;
  }

  getSetting(key: string): Promise<string | null> {
    return this.#first.getSetting(key);
  }

  setSetting(key: string, value: string | null): Promise<void> {
    return this.#first.setSetting(key, value);
  }

  async select(at: CellAt): Promise<void> {
    this.#refuseWhileEditing();
    if (this.#gone.has(at.sheet)) throw new Error(`no sheet ${at.sheet}`);
    await this.#book(at.sheet);
    this.#selected = at;
    this.selections.push(`${at.sheet}!${at.cell}`);
  }

  selection(): Promise<CellAt | null> {
    return Promise.resolve(this.#selected);
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async insertSheets(xlsx: Uint8Array): Promise<readonly string[]> {
    const inserted = openXlsx(xlsx);
    this.#books = [...this.#books, inserted];
    this.#tell({ kind: "structure" });
    return inserted.sheetNames();
  }

  insertChart(sheet: string, range: string, title: string): Promise<void> {
    this.charts.push(`${sheet}!${range} ${title}`);
    return Promise.resolve();
  }

  // Actions of other users, and queries for tests.

  /** Changes a cell, as another user or as the user in the sheet itself. */
  async typed(sheet: string, cell: string, value: CellValue, source: "local" | "remote" = "remote"): Promise<void> {
    await (await this.#book(sheet)).change([{ sheet, cell, value }]);
    this.#tell({ kind: "cells", sheet, source });
  }

  /** The same, without notifying the pane yet. */
  async typedUnheard(sheet: string, cell: string, value: CellValue): Promise<void> {
    await (await this.#book(sheet)).change([{ sheet, cell, value }]);
  }

  /** Deletes a table or sheet. */
  removed(name: string): void {
    this.#gone.add(name);
    this.#tell({ kind: "structure" });
  }

  /** Every text on a sheet. */
  async sheetTexts(name: string): Promise<readonly string[]> {
    const book = await this.#book(name);
    const { cells } = book.sheet(book.worksheets().find((entry) => entry.name === name)!);
    return cells.rowNumbers.flatMap((_, i) => cells.valuesAt(i).filter((value) => typeof value === "string"));
  }

  choose(at: CellAt): void {
    this.#selected = at;
  }

  async value(sheet: string, cell: string): Promise<CellValue> {
    const book = await this.#book(sheet);
    const entry = book.worksheets().find(({ name }) => name === sheet)!;
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
    return book.sheet(entry).cells.value(Number(row), column);
  }
}
