import type { Position, Zone } from "@prestatieafspraken/spreadsheet";
import { contentOf } from "./content-of.js";
import { shownEngine, type Command, type Plugin, type PluginConfig, type ShownGetters } from "./shown-engine.js";

/** A cell somebody changed, as it was in the file. */
export interface Touched {
  readonly position: Position;
  readonly content: string;
  readonly look: string;
}

export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

export function frozenIn(getters: ShownGetters, sheetId: string): Frozen {
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  return { rows: ySplit, columns: xSplit };
}

/** What a model lets its owner see and decide. Found by the PA part of the model (`Sheets.pa`). */
export interface Watch {
  /** Sheets of the file, by id: they are neither renamed nor removed here. */
  readonly fileSheets: Set<string>;
  /** Every cell whose content or looks were changed since the file was opened, also those that were changed back. */
  readonly touched: Map<string, Touched>;
  /** Columns that were given another width, by sheet. */
  readonly widened: Map<string, Set<number>>;
  /** What stayed in sight when the file was opened, of sheets where that was changed. */
  readonly frozen: Map<string, Frozen>;
  /** Cells with a formula, for the few commands that rewrite formulas elsewhere. */
  formulaCells: (() => Iterable<Position>) | null;
  /** Told every change of content, also when it is undone. */
  onEdit: ((command: Command) => void) | null;
  /** What the file would refuse to have in a cell is refused while somebody does it. */
  refuses: ((at: Position) => boolean) | null;
}

const watches = new WeakMap<object, Watch>();
const watchOf = ({ custom }: PluginConfig): Watch | undefined =>
  custom.pa === undefined ? undefined : watch(custom.pa);

/** The watch of a model; made when first asked for. */
export function watch(pa: object): Watch {
  const known = watches.get(pa) ?? {
    fileSheets: new Set<string>(),
    touched: new Map<string, Touched>(),
    widened: new Map<string, Set<number>>(),
    frozen: new Map<string, Frozen>(),
    formulaCells: null,
    onEdit: null,
    refuses: null,
  };
  watches.set(pa, known);
  return known;
}

export const touchedKey = ({ sheetId, row, col }: Position): string => `${sheetId}!${row},${col}`;

/** The looks of a cell that are written to the file, as one text to compare. */
export function lookOf(getters: ShownGetters, position: Position): string {
  return JSON.stringify([getters.getCellStyle(position), getters.getCell(position)?.format ?? null]);
}

/** Why a command was refused. */
export const notKept = "PaNotKept";
/** The file cannot have it in this cell; `Watch.refuses` has told why. */
const told = "PaTold";

/** One step of several that together are one step to undo. */
export interface Step {
  readonly type: string;
  readonly payload: object;
}
export const together = "PA_TOGETHER";

/** What saving could not bring back into the file exactly: it is refused while somebody does it, not dropped later. */
const refused = new Set([
  "REMOVE_COLUMNS_ROWS",
  "ADD_MERGE",
  "REMOVE_MERGE",
  "CREATE_TABLE",
  "REMOVE_TABLE",
  "MOVE_SHEET",
  "HIDE_SHEET",
  "CREATE_FIGURE",
  "CREATE_CHART",
  "CREATE_IMAGE",
  "ADD_PIVOT",
  "ADD_DATA_VALIDATION_RULE",
  "REMOVE_DATA_VALIDATION_RULE",
  "ADD_CONDITIONAL_FORMAT",
  "REMOVE_CONDITIONAL_FORMAT",
  "CREATE_NAMED_RANGE",
  "UPDATE_NAMED_RANGE",
  "DELETE_NAMED_RANGE",
  "SET_BORDER",
  "SET_ZONE_BORDERS",
  "SET_BORDERS_ON_TARGET",
  "GROUP_HEADERS",
  "HIDE_COLUMNS_ROWS",
]);

/** Looks that are written to the file; no other is offered. */
const keptStyles = new Set(["bold", "italic", "textColor", "fillColor", "align", "wrapping"]);

/** Commands that give formulas elsewhere another text. */
const rewritesFormulas = new Set(["MOVE_RANGES", "RENAME_SHEET", "DELETE_SHEET"]);

function* cellsOf({ type, sheetId, ...command }: Command): Generator<Position> {
  if (sheetId === undefined) return;
  const { col, row, target } = command as { col?: number; row?: number; target?: readonly Zone[] };
  if (type === "UPDATE_CELL" || type === "CLEAR_CELL") yield { sheetId, col: col!, row: row! };
  else if (type === "CLEAR_CELLS" || type === "DELETE_CONTENT")
    for (const zone of target ?? [])
      for (let r = zone.top; r <= zone.bottom; r++)
        for (let c = zone.left; c <= zone.right; c++) yield { sheetId, col: c, row: r };
}

