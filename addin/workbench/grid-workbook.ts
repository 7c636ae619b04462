import type { Agreement, Language } from "@prestatieafspraken/indicators";
import {
  isEmptyCell,
  read,
  sameCell,
  type CellAt,
  type CellChange,
  type CellValue,
  type LiveWorkbook,
  type Mark,
  type SheetTable,
  type WorkbookError,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import {
  cellValue,
  contextOf,
  dutchLocale,
  gridBookOf,
  literal,
  openSheets,
  setContext,
  type Position,
  type Sheets,
} from "@prestatieafspraken/spreadsheet";
import { CellFault } from "@prestatieafspraken/functions";
import { areaOf, cellName, openXlsx, parseCell, refusal, type Area, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { registerEdits, together, watch, type Step } from "./edits-plugin.js";
import { withoutFileMarks } from "./file-marks.js";
import { readTables } from "./read-tables.js";
import { contentOf, contentsOf, reachesOf, savedBytes, type Contents, type Reaches } from "./saving.js";
import type { Command, ShownGetters, ShownModel } from "./shown-engine.js";

export interface GridOptions {
  readonly agreements: readonly Agreement[];
  readonly language: Language;
  /** The day judged on where the workbook has none: "2026-09-30". */
  readonly day?: string;
}

/** So many changes can be taken back. */
const undoDepth = 50;
const longestText = 32_767;

interface Changed {
  readonly at: Position;
  readonly content: string;
  readonly left: CellValue;
}

/**
 * The workbook in the grid, as the port the product works with. Keeps the file it came from: saving writes back only the cells
 * that were changed, so that all the grid does not understand survives byte for byte. Needs no screen.
 */
export class GridWorkbook implements LiveWorkbook {
  readonly capabilities = { charts: false, startup: false, undo: "native" } as const;
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  readonly #undo: (readonly Changed[])[] = [];
  #at: Loaded;
  #marks: readonly Mark[];
  #marksChanged = false;
  /** What was read since the last change; null after one. */
  #tables: readonly SheetTable[] | null = null;
  /** Told why something that was typed, pasted or removed in the grid did not happen. */
  onRefused: ((reason: WorkbookError) => void) | null = null;
  /** Told when the grid shows another model than before: sheets came in. */
  onReplaced: (() => Promise<void>) | null = null;

  /** Opens the bytes of an .xlsx in a grid; its live functions have answered when this resolves. */
  static async open(bytes: Uint8Array, options: GridOptions): Promise<GridWorkbook> {
    registerEdits();
    const workbook: GridWorkbook = new GridWorkbook(await load(bytes, options, () => workbook.#refused()), options);
    // Cached values in the file may be old: what the engine makes of the formulas is what counts.
    await workbook.refresh();
    return workbook;
  }

  private constructor(
    loaded: Loaded,
    private readonly options: GridOptions,
  ) {
    this.#at = loaded;
    this.#marks = loaded.marks;
    this.#follow();
  }

  #follow(): void {
    this.#tables = null;
    const watching = watch(this.sheets.pa);
    for (const id of this.model.getters.getSheetIds()) watching.fileSheets.add(id);
    watching.onEdit = (command) => this.#edited(command);
    watching.refuses = (at) => {
      const reason = this.#fileRefuses(at);
      if (reason !== null) this.onRefused?.(reason);
      return reason !== null;
    };
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

  #edited({ type, sheetId }: Command): void {
    this.#tables = null;
    const { getters } = this.model;
    const isStructure = /SHEET|TABLE|UNDO|REDO/.test(type);
    const event: WorkbookEvent =
      !isStructure && sheetId !== undefined && getters.getSheetIds().includes(sheetId)
        ? { kind: "cells", sheet: getters.getSheetName(sheetId), source: "local" }
        : { kind: "structure" };
    // The engine is in the middle of its work: whoever listens reads when it is done.
    queueMicrotask(() => this.#tell(event));
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Has live functions answer from the tables as they are now. Formulas in tables feed live functions and the reverse, so a few times at most. */
  async refresh(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      const found = await read(this, { agreements: this.options.agreements });
      if (found.hash === this.#at.readHash && round > 0) break;
      const isNew = found.hash !== this.#at.readHash;
      this.#at.readHash = found.hash;
      if (!isNew) break;
      setContext(this.sheets, contextOf(found, this.options));
      this.#tables = null;
    }
    this.#makeRoom();
  }

  /** More rows and columns where an answer of several cells reaches over the edge of its sheet. */
  #makeRoom(): void {
    const { getters } = this.model;
    for (const { cells, at } of this.sheets.take()) {
      if (at === null || cells instanceof CellFault || cells.length * cells[0]!.length === 1) continue;
      const { sheetId } = at;
      for (const [dimension, count, needed] of [
        ["ROW", getters.getNumberRows(sheetId), at.row + cells.length],
        ["COL", getters.getNumberCols(sheetId), at.col + cells[0]!.length],
      ] as const) {
        if (needed <= count) continue;
        const sheetName = getters.getSheetName(sheetId);
        this.#dispatch([
          {
            type: "ADD_COLUMNS_ROWS",
            payload: { sheetId, sheetName, dimension, base: count - 1, quantity: needed - count, position: "after" },
          },
        ]);
      }
    }
  }

  /** The file with what was changed here. */
  save(): Promise<Uint8Array> {
    return savedBytes({
      ...this.#at,
      marks: this.#marksChanged ? this.#marks : null,
    });
  }

  /** Marks that are shown now. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- problems reject, as in every adapter
  async tables(): Promise<readonly SheetTable[]> {
    // Live functions and the pane both ask after an edit.
    return (this.#tables ??= readTables(this.sheets, this.file));
  }

  sheetNames(): Promise<readonly string[]> {
    return Promise.resolve(this.#sheetNames());
  }

  #sheetNames(): readonly string[] {
    const { getters } = this.model;
    return getters.getSheetIds().map((id) => getters.getSheetName(id));
  }

  #position({ sheet, cell }: CellAt): Position {
    const { getters } = this.model;
    const wanted = sheet.toLowerCase();
    const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id).toLowerCase() === wanted);
    if (sheetId === undefined) throw refusal("NO_SHEET", sheet);
    const place = parseCell(cell);
    if (place === null) throw refusal("NO_CELL", cell);
    return { sheetId, row: place.row - 1, col: place.column - 1 };
  }

  #valueAt(position: Position): CellValue {
    return cellValue(this.model.getters.getEvaluatedCell(position));
  }

  /** Refuses what the file would refuse when it is saved. */
  #check(position: Position, at: CellAt, value: CellValue): void {
    const where = `${at.sheet}!${at.cell}`;
    if (
      (typeof value === "number" && !Number.isFinite(value)) ||
      (typeof value === "string" && value.length > longestText)
    )
      throw refusal("NOT_A_VALUE", where);
    if (this.sheets.isLocked(this.model.getters.getSheetName(position.sheetId), at.cell))
      throw refusal("PROTECTED_SHEET", where);
    const reason = this.#fileRefuses(position);
    if (reason !== null) throw reason;
  }

  /** Why the file could not have another content in this cell; null when it can. */
  #fileRefuses({ sheetId, row: row0, col }: Position): WorkbookError | null {
    const { getters } = this.model;
    const sheet = getters.getSheetName(sheetId);
    const kept = this.#at.kept.get(sheet);
    if (kept === undefined) return null;
    const [row, column] = [row0 + 1, col + 1];
    const where = `${sheet}!${cellName(row, column)}`;
    const within = ({ top, left, bottom, right }: Area): boolean =>
      row >= top && row <= bottom && column >= left && column <= right;
    const isFirst = ({ top, left }: Area): boolean => row === top && column === left;
    if (kept.headers.some(within)) return refusal("TABLE_HEADER", where);
    if (kept.merged.some((area) => within(area) && !isFirst(area))) return refusal("MERGED_CELL", where);
    const array = kept.arrays.find(({ area }) => within(area));
    if (array === undefined) return null;
    // What fills several cells goes as a whole, from its own cell; the rest of it is free when it has gone.
    const own = { sheetId, row: array.area.top - 1, col: array.area.left - 1 };
    const isThere = contentOf(getters, own) === this.#at.opened.get(sheet)?.get(array.cell);
    return array.isFixed || (isThere && !isFirst(array.area)) ? refusal("SHARED_FORMULA", where) : null;
  }

  #dispatch(steps: readonly Step[]): void {
    this.model.dispatch(together, { steps });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async change(changes: readonly (CellChange & { readonly format?: string })[]): Promise<void> {
    if (changes.length === 0) return;
    const { getters } = this.model;
    const before = changes.map((change) => {
      const at = this.#position(change);
      if (change.expected !== undefined && !sameCell(this.#valueAt(at), change.expected))
        throw refusal("CHANGED_SINCE", `${change.sheet}!${change.cell}`);
      this.#check(at, change, change.value);
      return { at, content: contentOf(getters, at) };
    });
    this.#dispatch(
      changes.map(({ value, formula, format: wanted }, i) => {
        const { at } = before[i]!;
        const isText = formula === undefined && typeof value === "string";
        // Where a cell is laid out as text a number would become text again: the mistake that is being put right.
        const { format } = getters.getEvaluatedCell(at);
        const wasText = format === "@" && value !== null && !isText;
        return {
          type: "UPDATE_CELL",
          payload: {
            ...at,
            content: formula ?? literal(value, format) ?? "",
            ...((wasText || wanted !== undefined) && { format: wanted ?? "" }),
          },
        };
      }),
    );
    this.#makeRoom();
    this.#undo.push(before.map((each) => ({ ...each, left: this.#valueAt(each.at) })));
    if (this.#undo.length > undoDepth) this.#undo.shift();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async undo(): Promise<boolean> {
    const last = this.#undo.at(-1);
    if (last === undefined) return false;
    for (const { at, left } of last)
      if (!sameCell(this.#valueAt(at), left))
        throw refusal(
          "CHANGED_SINCE",
          `${this.model.getters.getSheetName(at.sheetId)}!${cellName(at.row + 1, at.col + 1)}`,
        );
    this.#dispatch(last.map(({ at, content }) => ({ type: "UPDATE_CELL", payload: { ...at, content } })));
    this.#undo.pop();
    return true;
  }

  async appendRows(
    table: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">,
    rows: readonly (readonly CellValue[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const { getters } = this.model;
    const wanted = table.name?.toLowerCase();
    const excelTable = wanted === undefined ? undefined : this.sheets.tables().get(wanted);
    if (wanted !== undefined && excelTable === undefined) throw refusal("NO_TABLE", table.name!);
    if (excelTable?.hasTotals) throw refusal("TOTALS_ROW", excelTable.name);
    const found = (await this.tables()).find(
      (one) => one.sheet === table.sheet && one.headerRow === table.headerRow && one.firstColumn === table.firstColumn,
    );
    if (found === undefined)
      throw refusal("NO_TABLE", table.name ?? `${table.sheet}!${cellName(table.headerRow, table.firstColumn)}`);
    const lastFilled = found.headerRow + found.rows.length;
    const steps: Step[] = [];
    for (const [index, values] of rows.entries()) {
      if (values.length > found.headers.length) throw refusal("ROW_TOO_WIDE", found.name ?? table.sheet);
      for (let column = 0; column < found.headers.length; column++) {
        const cell = cellName(lastFilled + 1 + index, found.firstColumn + column);
        const at = this.#position({ sheet: table.sheet, cell });
        if (!isEmptyCell(this.#valueAt(at))) throw refusal("BELOW_IN_USE", `${table.sheet}!${cell}`);
        const value = values[column] ?? null;
        if (value === null) continue;
        this.#check(at, { sheet: table.sheet, cell }, value);
        const above = { ...at, row: lastFilled - 1 };
        const { format } = getters.getEvaluatedCell(above);
        const isUnderRows = found.rows.length > 0;
        steps.push({
          type: "UPDATE_CELL",
          payload: {
            ...at,
            content: literal(value, isUnderRows ? format : undefined) ?? "",
            ...(isUnderRows && { style: getters.getCellStyle(above), ...(format !== undefined && { format }) }),
          },
        });
      }
    }
    const sheetId = this.#position({ sheet: table.sheet, cell: "A1" }).sheetId;
    const bottom = lastFilled + rows.length;
    const more = bottom - getters.getNumberRows(sheetId);
    const last = getters.getNumberRows(sheetId) - 1;
    this.#dispatch([
      ...(more > 0
        ? [
            {
              type: "ADD_COLUMNS_ROWS",
              payload: {
                sheetId,
                sheetName: table.sheet,
                dimension: "ROW",
                base: last,
                quantity: more + 10,
                position: "after",
              },
            },
          ]
        : []),
      // Grown first: otherwise the engine grows it cell by cell, and not where a cell stays empty.
      ...(excelTable !== undefined && bottom > excelTable.bottom
        ? [grow(this.model, sheetId, excelTable, bottom)]
        : []),
      ...steps,
    ]);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async extendTable({ name, sheet }: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void> {
    const table = this.sheets.tables().get(name?.toLowerCase() ?? "");
    if (table === undefined) throw refusal("NO_TABLE", name ?? sheet);
    if (table.hasTotals) throw refusal("TOTALS_ROW", table.name);
    if (lastRow <= table.bottom) return;
    const other = [...this.sheets.tables().values()].find(
      ({ sheet: its, top, left, right }) =>
        its === table.sheet && top > table.bottom && top <= lastRow && left <= table.right && right >= table.left,
    );
    const { sheetId } = this.#position({ sheet: table.sheet, cell: "A1" });
    if (other !== undefined || lastRow > this.model.getters.getNumberRows(sheetId))
      throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(other?.top ?? lastRow, table.left)}`);
    this.#dispatch([grow(this.model, sheetId, table, lastRow)]);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async addSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<string> {
    if (this.file.book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
    const taken = [...this.#sheetNames(), ...this.file.book.sheets.map((sheet) => sheet.name)];
    const free = freeName(name, taken);
    const sheetId = `added${taken.length + 1}-${free}`;
    const width = Math.max(20, ...rows.map((row) => row.length));
    this.#dispatch([
      {
        type: "CREATE_SHEET",
        payload: {
          sheetId,
          name: free,
          position: this.model.getters.getSheetIds().length,
          cols: width,
          rows: Math.max(60, rows.length + 30),
        },
      },
      ...rows.flatMap((values, row) =>
        values.flatMap((value, col): Step[] => {
          const content = literal(value);
          const style = row === 0 ? { style: { bold: true } } : {};
          return content === null ? [] : [{ type: "UPDATE_CELL", payload: { sheetId, row, col, content, ...style } }];
        }),
      ),
    ]);
    return free;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async mark(marks: readonly Mark[]): Promise<void> {
    for (const mark of marks) this.#position(mark);
    if (marks.length === 0) return;
    const key = ({ sheet, cell }: CellAt): string => `${sheet}!${cell}`;
    this.#marks = [...new Map([...this.#marks, ...marks].map((mark) => [key(mark), mark])).values()];
    this.#marksChanged = true;
    this.#tell({ kind: "structure" });
  }

  clearMarks(): Promise<number> {
    const count = this.#marks.length + this.#at.unlisted;
    this.#marks = [];
    this.#at.unlisted = 0;
    if (count > 0) {
      this.#marksChanged = true;
      this.#tell({ kind: "structure" });
    }
    return Promise.resolve(count);
  }

  getSetting(key: string): Promise<string | null> {
    return this.file.getSetting(key);
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    await this.file.setSetting(key, value);
    this.#tell({ kind: "structure" });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async select(at: CellAt): Promise<void> {
    const { sheetId, col, row } = this.#position(at);
    const { model } = this;
    const active = model.getters.getActiveSheetId();
    if (sheetId !== active) model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
    model.selection.selectCell(col, row);
  }

  selection(): Promise<CellAt | null> {
    const { getters } = this.model;
    const { sheetId, col, row } = getters.getActivePosition();
    return Promise.resolve({ sheet: getters.getSheetName(sheetId), cell: cellName(row + 1, col + 1) });
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The sheets come over whole, with their tables, formulas, looks and choice lists; the grid then shows the workbook anew. */
  async insertSheets(xlsx: Uint8Array): Promise<readonly string[]> {
    const file = openXlsx(await this.save());
    const names = await file.insertSheets(openXlsx(xlsx));
    this.#at = await load(file.bytes(), this.options, () => this.#refused());
    this.#marks = this.#at.marks;
    this.#marksChanged = false;
    this.#undo.length = 0;
    this.#follow();
    await this.refresh();
    await this.onReplaced?.();
    this.#tell({ kind: "structure" });
    return names;
  }
}

/** A file in the engine, and what the file was like then. */
interface Loaded {
  readonly file: XlsxWorkbook;
  readonly sheets: Sheets;
  readonly marks: readonly Mark[];
  /** Marks in the file that no list names. */
  unlisted: number;
  readonly opened: ReadonlyMap<string, Contents>;
  readonly reaches: Reaches;
  /** By sheet name: cells that cannot get another content without harm to the file. */
  readonly kept: ReadonlyMap<string, Kept>;
  /** What live functions answer from. */
  readHash: string | null;
}

interface Kept {
  readonly headers: readonly Area[];
  readonly merged: readonly Area[];
  readonly arrays: readonly { readonly cell: string; readonly area: Area; readonly isFixed: boolean }[];
}

async function load(bytes: Uint8Array, options: GridOptions, onLocked: () => void): Promise<Loaded> {
  const file = openXlsx(bytes);
  const { marks, count, bare } = await withoutFileMarks(file);
  const found = await read(bare, { agreements: options.agreements });
  const sheets = openSheets(gridBookOf(bare), {
    context: contextOf(found, options),
    ...(options.language === "nl" && { locale: dutchLocale }),
    config: { mode: "normal" },
    onLocked,
  });
  const getters = sheets.model.getters as ShownGetters;
  const opened = new Map(getters.getSheetIds().map((id) => [getters.getSheetName(id), contentsOf(getters, id)]));
  const kept = new Map(
    bare.worksheets().map((entry) => {
      const { cells, merged } = bare.sheet(entry, true);
      const headers = bare
        .tableParts(entry)
        .flatMap(({ area, hasHeader }) => (hasHeader ? [{ ...area, bottom: area.top }] : []));
      const arrays = cells.arrays.map(({ row, column, area }) => {
        const cell = cellName(row, column);
        return { cell, area: areaOf(area), isFixed: sheets.grid.frozen.has(`${entry.name}!${cell}`) };
      });
      return [entry.name, { headers, merged: merged.map(areaOf), arrays }] as const;
    }),
  );
  return {
    file,
    sheets,
    marks,
    unlisted: Math.max(0, count - marks.length),
    opened,
    reaches: reachesOf(bare, sheets),
    kept,
    readHash: found.hash,
  };
}

function grow(
  { getters }: ShownModel,
  sheetId: string,
  { top, left, right, bottom }: { top: number; left: number; right: number; bottom: number },
  newBottom: number,
): Step {
  const zone = { top: top - 1, left: left - 1, right: right - 1, bottom: bottom - 1 };
  return {
    type: "UPDATE_TABLE",
    payload: {
      sheetId,
      zone,
      newTableRange: getters.getRangeDataFromZone(sheetId, { ...zone, bottom: newBottom - 1 }),
    },
  };
}

/** "Rapport", or "Rapport (2)" when that is taken; as a file allows it. */
function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31)
      .trim() || "Blad";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = base.slice(0, 31 - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
