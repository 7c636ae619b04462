import { CellFault, onlyCell } from "@prestatieafspraken/functions";
import type { Text } from "@prestatieafspraken/indicators";
import {
  aboutRow,
  isEmptyCell,
  mostPicked,
  read,
  type CellAt,
  type CellChange,
  type CellRange,
  type CellValue,
  type LiveWorkbook,
  type Mark,
  type Return,
  type SheetLook,
  type SheetTable,
  type UnlistedSheet,
  type TableArea,
  WorkbookError,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import {
  cellValue,
  contextOf,
  gridFormat,
  setContext,
  type Position,
  type Sheets,
} from "@prestatieafspraken/spreadsheet";
import { cellName, movedArea, openXlsx, parseCell, refusal, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { changeCells, dispatchTogether, positionOf, takeBack, type Changed } from "./changes.js";
import { editsOf } from "./edits-of.js";
import { addColumn, columnsInside, deleteColumns, type FileColumns } from "./column-moves.js";
import { watch } from "./edits-plugin.js";
import { withEdits, type GridEdits } from "./grid-edits.js";
import { load, type Deed, type GridOptions, type Loaded } from "./loaded.js";
import { appendRows, extendTable, moreRows, type TableAt } from "./new-rows.js";
import { pacePastes, type Pacing } from "./paced-paste.js";
import { addSheet } from "./new-sheet.js";
import { fileRefuses } from "./refusals.js";
import { hiddenRow, reveal } from "./reveal.js";
import { deleteRows, insertRows } from "./row-moves.js";
import type { Command, ShownModel } from "./shown-engine.js";
import { TableReader } from "./table-reader.js";
import { readDutchNames } from "./typed-formulas.js";
import { words } from "./words.js";

/** Maximum number of undo steps. */
const undoDepth = 50;

/** A deleted row of a table, so that undo can put an empty one back in its place. */
type DeletedRow = Position & { readonly place: TableArea };

/** Makes the file with the edits; a page uses a worker. */
type Write = (bytes: Uint8Array, edits: GridEdits) => Promise<Uint8Array>;

/**
 * The LiveWorkbook port for the grid. Keeps the opened file: saving writes only the changed cells, so that everything
 * the grid does not support stays byte-identical. Works without a screen.
 */
export class GridWorkbook implements LiveWorkbook {
  readonly capabilities = { charts: false, startup: false, undo: "native" } as const;
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  readonly #undo: { readonly changed: readonly Changed[]; deleted: readonly DeletedRow[] }[] = [];
  #at: Loaded;
  #marks: readonly Mark[];
  #marksChanged = false;
  readonly #untold = new Map<string, WorkbookEvent>();
  #reader: TableReader;
  /** The tables read since the last change; null after a change. */
  #tables: readonly SheetTable[] | null = null;
  /** The return that live functions answer from. */
  #found: Return | null = null;
  /** Called when an action in the grid is refused. */
  onRefused: ((reason: WorkbookError) => void) | null = null;
  /** Called when keyboard input should go to the selected cell. */
  onEnter: (() => void) | null = null;
  /** Called when the grid must show another model, because sheets were inserted. */
  onReplaced: (() => Promise<void>) | null = null;
  /** Called when a large paste begins, which can be stopped; the function it returns is called at its end. */
  onPaste: Pacing["began"] | null = null;
  /** The file before its columns moved; null if they did not, or if that was undone. */
  #before: Uint8Array | null = null;
  #finishPaste: () => void = () => undefined;
  /** Deeds done before `onDeed` was set; later deeds can only be replayed after these. */
  readonly #unstored: Deed[] = [];
  #onDeed: ((deed: Deed) => void) | null = null;
  /** Called when later deeds apply to another file than the opened one. */
  onFile: ((bytes: Uint8Array) => void) | null = null;
  /** Makes the file to save. */
  write: Write = withEdits;

  /** Opens an .xlsx in a grid and replays earlier deeds; resolves once live functions have answered. */
  static async open(bytes: Uint8Array, options: GridOptions, deeds: readonly Deed[] = []): Promise<GridWorkbook> {
    const loaded = await load(bytes, options, () => workbook.#refused(), deeds);
    const workbook: GridWorkbook = new GridWorkbook(loaded, options);
    workbook.#marksChanged = deeds.some(({ kind }) => kind === "marks");
    // Cached values in the file may be outdated; the engine's results count.
    await workbook.refresh();
    return workbook;
  }

  private constructor(
    loaded: Loaded,
    private readonly options: GridOptions,
  ) {
    this.#at = loaded;
    this.#marks = loaded.marks;
    this.#reader = new TableReader(loaded.sheets, loaded.bare);
    this.#follow();
  }

  #follow(): void {
    this.#tables = null;
    const watching = watch(this.sheets.pa);
    watching.onEdit = (command) => this.#edited(command);
    watching.refuses = (at) => {
      const reason = fileRefuses(this.#at, at);
      if (reason !== null) this.onRefused?.(reason);
      return reason !== null;
    };
    this.#at.log.onRevision = (revision) => this.#did({ kind: "revision", revision });
    const { getters } = this.model;
    const { canUndo } = getters;
    getters.canUndo = () => canUndo() || this.#before !== null;
    this.model.on("command-rejected", this, ({ command: { type } }) => {
      const before = this.#before;
      if (type !== "REQUEST_UNDO" || before === null) return;
      void this.#replace(before).catch((problem: unknown) => {
        if (problem instanceof WorkbookError) this.onRefused?.(problem);
        else throw problem;
      });
    });
    readDutchNames(this.model);
    this.#finishPaste = pacePastes(this.model, {
      began: (stop) => this.onPaste?.(stop) ?? (() => undefined),
      pause: () => new Promise((resolve) => setTimeout(resolve)),
    }).finish;
  }

  /** Called at once for every deed, to store it; also for those since the workbook was opened. */
  set onDeed(store: (deed: Deed) => void) {
    this.#onDeed = store;
    for (const deed of this.#unstored.splice(0)) store(deed);
  }

  #did(deed: Deed): void {
    if (this.#onDeed === null) this.#unstored.push(deed);
    else this.#onDeed(deed);
  }

  #refused(): void {
    const { getters } = this.model;
    const { sheetId, row, col } = getters.getActivePosition();
    this.onRefused?.(refusal("PROTECTED_SHEET", `${getters.getSheetName(sheetId)}!${cellName(row + 1, col + 1)}`));
  }

  get file(): XlsxWorkbook {
    return this.#at.file;
  }

  get sheets(): Sheets {
    return this.#at.sheets;
  }

  get model(): ShownModel {
    return this.sheets.model as ShownModel;
  }

  #edited(command: Command): void {
    const { type, sheetId } = command;
    this.#tables = null;
    this.#reader.edited(command);
    const { getters } = this.model;
    const isStructure = /SHEET|TABLE|FILTER|UNDO|REDO/.test(type);
    const event: WorkbookEvent =
      !isStructure && sheetId !== undefined && getters.getSheetIds().includes(sheetId)
        ? { kind: "cells", sheet: getters.getSheetName(sheetId), source: "local" }
        : { kind: "structure" };
    this.#tellSoon(event);
  }

  /** Notifies later, because the engine is still busy; a paste is reported once per sheet. */
  #tellSoon(event: WorkbookEvent): void {
    if (this.#untold.size === 0)
      queueMicrotask(() => {
        const events = [...this.#untold.values()];
        this.#untold.clear();
        for (const one of events) this.#tell(one);
      });
    this.#untold.set(event.kind === "cells" ? event.sheet : "", event);
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /**
   * Makes live functions answer from the current tables. Tables may contain live formulas in turn, so this repeats a
   * few times.
   */
  async refresh(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      const found = await read(this, { agreements: this.options.agreements });
      this.#found = found;
      if (found.hash === this.#at.readHash) break;
      this.#at.readHash = found.hash;
      setContext(this.sheets, contextOf(found, this.options));
      this.#tables = null;
      // The page shows the answers and handles the next key before the tables are read again.
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#makeRoom();
  }

  /** Adds rows and columns if an answer of several cells would exceed its sheet. */
  #makeRoom(): void {
    const { getters } = this.model;
    for (const { cells, at } of this.sheets.take()) {
      if (at === null || cells instanceof CellFault || onlyCell(cells) !== null) continue;
      const { sheetId } = at;
      for (const [dimension, count, needed] of [
        ["ROW", getters.getNumberRows(sheetId), at.row + cells.length],
        ["COL", getters.getNumberCols(sheetId), at.col + (cells[0]?.length ?? 0)],
      ] as const)
        if (needed > count)
          dispatchTogether(this.#at, [
            moreRows(sheetId, getters.getSheetName(sheetId), count - 1, needed - count, dimension),
          ]);
    }
  }

  /** What a row (counted from 1) is about: its project or party, and quarter; null for a row outside the return. */
  about(sheet: string, row: number): Text | null {
    return this.#found === null ? null : aboutRow(this.#found, sheet, row);
  }

  /** The changes made here, to write into the file. */
  edits(): GridEdits {
    this.#finishPaste();
    return {
      ...editsOf(this.sheets, this.#at.reaches),
      formats: new Map(this.file.styles.list.map(({ format }) => [format, gridFormat(format)])),
      settings: [...this.#at.settings],
      marks: this.#marksChanged ? this.#marks : null,
    };
  }

  /** The file with the changes made here. */
  async save(): Promise<Uint8Array> {
    return this.write(this.#at.bytes, this.edits());
  }

  /** The marks now shown. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** The notes people wrote in the file; saving keeps them as they are. */
  get notes(): Loaded["notes"] {
    return this.#at.notes;
  }

  async tables(): Promise<readonly SheetTable[]> {
    // Both live functions and the pane ask for the tables after an edit.
    return (this.#tables ??= this.#reader.read());
  }

  sheetNames(): Promise<readonly string[]> {
    const { getters } = this.model;
    return Promise.resolve(getters.getSheetIds().map((id) => getters.getSheetName(id)));
  }

  async change(changes: readonly (CellChange & { readonly format?: string })[]): Promise<void> {
    if (changes.length === 0) return;
    const changed = changeCells(this.#at, changes);
    this.#makeRoom();
    this.#undo.push({ changed: changed(), deleted: [] });
    if (this.#undo.length > undoDepth) this.#undo.shift();
  }

  async undo(): Promise<boolean> {
    const last = this.#undo.at(-1);
    if (last === undefined) return false;
    const back: DeletedRow[] = [];
    try {
      for (const gone of last.deleted) {
        insertRows(this.#at, await this.#tableAt(gone.place), gone.sheetId, gone.row, 1);
        back.unshift(gone);
      }
      takeBack(this.#at, last.changed);
    } catch (error) {
      // Removes the restored empty rows again, so that a refused undo changes nothing.
      for (const { sheetId, row, place } of back) deleteRows(this.#at, await this.#tableAt(place), sheetId, row, row);
      throw error;
    }
    this.#undo.pop();
    return true;
  }

  async appendRows(table: TableAt, rows: readonly (readonly CellValue[])[]): Promise<void> {
    if (rows.length > 0) appendRows(this.#at, await this.tables(), table, rows);
  }

  async extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void> {
    extendTable(this.#at, table, lastRow);
  }

  /** Inserts empty rows above a row (counted from 0) of the tables on a sheet. */
  async insertRows(sheetId: string, before: number, count: number): Promise<void> {
    insertRows(this.#at, await this.tables(), sheetId, before, count);
  }

  /** Inserts columns before a column (counted from 0) of a table, and selects the header of the first. */
  async insertColumns(sheetId: string, before: number, count: number): Promise<void> {
    const word = words.columnName[this.options.language];
    const sheet = this.model.getters.getSheetName(sheetId);
    const inside = columnsInside(this.#at, sheetId, before, count);
    if (inside === null) {
      const headers = Array.from({ length: count }, () => addColumn(this.#at, sheetId, before, word));
      await this.select({ sheet, cell: headers[0]! });
      return;
    }
    const headers = Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
    await this.#moveColumns(inside, count, (file) => file.insertColumns(sheet, inside.first, headers));
  }

  /** Deletes columns (counted from 0) of a table. */
  async deleteColumns(sheetId: string, left: number, right: number): Promise<void> {
    const inFile = deleteColumns(this.#at, sheetId, left, right);
    if (inFile === null) return;
    const { sheet, first, count } = inFile;
    await this.#moveColumns(inFile, -count, (file) => file.deleteColumns(sheet, first, count));
  }

  /** Moves columns in the file with everything done so far, and continues with that file. */
  async #moveColumns({ sheet, first }: FileColumns, by: number, work: (file: XlsxWorkbook) => void): Promise<void> {
    const before = await this.save();
    const file = openXlsx(before);
    await file.clearMarks();
    work(file);
    const move = { at: first, by };
    await file.mark(
      this.#marks.flatMap((mark) => {
        const { row, column } = parseCell(mark.cell)!;
        const moved = movedArea(move, { top: row, bottom: row, left: column, right: column });
        if (mark.sheet !== sheet) return [mark];
        return moved === null ? [] : [{ ...mark, cell: cellName(row, moved.left) }];
      }),
    );
    const at = await this.selection();
    await this.#replace(file.bytes(), before);
    const top = this.sheets.position(sheet, cellName(1, Math.max(1, by < 0 ? first - 1 : first)));
    if (top === null || at === null) return;
    await this.select({ sheet, cell: cellName(parseCell(at.cell)!.row, top.col + 1) });
  }

  /** Deletes rows (counted from 0) from the tables on a sheet; rows below move up. */
  async deleteRows(sheetId: string, top: number, bottom: number): Promise<void> {
    deleteRows(this.#at, await this.tables(), sheetId, top, bottom);
  }

  /** Removes an emptied row from its table; false if something in the way makes it stay, empty. */
  async deleteRow(place: TableArea, row: number): Promise<boolean> {
    const at = { ...positionOf(this.#at, { sheet: place.sheet, cell: cellName(row, place.firstColumn) }), place };
    const found = await this.#tableAt(place);
    if (found[0]?.rows[row - place.headerRow - 1]?.every(isEmptyCell) !== true) return false;
    try {
      deleteRows(this.#at, found, at.sheetId, at.row, at.row);
    } catch (error) {
      if (error instanceof WorkbookError) return false;
      throw error;
    }
    const last = this.#undo.at(-1);
    // The row deleted last comes back first.
    if (last !== undefined) last.deleted = [at, ...last.deleted];
    return true;
  }

  /** The table that begins here: a table beside it has rows of its own. */
  async #tableAt({ sheet, headerRow, firstColumn }: TableArea): Promise<readonly SheetTable[]> {
    return (await this.tables()).filter(
      (table) => table.sheet === sheet && table.headerRow === headerRow && table.firstColumn === firstColumn,
    );
  }

  async addSheet(name: string, rows: readonly (readonly CellValue[])[], look?: SheetLook): Promise<string> {
    return addSheet(this.#at, name, rows, look);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    for (const mark of marks) positionOf(this.#at, mark);
    if (marks.length === 0) return;
    const key = ({ sheet, cell }: CellAt): string => `${sheet}!${cell}`;
    this.#showMarks([...new Map([...this.#marks, ...marks].map((mark) => [key(mark), mark])).values()]);
  }

  clearMarks(): Promise<number> {
    const count = this.#marks.length + this.#at.unlisted;
    this.#at.unlisted = 0;
    if (count > 0) this.#showMarks([]);
    return Promise.resolve(count);
  }

  #showMarks(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#marksChanged = true;
    this.#did({ kind: "marks", marks });
    this.#tell({ kind: "structure" });
  }

  /** The grid shows only the sheets in the file's list; the others stay in the file. */
  unlistedSheets(): Promise<readonly UnlistedSheet[]> {
    return this.file.unlistedSheets();
  }

  getSetting(key: string): Promise<string | null> {
    return this.file.getSetting(key);
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    await this.file.setSetting(key, value);
    this.#at.settings.set(key, value);
    this.#did({ kind: "setting", key, value });
    this.#tell({ kind: "structure" });
  }

  async select(at: CellAt): Promise<void> {
    const { sheetId, col, row } = positionOf(this.#at, at);
    const { model } = this;
    const active = model.getters.getActiveSheetId();
    if (sheetId !== active) model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
    if (model.getters.isRowHidden(sheetId, row)) throw hiddenRow(at.cell);
    model.selection.selectCell(col, row);
  }

  /** Shows a row hidden by a filter or by hand, and selects the cell. */
  async reveal(at: CellAt): Promise<void> {
    reveal(this.#at, positionOf(this.#at, at));
    await this.select(at);
  }

  enter(): void {
    this.onEnter?.();
  }

  selection(): Promise<CellAt | null> {
    const { getters } = this.model;
    const { sheetId, col, row } = getters.getActivePosition();
    return Promise.resolve({ sheet: getters.getSheetName(sheetId), cell: cellName(row + 1, col + 1) });
  }

  selectedRange(): Promise<CellRange | null> {
    const { getters } = this.model;
    const { left, right, top, bottom } = getters.getSelectedZone();
    if ((right - left + 1) * (bottom - top + 1) > mostPicked) return Promise.resolve(null);
    const sheetId = getters.getActiveSheetId();
    const [first, last] = [cellName(top + 1, left + 1), cellName(bottom + 1, right + 1)];
    return Promise.resolve({
      sheet: getters.getSheetName(sheetId),
      range: first === last ? first : `${first}:${last}`,
      values: Array.from({ length: bottom - top + 1 }, (_, i) =>
        Array.from({ length: right - left + 1 }, (_, j) =>
          cellValue(getters.getEvaluatedCell({ sheetId, col: left + j, row: top + i })),
        ),
      ),
    });
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Inserts whole sheets with their tables, formulas, styles and choice lists; the grid then reloads the workbook. */
  async insertSheets(xlsx: Uint8Array): Promise<readonly string[]> {
    const file = openXlsx(await this.save());
    const names = await file.insertSheets(openXlsx(xlsx));
    await this.#replace(file.bytes());
    return names;
  }

  /** Continues with another file; undoing everything after that restores the earlier one. */
  async #replace(bytes: Uint8Array, before: Uint8Array | null = null): Promise<void> {
    this.#at = await load(bytes, this.options, () => this.#refused());
    this.#before = before;
    this.#reader = new TableReader(this.sheets, this.#at.bare);
    this.#marks = this.#at.marks;
    this.#marksChanged = false;
    this.#undo.length = 0;
    this.#unstored.length = 0;
    this.onFile?.(bytes);
    this.#follow();
    await this.refresh();
    await this.onReplaced?.();
    this.#tell({ kind: "structure" });
  }
}