function updated({ type, sheetId, col, row }: Command): Position[] {
  return type === "UPDATE_CELL" && sheetId !== undefined ? [{ sheetId, col: col as number, row: row as number }] : [];
}

const core = (): unknown =>
  class PaKeepsFile extends shownEngine.CorePlugin {
    static readonly getters = [];
    readonly #watch: () => Watch | undefined;
    constructor(config: PluginConfig) {
      super(config);
      this.#watch = () => watchOf(config);
    }
    allowDispatch(this: Plugin & PaKeepsFile, command: Command): string {
      const { type, sheetId } = command;
      const ofFile = sheetId !== undefined && this.#watch()?.fileSheets.has(sheetId) === true;
      if ((type === "DELETE_SHEET" || type === "RENAME_SHEET") && ofFile) return notKept;
      if (this.#refusesCells(command)) return told;
      if (type === "ADD_COLUMNS_ROWS") return isAtEnd(command, this) ? "Success" : notKept;
      return refused.has(type) ? notKept : "Success";
    }

    /** Is one of the cells whose content this changes refused? */
    #refusesCells(command: Command): boolean {
      const refuses = this.#watch()?.refuses;
      if (refuses === null || refuses === undefined) return false;
      if (command.type === "UPDATE_CELL" && !("content" in command)) return false;
      for (const position of cellsOf(command)) if (refuses(position)) return true;
      return false;
    }

    /** Remembers how the file has a cell, the first time it is changed. Whatever changes cells ends as an UPDATE_CELL for each. */
    beforeHandle(this: Plugin & PaKeepsFile, command: Command): void {
      const watching = this.#watch();
      if (watching === undefined) return;
      noteView(watching, command, this.getters);
      const cells = rewritesFormulas.has(command.type) ? (watching.formulaCells?.() ?? []) : updated(command);
      for (const position of cells) {
        const key = touchedKey(position);
        if (watching.touched.has(key)) continue;
        const { getters } = this;
        watching.touched.set(key, {
          position,
          content: contentOf(getters, position),
          look: lookOf(getters, position),
        });
      }
    }
  };

/** Remembers which columns get another width, and what stayed in sight before that is changed. */
function noteView({ widened, frozen }: Watch, { type, sheetId, ...rest }: Command, getters: ShownGetters): void {
  if (sheetId === undefined) return;
  if (type === "RESIZE_COLUMNS_ROWS" && rest["dimension"] === "COL") {
    const columns = widened.get(sheetId) ?? new Set<number>();
    for (const column of rest["elements"] as readonly number[]) columns.add(column);
    widened.set(sheetId, columns);
  }
  if (/FREEZE/.test(type) && !frozen.has(sheetId)) frozen.set(sheetId, frozenIn(getters, sheetId));
}

/** More empty rows or columns after the last one move nothing. */
function isAtEnd({ sheetId, dimension, position, base }: Command, { getters }: Plugin): boolean {
  if (sheetId === undefined || position !== "after") return false;
  const count = dimension === "ROW" ? getters.getNumberRows(sheetId) : getters.getNumberCols(sheetId);
  return base === count - 1;
}

const feature = (): unknown =>
  class PaEdits extends shownEngine.UIPlugin {
    static readonly getters = [];
    readonly #watch: () => Watch | undefined;
    constructor(config: PluginConfig) {
      super(config);
      this.#watch = () => watchOf(config);
    }
    allowDispatch({ type, style, dimension }: Command): string {
      const isKept = Object.keys(style ?? {}).every((name) => keptStyles.has(name));
      if (type === "SET_FORMATTING" && !isKept) return notKept;
      return type === "RESIZE_COLUMNS_ROWS" && dimension === "ROW" ? notKept : "Success";
    }
    handle(this: Plugin & PaEdits, command: Command): void {
      if (command.type === together)
        for (const { type, payload } of command["steps"] as readonly Step[]) this.dispatch(type, payload);
      if (
        shownEngine.isCoreCommand(command) ||
        /^(?:UNDO|REDO|REQUEST_UNDO|REQUEST_REDO|UPDATE_FILTER)$/.test(command.type)
      )
        this.#watch()?.onEdit?.(command);
    }
  };

let registered = false;
/** Makes models of this page careful with the file they came from. Once, before the first model. */
export function registerEdits(): void {
  if (registered) return;
  registered = true;
  shownEngine.registries.corePluginRegistry.add("paKeepsFile", core());
  shownEngine.registries.featurePluginRegistry.add("paEdits", feature());
}
