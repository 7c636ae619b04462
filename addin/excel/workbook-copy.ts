import {
  belongsToReturn,
  isWordOfReturn,
  MAPPING_SETTING,
  type Mapping,
  type SheetTable,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import { tablesOfSheet } from "@prestatieafspraken/xlsx";
import { run } from "./host.js";
import {
  areaOfTable,
  readAround,
  readSheets,
  wanted,
  type Around,
  type AskedSheet,
  type KnownTable,
  type SheetRead,
} from "./read-sheets.js";
import { readSettings } from "./settings.js";
import type { CellsTold, ExcelFacts } from "./sheet-facts.js";
import { placesOf, type Place } from "./sheet-place.js";
import { isStuck } from "./stuck-formula.js";

/** Event about changed cells of a sheet; see `WorksheetChangedEventArgs`. */
export interface CellsChanged {
  readonly worksheetId: string;
  readonly address?: string;
  readonly changeType?: string;
  readonly source?: string;
  /** Only present if a single cell changed. */
  readonly details?: { readonly valueAfter?: unknown } | undefined;
}

/** Maximum wait for a calculation; some workbooks never report that they are done. */
const patience = { step: 250, steps: 5 } as const;

/** A change of more cells than this makes the whole sheet be read again, in pieces. */
const mostPatched = 40_000;

/** What changed on a sheet since it was read. */
interface Changes {
  /** The whole sheet must be read again. */
  whole: boolean;
  readonly places: Place[];
  /** Changed places on a sheet without tables of the return, which may now contain one. */
  readonly suspects: Place[];
  /** Formula results changed. */
  calculated: boolean;
  /** Rows were hidden or shown, or cell formats changed. */
  around: boolean;
}

interface KnownSheet {
  readonly id: string;
  readonly name: string;
  /** All cells; null if the sheet has no table of the return. */
  readonly facts: ExcelFacts | null;
  readonly named: readonly KnownTable[];
  readonly tables: readonly SheetTable[];
  readonly around: readonly Around[];
  /** The sheet has headers of the return without rows; any typed cell may complete a table. */
  readonly begun: boolean;
  /** All cells of the sheet were read, not only its tables. */
  readonly isWhole: boolean;
  /** The sheet has a PA formula that is stuck, or may have one because not all of it was read. */
  readonly mayBeStuck: boolean;
}

/** Thrown between two requests if the workbook changed and made the reading out of date. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/**
 * The one copy of the open workbook, shared by live functions, pane and buttons. After a first complete reading it
 * asks Excel only for relevant changes: typed cells, rows added below a table, formula results.
 * A change on a sheet without a table of the return, or anything that could become one, costs no request.
 */
export class WorkbookCopy {
  readonly #sheets = new Map<string, KnownSheet>();
  readonly #changes = new Map<string, Changes>();
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  readonly #awaiting = new Set<() => void>();
  /** Sheets on which the user typed a header of the return. */
  readonly #typedOn = new Set<string>();
  #settings: ReadonlyMap<string, string> | null = null;
  #order: readonly string[] = [];
  #listed = false;
  #complete = false;
  /** Counts structural changes, so that a reading can detect that it is out of date. */
  #structure = 0;
  #from1904: boolean | null = null;
  #edition = 0;
  #neverDone = false;
  #manual = false;
  #flight: Promise<readonly SheetTable[]> | null = null;
  #tables: readonly SheetTable[] | null = null;

  /** The current tables of the workbook. Simultaneous callers share one reading. */
  tables(): Promise<readonly SheetTable[]> {
    this.#flight ??= this.#bring().finally(() => {
      this.#flight = null;
      for (const tell of this.#awaiting) tell();
    });
    return this.#flight;
  }

  /** Calls back after every reading, also one that failed. */
  onRead(listener: () => void): void {
    this.#awaiting.add(listener);
  }

  /**
   * False if no PA formula in the workbook is stuck, as far as Excel's events tell; true if one is, or if that is not
   * known.
   */
  get mayBeStuck(): boolean {
    return !this.#complete || [...this.#sheets.values()].some(({ mayBeStuck }) => mayBeStuck);
  }

  /** Reads the sheets with stuck PA formulas again at the next reading. */
  doubtStuck(): void {
    for (const { id, mayBeStuck } of this.#sheets.values()) if (mayBeStuck) this.#changesOf(id).whole = true;
  }

  /** A setting stored in the workbook; null if absent. */
  async setting(key: string): Promise<string | null> {
    this.#settings ??= await run(readSettings);
    return this.#settings.get(key) ?? null;
  }

  /** True if calculation is manual, so the user must press F9. Known after a reading. */
  get isCalculatedByHand(): boolean {
    return this.#manual;
  }

  /** True if dates count from 1904; null while unknown. */
  get from1904(): boolean | null {
    return this.#from1904;
  }

  /** Increases when something other than cell values changes: formats, hidden rows, the list of tables. */
  get edition(): number {
    return this.#edition;
  }

  /** The name of the sheet with this id; null if unknown. */
  nameOf(id: string): string | null {
    return this.#sheets.get(id)?.name ?? null;
  }

  /** Calls back when a next reading may differ. Returns an unsubscribe function. */
  onStale(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  // Events from Excel

  /** Cells were typed, pasted, inserted or deleted. */
  cellsChanged(event: CellsChanged): void {
    const known = this.#sheets.get(event.worksheetId);
    if (known === undefined) {
      this.#unknown(event.worksheetId);
      return;
    }
    const places = placesOf(event.address ?? "");
    const change = this.#changesOf(known.id);
    const shifts = event.changeType !== undefined && !["RangeEdited", "Unknown"].includes(event.changeType);
    if (known.begun || (known.facts !== null && (shifts || places.length === 0))) change.whole = true;
    else if (known.facts !== null) for (const place of places) add(change.places, place);
    else if (this.#couldMatter(event)) for (const place of places) add(change.suspects, place);
    else return;
    this.#stale(known, event.source);
  }

  /** Formulas of a sheet were recalculated. */
  calculated({ worksheetId }: { readonly worksheetId: string }): void {
    const known = this.#sheets.get(worksheetId);
    if (known === undefined) {
      this.#unknown(worksheetId);
      return;
    }
    if ((known.facts?.formulaPlaces(known.tables) ?? []).length === 0) return;
    this.#changesOf(worksheetId).calculated = true;
    this.#stale(known);
  }

  /** Formats changed (a number became a date), or rows were hidden, shown or sorted. */
  looksDifferent(kind: "format" | "hidden" | "sorted", event: CellsChanged): void {
    const known = this.#sheets.get(event.worksheetId);
    if (known === undefined || known.facts === null) return;
    const change = this.#changesOf(known.id);
    if (kind === "sorted") change.whole = true;
    else {
      change.around = true;
      if (kind === "format") for (const place of placesOf(event.address ?? "")) add(change.places, place);
    }
    this.#stale(known, event.source);
  }

  /** Sheets or tables were added, deleted or renamed. */
  structureChanged(): void {
    this.#structure++;
    this.#listed = false;
    this.#tell({ kind: "structure" });
  }

  /** Checks the list of sheets and tables at the next reading, because Excel reports no event for some renames. */
  look(): void {
    this.#listed = false;
    this.#settings = null;
  }

  /** Reads the whole return again at the next reading, even if no change was reported. */
  doubt(): void {
    this.look();
    for (const { id, facts } of this.#sheets.values()) if (facts !== null) this.#changesOf(id).whole = true;
  }

  /** Discards everything: the next reading starts from scratch. */
  forget(): void {
    this.#sheets.clear();
    this.#changes.clear();
    this.#structure++;
    this.#settings = null;
    this.#listed = this.#complete = this.#neverDone = false;
    this.#from1904 = null;
  }

  /** A setting was written to the workbook. */
  settingWritten(key: string): void {
    this.#settings = null;
    // The mapping decides which blocks count as tables.
    if (key === MAPPING_SETTING) this.forget();
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #stale({ name }: Pick<KnownSheet, "name">, source?: string): void {
    this.#tell({ kind: "cells", sheet: name, source: source === "Remote" ? "remote" : "local" });
  }

  /** Handles an event on a sheet that was not read yet: it is about to be, or is new. */
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
      this.#changes.set(id, (changes = { whole: false, places: [], suspects: [], calculated: false, around: false }));
    return changes;
  }

  /**
   * True if the user typed a header of the return or a formula that Excel does not know, or if the event does not say
   * what changed; then the top of the changed cells is read.
   */
  #couldMatter({ details, changeType }: CellsChanged): boolean {
    if (changeType !== undefined && !["RangeEdited", "Unknown"].includes(changeType)) return false;
    if (details === undefined) return true;
    const { valueAfter } = details;
    return typeof valueAfter === "string" && (valueAfter === "#NAME?" || isWordOfReturn(valueAfter));
  }

  // Reading

  async #bring(): Promise<readonly SheetTable[]> {
    // Also reads changes made during the reading; limited, because a user may never stop typing.
    for (let round = 0, overtaken = 0; round < mostRounds;) {
      try {
        await run((context) => this.#refresh(context));
        round++;
      } catch (error) {
        const gone = isGone(error);
        if ((!gone && !(error instanceof Overtaken)) || ++overtaken > mostOvertaken) throw error;
        // A sheet or table has disappeared: list them again.
        if (gone) this.#listed = false;
        await new Promise((resolve) => setTimeout(resolve, patience.step));
      }
      if (this.#listed && this.#pending().length === 0) break;
    }
    return (this.#tables ??= this.#order.flatMap((id) => this.#sheets.get(id)!.tables));
  }

  #pending(): readonly string[] {
    return [...this.#changes]
      .filter(([id, { whole, places, suspects, calculated, around }]) => {
        const worth = whole || places.length > 0 || suspects.length > 0 || calculated || around;
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
        // The user is typing, or the reading is out of date: it still has to be done.
        this.#changesOf(id).whole = true;
        throw error;
      }
    }
    const ids = this.#pending().filter((id) => this.#changes.get(id)!.whole);
    if (ids.length > 0) await this.#read(context, await this.#ask(context, ids), going);
  }

  /** Lists the sheets and tables; reads those that are new, or have other tables. */
  async #list(context: Excel.RequestContext, going: () => void): Promise<void> {
    const { tables, worksheets } = context.workbook;
    await this.#calculated(context, () => {
      tables.load(`${under("items/", wanted.table)},items/worksheet/id`);
      worksheets.load(under("items/", wanted.sheet));
    });
    going();
    const asked: AskedSheet[] = [];
    for (const sheet of worksheets.items) {
      const own = tables.items.filter(({ worksheet }) => worksheet.id === sheet.id);
      const known = this.#sheets.get(sheet.id);
      if (known?.name !== sheet.name || listOf(known.named) !== listOf(own.map(asKnown)))
        asked.push({ sheet, tables: own });
    }
    const there = new Set(worksheets.items.map(({ id }) => id));
    for (const id of this.#sheets.keys()) if (!there.has(id)) this.#sheets.delete(id);
    for (const id of this.#changes.keys()) if (!there.has(id)) this.#changes.delete(id);
    this.#settings ??= await readSettings(context);
    if (asked.length > 0) await this.#read(context, asked, going);
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

  /** Reads whole sheets in batches, so that an interruption keeps what was already read. */
  async #read(context: Excel.RequestContext, asked: readonly AskedSheet[], going: () => void): Promise<void> {
    const mapping = this.#mapping();
    const matters = (table: SheetTable): boolean => belongsToReturn(table, mapping);
    const from1904 = async (): Promise<boolean> => (this.#from1904 ??= await countsFrom1904(context));
    for (let first = 0; first < asked.length; first += sheetsAtATime) {
      const part = asked.slice(first, first + sheetsAtATime);
      const ids = part.map(({ sheet }) => sheet.id);
      for (const id of ids) this.#changes.delete(id);
      let read: readonly SheetRead[];
      try {
        read = await readSheets(context, part, { matters, from1904, going });
      } catch (error) {
        for (const id of ids) if (this.#sheets.has(id)) this.#changesOf(id).whole = true;
        throw error;
      }
      for (const [i, id] of ids.entries()) {
        const { facts, isWhole, named, tables, around } = read[i]!;
        const isOurs = tables.some(matters);
        // One header is enough if the user just typed it; otherwise two in a row.
        const enough = this.#typedOn.has(id) ? 1 : 2;
        const begun = !isOurs && facts.loose(tables).some((texts) => texts.filter(isWordOfReturn).length >= enough);
        const { name } = part[i]!.sheet;
        const mayBeStuck = !isWhole || facts.hasStuckFormula;
        if (isOurs || this.#sheets.get(id)?.facts) this.#edition++;
        const kept = isOurs ? facts : null;
        this.#sheets.set(id, { id, name, facts: kept, named, tables, around, begun, isWhole, mayBeStuck });
      }
      this.#tables = null;
    }
  }

  /** Loads these sheets and their tables, to read them whole. */
  async #ask(context: Excel.RequestContext, ids: readonly string[]): Promise<readonly AskedSheet[]> {
    const sheets = ids.map((id) => context.workbook.worksheets.getItem(id));
    await this.#calculated(context, () => {
      for (const sheet of sheets) {
        sheet.load(wanted.sheet);
        sheet.tables.load(under("items/", wanted.table));
      }
    });
    return sheets.map((sheet) => ({ sheet, tables: sheet.tables.items }));
  }

  /**
   * Reads only the changes on a sheet, usually in one request; if they do not fit the known tables, reads the sheet
   * again.
   */
  async #patch(
    context: Excel.RequestContext,
    id: string,
    { places, suspects, calculated, around }: Changes,
    going: () => void,
  ): Promise<void> {
    const known = this.#sheets.get(id)!;
    const again = (): void => void (this.#changesOf(id).whole = true);
    const sheet = context.workbook.worksheets.getItem(id);
    const at = ({ row, column, rows, columns }: Place): Excel.Range =>
      sheet.getRangeByIndexes(row, column, rows, columns);
    const asked = (all: readonly Place[]) => all.map((place) => ({ place, range: at(place) }));
    const wholes = known.facts === null ? [] : known.named.map((table) => sheet.tables.getItem(table.id).getRange());
    const typed = asked(places);
    const outcomes = asked(calculated ? (known.facts?.formulaPlaces(known.tables) ?? []) : []);
    // A header is at the top of what was pasted, or below a title.
    const peeks = suspects.map((place) =>
      at({ ...place, rows: Math.min(place.rows, 3), columns: Math.min(place.columns, 100) }),
    );
    const cells = [...typed, ...outcomes].reduce((sum, { place }) => sum + sizeOf(place), 0);
    if (cells > mostPatched) {
      again();
      return;
    }
    await this.#calculated(context, () => {
      /* oxlint-disable office-addins/no-empty-load -- the properties to load are listed once, for every reading */
      sheet.load(wanted.sheet);
      sheet.tables.load(under("items/", wanted.table));
      /* oxlint-enable office-addins/no-empty-load */
      for (const whole of wholes) whole.load("rowIndex,columnIndex,rowCount,columnCount");
      for (const range of peeks) range.load("values,formulas");
      for (const { range } of typed) range.load("values,formulas,numberFormat");
      // Calculation only changes the value of a formula cell.
      for (const { range } of outcomes) range.load("values");
    });
    going();
    const words = peeks.some(({ values }) =>
      values.some((row) => row.some((value) => typeof value === "string" && isWordOfReturn(value))),
    );
    if (words) this.#typedOn.add(id);
    // oxlint-disable-next-line office-addins/call-sync-before-read, office-addins/load-object-before-read -- loaded and answered in #calculated
    if (words || sheet.name !== known.name || listOf(sheet.tables.items.map(asKnown)) !== listOf(known.named)) {
      again();
      return;
    }
    if (known.facts === null) {
      const isPart = peeks.some(({ formulas }, i) => sizeOf(suspects[i]!) > formulas.length * formulas[0]!.length);
      const isFound = peeks.some(({ formulas, values }) =>
        formulas.some((row, i) => row.some((formula, j) => isStuck(formula, values[i]![j]))),
      );
      if (isPart || isFound) this.#sheets.set(id, { ...known, mayBeStuck: true });
      return;
    }
    const told: CellsTold[] = [
      ...typed.map(({ place: { row, column }, range: { values, formulas, numberFormat } }) => ({
        row,
        column,
        values,
        formulas,
        numberFormats: numberFormat,
      })),
      ...outcomes.map(({ place: { row, column }, range: { values } }) => ({ row, column, values })),
    ];
    const named = known.named.map((table, i) => ({ ...table, area: areaOfTable(wholes[i]!) }));
    const below: Place[] = [];
    for (const [i, { area }] of named.entries()) {
      const { area: was, totalsRows } = known.named[i]!;
      const same = area.top === was.top && area.left === was.left && area.right === was.right;
      if (!same || area.bottom < was.bottom || (totalsRows > 0 && area.bottom !== was.bottom)) again();
      else if (area.bottom > was.bottom) {
        const columns = was.right - was.left + 1;
        below.push({ row: was.bottom, column: was.left - 1, rows: area.bottom - was.bottom, columns });
      }
    }
    if (this.#changes.get(id)?.whole) return;
    if (below.length > 0) {
      // Rows added to a table may contain more than was typed: Excel fills calculated columns.
      const grown = below.map((place) => at(place).load("values,formulas,numberFormat"));
      await context.sync();
      for (const [i, { values, formulas, numberFormat }] of grown.entries())
        told.push({ row: below[i]!.row, column: below[i]!.column, values, formulas, numberFormats: numberFormat });
    }
    const facts = known.facts.with(told);
    const tables = tablesOfSheet(known.name, facts, named);
    const isSame = tables.map(headingOf).join() === known.tables.map(headingOf).join();
    if (!isSame || (this.#from1904 === null && facts.hasDays)) {
      // A block became a different table, so its surroundings must be read again too.
      again();
      return;
    }
    const lies = [...known.around];
    if (around) {
      this.#edition++;
      const mapping = this.#mapping();
      const looked = tables.flatMap((table, index) =>
        belongsToReturn(table, mapping) ? [{ table, sheet, index }] : [],
      );
      const read = await readAround(context, looked);
      for (const [i, { index }] of looked.entries()) lies[index] = read[i]!;
    }
    const withAround = tables.map((table, index) => ({ ...table, ...lies[index] }));
    const mayBeStuck = !known.isWhole || facts.hasStuckFormula;
    this.#sheets.set(id, { ...known, facts, named, tables: withAround, around: lies, mayBeStuck });
    this.#tables = null;
  }

  /**
   * Performs `ask`, and repeats it if Excel was still calculating, because its values are then incomplete. Does not
   * wait in manual mode, nor forever for a workbook that never reports completion.
   */
  async #calculated(context: Excel.RequestContext, ask: () => void): Promise<void> {
    for (let step = 0; ; step++) {
      ask();
      const application = context.workbook.application.load("calculationState,calculationMode");
      // oxlint-disable-next-line office-addins/no-context-sync-in-loop -- asked again until Excel is done calculating
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

/** Maximum number of rounds to catch up with changes, and of restarts of an interrupted reading. */
const mostRounds = 5;
const mostOvertaken = 40;

/** Number of sheets per request; a finished batch is kept if the reading is interrupted. */
const sheetsAtATime = 20;

/** Prefixes property names: "id,name" under "items/" is "items/id,items/name". */
const under = (path: string, names: string): string => names.replace(/(^|,)/g, `$1${path}`);

/** Identifies a list of tables, whatever their positions. */
const listOf = (tables: readonly Pick<KnownTable, "id" | "name" | "hasHeader" | "totalsRows">[]): string =>
  JSON.stringify(tables.map(({ id, name, hasHeader, totalsRows }) => [id, name, hasHeader, totalsRows]));

const asKnown = ({ id, name, showHeaders, showTotals }: Excel.Table): Parameters<typeof listOf>[0][number] => ({
  id,
  name,
  hasHeader: showHeaders,
  totalsRows: showTotals ? 1 : 0,
});

/** Identifies a table by its position and headers. */
const headingOf = ({ name, headerRow, firstColumn, headers }: SheetTable): string =>
  JSON.stringify([name, headerRow, firstColumn, headers]);

const sizeOf = ({ rows, columns }: Place): number => rows * columns;

/** Adds a place once: an edit in a table is reported by both its sheet and its table. */
function add(places: Place[], place: Place): void {
  const same = (one: Place): boolean => JSON.stringify(one) === JSON.stringify(place);
  if (!places.some(same)) places.push(place);
}

const isGone = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "CHANGED_SINCE";

/** 2 January 1904 is day 1,463 in the 1900 system, and day 1 in the 1904 system. */
async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const day = context.workbook.functions.date(1904, 1, 2).load("value");
  await context.sync();
  return day.value === 1;
}
