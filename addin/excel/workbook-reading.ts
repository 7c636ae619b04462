import {
  belongsToReturn,
  isWordOfReturn,
  MAPPING_SETTING,
  type Mapping,
  type SheetTable,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import { asSheetTable, patched, type Block, type Place } from "./block.js";
import { run } from "./host.js";
import {
  hiddenRows,
  inPieces,
  placeOf,
  readSheets,
  type AskedSheet,
  type AskedTable,
  type SheetRead,
} from "./read-sheets.js";
import { readSettings } from "./settings.js";
import { placesOf, overlap } from "./sheet-place.js";

/** What Excel tells about cells of a sheet; see `WorksheetChangedEventArgs`. */
export interface CellsChanged {
  readonly worksheetId: string;
  readonly address?: string;
  readonly changeType?: string;
  readonly source?: string;
  /** Only when one single cell was changed. */
  readonly details?: { readonly valueAfter?: unknown } | undefined;
}

/** Calculation that goes on longer than this is read as it is: some workbooks never say that they are done. */
const patience = { step: 250, steps: 5 } as const;

/** More cells than this in one change, and the sheet is read again, in pieces, instead. */
const mostPatched = 40_000;

/** What has become different on a sheet since it was read. */
interface Changes {
  /** The sheet has to be read again from the start. */
  whole: boolean;
  readonly places: Place[];
  /** Places on a sheet that is none of our business where something came that may make it so. */
  readonly suspects: Place[];
  /** Formulas have other outcomes. */
  calculated: boolean;
  hidden: boolean;
}

interface KnownSheet {
  readonly id: string;
  name: string;
  blocks: readonly Block[];
  /** The blocks that could belong to the return; what happens elsewhere on the sheet is not looked at. */
  ours: ReadonlySet<Block>;
  /** Headers of ours stand on it that have no rows yet: whatever is typed may make a table of them. */
  begun: boolean;
  /** The tables on it, to see whether one came, went or got another name. */
  readonly tables: string;
}

/** Thrown between two requests of a reading that has been overtaken by what happened to the workbook. */
class Overtaken extends Error {}

/**
 * The one reading of the open workbook that everything shares: live functions, pane and buttons. After the first complete look it
 * asks Excel only for what changed and matters: the cells that were typed, rows that came below a table, the outcomes of formulas.
 * A change on a sheet without a table of the return, or anything that could become one, costs no request at all.
 */
export class WorkbookReading {
  readonly #sheets = new Map<string, KnownSheet>();
  readonly #changes = new Map<string, Changes>();
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  /** Sheets on which somebody typed a header of ours. */
  readonly #typedOn = new Set<string>();
  #settings: ReadonlyMap<string, string> | null = null;
  #order: readonly string[] = [];
  #listed = false;
  #complete = false;
  /** Counts what happened to sheets and tables, so that a reading can see that it was overtaken. */
  #structure = 0;
  #from1904: boolean | null = null;
  #neverDone = false;
  #manual = false;
  #flight: Promise<readonly SheetTable[]> | null = null;
  #tables: readonly SheetTable[] | null = null;

  /** Every table of the workbook as it is now. Callers at the same time share one reading. */
  tables(): Promise<readonly SheetTable[]> {
    this.#flight ??= this.#bring().finally(() => (this.#flight = null));
    return this.#flight;
  }

  /** The small texts kept in the workbook. */
  async setting(key: string): Promise<string | null> {
    this.#settings ??= await run(readSettings);
    return this.#settings.get(key) ?? null;
  }

  /** Does somebody have to press F9 here before Excel shows what is new? Known after a reading. */
  get isCalculatedByHand(): boolean {
    return this.#manual;
  }

  /** Days are counted from 1904 here; null as long as that is not known. */
  get from1904(): boolean | null {
    return this.#from1904;
  }

  /** The sheet with this id, where it is known. */
  nameOf(id: string): string | null {
    return this.#sheets.get(id)?.name ?? null;
  }

  /** Calls back when something changed that a next reading will give. Returns how to stop. */
  onStale(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  // What Excel tells

  /** Cells were typed, pasted, put between or taken away. */
  cellsChanged(event: CellsChanged): void {
    const known = this.#sheets.get(event.worksheetId);
    if (known === undefined) {
      this.#unknown(event.worksheetId);
      return;
    }
    const places = placesOf(event.address ?? "");
    const change = this.#changesOf(known.id);
    const shifts = event.changeType !== undefined && !["RangeEdited", "Unknown"].includes(event.changeType);
    let matters = false;
    for (const place of places) {
      const touched = [...known.ours].filter((block) => overlap(reach(block), place) !== null);
      if (touched.length > 0 || (shifts && known.ours.size > 0)) {
        matters = true;
        if (shifts || touched.some((block) => !isInside(block, place))) change.whole = true;
        else add(change.places, place);
      } else if (known.begun) matters = change.whole = true;
      else if (this.#couldMakeTable(event)) {
        matters = true;
        add(change.suspects, place);
      }
    }
    if (places.length === 0) matters = change.whole = true;
    if (matters) this.#stale(known, event.source);
  }

  /** Formulas of a sheet were calculated. */
  calculated({ worksheetId }: { readonly worksheetId: string }): void {
    const known = this.#sheets.get(worksheetId);
    if (known === undefined) {
      this.#unknown(worksheetId);
      return;
    }
    if (![...known.ours].some(({ formulas }) => formulas.size > 0)) return;
    this.#changesOf(worksheetId).calculated = true;
    this.#stale(known);
  }

  /** Cells look different (a number became a day), or rows were hidden, shown or sorted. */
  looksDifferent(kind: "format" | "hidden" | "sorted", event: CellsChanged): void {
    const known = this.#sheets.get(event.worksheetId);
    if (known === undefined || known.ours.size === 0) return;
    const change = this.#changesOf(known.id);
    if (kind === "hidden") change.hidden = true;
    else {
      const within = placesOf(event.address ?? "").flatMap((place) =>
        [...known.ours].flatMap((block) => overlap(block.body, place) ?? []),
      );
      if (within.length === 0) return;
      if (kind === "sorted") change.whole = true;
      else for (const place of within) add(change.places, place);
    }
    this.#stale(known, event.source);
  }

  /** Sheets or tables came, went or got another name. */
  structureChanged(): void {
    this.#structure++;
    this.#listed = false;
    this.#tell({ kind: "structure" });
  }

  /** Whether something was renamed is told by nobody: look at the list of sheets and tables at the next reading. */
  look(): void {
    this.#listed = false;
    this.#settings = null;
  }

  /** What belongs to the return is read anew at the next reading, also where no change was told. */
  doubt(): void {
    this.look();
    for (const { id, ours } of this.#sheets.values()) if (ours.size > 0) this.#changesOf(id).whole = true;
  }

  /** Nothing known holds any more: the next reading reads everything. */
  forget(): void {
    this.#sheets.clear();
    this.#changes.clear();
    this.#structure++;
    this.#settings = null;
    this.#listed = this.#complete = this.#neverDone = false;
    this.#from1904 = null;
  }

  /** A text kept in the workbook was written. */
  settingWritten(key: string): void {
    this.#settings = null;
    // Which blocks matter depends on what somebody said about them.
    if (key === MAPPING_SETTING) this.forget();
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #stale({ name }: Pick<KnownSheet, "name">, source?: string): void {
    this.#tell({ kind: "cells", sheet: name, source: source === "Remote" ? "remote" : "local" });
  }

  /** A sheet that has not been read yet: it is going to be, or it is new. */
  #unknown(id: string): void {
    if (this.#complete) this.structureChanged();
    else {
      this.#changesOf(id).whole = true;
      this.#stale({ name: "" });
    }
  }

  #changesOf(id: string): Changes {
    let changes = this.#changes.get(id);
    if (changes === undefined)
      this.#changes.set(id, (changes = { whole: false, places: [], suspects: [], calculated: false, hidden: false }));
    return changes;
  }

  /** A header of ours typed somewhere, or cells of which is not told what they hold: of those is looked at what stands on top. */
  #couldMakeTable({ details, changeType }: CellsChanged): boolean {
    if (changeType !== undefined && !["RangeEdited", "Unknown"].includes(changeType)) return false;
    if (details !== undefined) return typeof details.valueAfter === "string" && isWordOfReturn(details.valueAfter);
    return true;
  }

  // Reading

  async #bring(): Promise<readonly SheetTable[]> {
    // What changes while it is read is read too; somebody who never stops typing is told of later.
    for (let round = 0, overtaken = 0; round < mostRounds;) {
      try {
        await run((context) => this.#refresh(context));
        round++;
      } catch (error) {
        const gone = isGone(error);
        if ((!gone && !(error instanceof Overtaken)) || ++overtaken > mostOvertaken) throw error;
        // A sheet or table that was there a moment ago: look which ones there are.
        if (gone) this.#listed = false;
        await new Promise((resolve) => setTimeout(resolve, patience.step));
      }
      if (this.#listed && this.#pending().length === 0) break;
    }
    return (this.#tables ??= this.#order.flatMap((id) => {
      const { name, blocks } = this.#sheets.get(id)!;
      return blocks.map((block) => asSheetTable(block, name, this.#from1904 ?? false));
    }));
  }

  #pending(): readonly string[] {
    return [...this.#changes]
      .filter(([id, { whole, places, suspects, calculated, hidden }]) => {
        const worth = whole || places.length > 0 || suspects.length > 0 || calculated || hidden;
        return worth && this.#sheets.has(id);
      })
      .map(([id]) => id);
  }

  async #refresh(context: Excel.RequestContext): Promise<void> {
    const structure = this.#structure;
    const going = (): void => {
      if (structure !== this.#structure) throw new Overtaken();
    };
    if (!this.#listed) await this.#list(context, going);
    for (const id of this.#pending()) {
      const change = this.#changes.get(id)!;
      if (change.whole) continue;
      this.#changes.delete(id);
      try {
        await this.#patch(context, id, change, going);
      } catch (error) {
        // Somebody is typing, or it was overtaken: what was to be read still is.
        this.#changesOf(id).whole = true;
        throw error;
      }
    }
    const ids = this.#pending().filter((id) => this.#changes.get(id)!.whole);
    if (ids.length > 0) await this.#read(context, ids, await this.#ask(context, ids), going);
  }

  /** Looks which sheets and tables there are; whatever is new, or has other tables, is read. */
  async #list(context: Excel.RequestContext, going: () => void): Promise<void> {
    const { tables, worksheets } = context.workbook;
    await this.#calculated(context, () => {
      tables.load("items/id,items/name,items/showHeaders,items/worksheet/id");
      worksheets.load("items/id,items/name");
    });
    going();
    const asked: AskedSheet[] = [];
    const ids: string[] = [];
    const renamed: [KnownSheet, string][] = [];
    for (const sheet of worksheets.items) {
      const own = tables.items.filter(({ worksheet }) => worksheet.id === sheet.id);
      const known = this.#sheets.get(sheet.id);
      if (known?.tables === listOf(own)) {
        if (known.name !== sheet.name) renamed.push([known, sheet.name]);
      } else {
        asked.push({ sheet, name: sheet.name, tables: askedTables(own) });
        ids.push(sheet.id);
      }
    }
    const there = new Set(worksheets.items.map(({ id }) => id));
    for (const id of this.#sheets.keys()) if (!there.has(id)) this.#sheets.delete(id);
    for (const id of this.#changes.keys()) if (!there.has(id)) this.#changes.delete(id);
    this.#settings ??= await readSettings(context);
    for (const [known, name] of renamed)
      Object.assign(known, { name, ours: oursOf(known.blocks, name, this.#mapping()) });
    if (asked.length > 0) await this.#read(context, ids, asked, going);
    this.#order = worksheets.items.map(({ id }) => id);
    this.#tables = null;
    this.#listed = this.#complete = true;
  }

  #mapping(): Mapping {
    try {
      return JSON.parse(this.#settings?.get(MAPPING_SETTING) ?? "{}") as Mapping;
    } catch {
      return {};
    }
  }

  /** Sheets from the start, some at a time so that what has been read stays read when something happens in between. */
  async #read(
    context: Excel.RequestContext,
    ids: readonly string[],
    asked: readonly AskedSheet[],
    going: () => void,
  ): Promise<void> {
    const mapping = this.#mapping();
    const matters = (block: Block, sheet: string): boolean =>
      belongsToReturn(asSheetTable(block, sheet, false), mapping);
    for (let first = 0; first < ids.length; first += sheetsAtATime) {
      going();
      const part = asked.slice(first, first + sheetsAtATime);
      const before = ids.slice(first, first + sheetsAtATime);
      for (const id of before) this.#changes.delete(id);
      let read: readonly SheetRead[];
      try {
        read = await readSheets(context, part, matters, going);
      } catch (error) {
        for (const id of before) if (this.#sheets.has(id)) this.#changesOf(id).whole = true;
        throw error;
      }
      if (this.#from1904 === null && read.some(({ blocks }) => blocks.some(({ dates }) => dates.size > 0)))
        this.#from1904 = await countsFrom1904(context);
      for (const [i, id] of before.entries()) {
        const { blocks, loose } = read[i]!;
        const { name, tables } = part[i]!;
        // One header that somebody just typed is enough; of what stood there before two in a row are.
        const enough = this.#typedOn.has(id) ? 1 : 2;
        const begun = loose.some((texts) => texts.filter(isWordOfReturn).length >= enough);
        const ours = oursOf(blocks, name, mapping);
        this.#sheets.set(id, { id, name, blocks, ours, begun, tables: listOf(tables) });
      }
      this.#tables = null;
    }
  }

  /** The tables of these sheets, for reading them from the start. */
  async #ask(context: Excel.RequestContext, ids: readonly string[]): Promise<readonly AskedSheet[]> {
    const sheets = ids.map((id) => context.workbook.worksheets.getItem(id));
    await this.#calculated(context, () => {
      for (const sheet of sheets) sheet.load("name,tables/items/id,tables/items/name,tables/items/showHeaders");
    });
    return sheets.map((sheet) => ({ sheet, name: sheet.name, tables: askedTables(sheet.tables.items) }));
  }

  /** Only what changed in the blocks of a sheet. One request as a rule; where something does not fit, the sheet is read anew. */
  async #patch(
    context: Excel.RequestContext,
    id: string,
    { places, suspects, calculated, hidden }: Changes,
    going: () => void,
  ): Promise<void> {
    const known = this.#sheets.get(id)!;
    const sheet = context.workbook.worksheets.getItem(id);
    const touched = [...known.ours].filter(
      (block) =>
        places.some((place) => overlap(reach(block), place) !== null) || (calculated && block.formulas.size > 0),
    );
    const bodies = new Map(
      touched.flatMap(({ tableId }) =>
        tableId === null ? [] : [[tableId, sheet.tables.getItem(tableId).getDataBodyRange()] as const],
      ),
    );
    const asked: { readonly block: Block; readonly at: Place; readonly range: Excel.Range; readonly typed: boolean }[] =
      [];
    const ask = (block: Block, at: Place, typed: boolean): void => {
      asked.push({ block, at, range: sheet.getRangeByIndexes(at.row, at.column, at.rows, at.columns), typed });
    };
    // A header stands on top of what was pasted, at most below a title.
    const peeks = suspects.map(({ row, column, rows, columns }) =>
      sheet.getRangeByIndexes(row, column, Math.min(rows, 3), Math.min(columns, 100)),
    );
    let cells = 0;
    for (const block of touched) {
      for (const place of places) {
        const at = overlap(block.body, place);
        if (at !== null) ask(block, at, true);
      }
      if (calculated) for (const at of formulaPlaces(block)) ask(block, at, false);
    }
    for (const { at } of asked) cells += at.rows * at.columns;
    const again = (): void => void (this.#changesOf(id).whole = true);
    if (cells > mostPatched) {
      again();
      return;
    }
    await this.#calculated(context, () => {
      sheet.tables.load("items/id,items/name,items/showHeaders");
      for (const body of bodies.values()) body.load("rowIndex,columnIndex,rowCount,columnCount");
      for (const range of peeks) range.load("values");
      // Calculation changes what a formula shows, and nothing else about it.
      for (const { range, typed } of asked) range.load(typed ? "values,formulas,numberFormat" : "values");
    });
    going();
    const words = peeks.some((range) =>
      range.values.some((row) => row.some((value) => typeof value === "string" && isWordOfReturn(value))),
    );
    if (words) this.#typedOn.add(id);
    if (words || listOf(sheet.tables.items) !== known.tables) {
      again();
      return;
    }
    const next = new Map<Block, Block>();
    for (const { block, at, range, typed } of asked) {
      const { row, column } = block.body;
      next.set(
        block,
        patched(next.get(block) ?? block, {
          row: at.row - row,
          column: at.column - column,
          values: range.values,
          ...(typed && { formulas: range.formulas, numberFormats: range.numberFormat }),
        }),
      );
    }
    const grown: { readonly block: Block; readonly rows: number }[] = [];
    for (const block of touched) {
      const body = block.tableId === null ? block.body : placeOf(bodies.get(block.tableId)!);
      const same = body.row === block.body.row && body.column === block.body.column;
      if (!same || body.columns !== block.body.columns || body.rows < block.body.rows) again();
      else if (body.rows > block.body.rows) grown.push({ block, rows: body.rows });
      // Cells that look like a table end at an empty row: one that came or went may move the end.
      if (block.tableId === null && emptyRows(next.get(block) ?? block) !== emptyRows(block)) again();
    }
    if (this.#changes.get(id)?.whole) return;
    const below = grown.map(({ block, rows }) => ({
      sheet,
      ...block.body,
      row: block.body.row + block.body.rows,
      rows: rows - block.body.rows,
    }));
    await inPieces(
      context,
      below,
      "values,formulas,numberFormat",
      (index, first, range) => {
        const { block, rows } = grown[index]!;
        const larger = next.get(block) ?? block;
        next.set(block, {
          ...patched(larger, {
            row: block.body.rows + first,
            column: 0,
            values: range.values,
            formulas: range.formulas,
            numberFormats: range.numberFormat,
          }),
          body: { ...block.body, rows },
        });
      },
      going,
    );
    if (hidden) {
      const looked = [...known.ours].map((block) => ({ sheet, block: next.get(block) ?? block }));
      const rows = await hiddenRows(context, looked);
      for (const [i, block] of [...known.ours].entries())
        next.set(block, { ...(next.get(block) ?? block), hidden: rows[i]! });
    }
    if (this.#from1904 === null && [...next.values()].some(({ dates }) => dates.size > 0))
      this.#from1904 = await countsFrom1904(context);
    if (next.size === 0) return;
    known.blocks = known.blocks.map((block) => next.get(block) ?? block);
    known.ours = new Set([...known.ours].map((block) => next.get(block) ?? block));
    this.#tables = null;
  }

  /**
   * Carries out what was asked, and again when Excel was in the middle of calculating: half-finished values are no values. In manual
   * mode it waits for somebody, so nothing is waited for; a workbook that never says it is done is believed to be.
   */
  async #calculated(context: Excel.RequestContext, ask: () => void): Promise<void> {
    for (let step = 0; ; step++) {
      ask();
      const application = context.workbook.application.load("calculationState,calculationMode");
      await context.sync();
      this.#manual = application.calculationMode === Excel.CalculationMode.manual;
      const done = this.#manual || application.calculationState === Excel.CalculationState.done;
      if (done) this.#neverDone = false;
      if (done || this.#neverDone) return;
      if (step === patience.steps) {
        this.#neverDone = true;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, patience.step));
    }
  }
}

/** A reading goes round again for what changed meanwhile; it is begun again, a moment later, when it was overtaken. */
const mostRounds = 5;
const mostOvertaken = 40;

/** So many sheets are read together; what has been read of them is kept when something happens after. */
const sheetsAtATime = 20;

const listOf = (tables: readonly Pick<AskedTable, "id" | "name" | "showHeaders">[]): string =>
  JSON.stringify(tables.map(({ id, name, showHeaders }) => [id, name, showHeaders]));

const askedTables = (tables: readonly Excel.Table[]): readonly AskedTable[] =>
  tables.map((table) => ({ table, id: table.id, name: table.name, showHeaders: table.showHeaders }));

const oursOf = (blocks: readonly Block[], sheet: string, mapping: Mapping): ReadonlySet<Block> =>
  new Set(blocks.filter((block) => belongsToReturn(asSheetTable(block, sheet, false), mapping)));

/** Where a change matters to a block: on it, on its header, and right beside or below it, where it may grow. */
function reach({ tableId, body, headers }: Block): Place {
  const margin = tableId === null ? 2 : 1;
  const row = Math.max(0, body.row - 1 - (tableId === null ? margin : 0));
  const column = Math.max(0, body.column - margin);
  return {
    row,
    column,
    rows: tableId === null ? 1_048_576 - row : body.row + body.rows + margin - row,
    columns: body.column + headers.length + margin - column,
  };
}

/**
 * Is the change one of cells, and the block still the same block? Of an Excel table its own place says whether it grew, so only its
 * header matters; cells that look like a table stay what they are as long as something changes within their rows.
 */
function isInside({ tableId, body }: Block, place: Place): boolean {
  if (place.row < body.row) return false;
  return (
    tableId !== null ||
    (place.row + place.rows <= body.row + body.rows &&
      place.column >= body.column &&
      place.column + place.columns <= body.column + body.columns)
  );
}

/** The cells of a block that hold formulas: per column from the first to the last. */
function formulaPlaces({ body, formulas }: Block): readonly Place[] {
  const columns = new Map<number, { first: number; last: number }>();
  for (const [row, texts] of formulas)
    for (const [column, text] of texts.entries()) {
      if (text === null) continue;
      const known = columns.get(column);
      if (known === undefined) columns.set(column, { first: row, last: row });
      else Object.assign(known, { first: Math.min(known.first, row), last: Math.max(known.last, row) });
    }
  return [...columns].map(([column, { first, last }]) => ({
    row: body.row + first,
    column: body.column + column,
    rows: last - first + 1,
    columns: 1,
  }));
}

/** One edit is told twice: by its sheet and by its table. */
function add(places: Place[], place: Place): void {
  const same = (one: Place): boolean => JSON.stringify(one) === JSON.stringify(place);
  if (!places.some(same)) places.push(place);
}

const emptyRows = ({ rows, body }: Block): number =>
  body.rows - rows.filter((row) => row.some((value) => value !== null && value !== "")).length;

const isGone = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "CHANGED_SINCE";

/** 2 January 1904 is day 1,463 where days are counted from 1900, and day 1 where they are counted from 1904. */
async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const day = context.workbook.functions.date(1904, 1, 2).load("value");
  await context.sync();
  return day.value === 1;
}
