import type { Position, Zone } from "@prestatieafspraken/spreadsheet";
import { CellMap } from "./cell-map.js";
import { contentOf } from "./content-of.js";
import { shownEngine, type Command, type Plugin, type PluginConfig, type ShownGetters } from "./shown-engine.js";

/** A changed cell, as it was in the file. */
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

/**
 * What the plugin records for the owner of a model, and asks of it. Keyed by the PA part of the model (`Sheets.pa`).
 */
export interface Watch {
  /** Ids of sheets from the file, which can be neither renamed nor removed here. */
  readonly fileSheets: Set<string>;
  /** Every cell whose content or style changed since the file was opened, including those changed back. */
  readonly touched: CellMap<Touched>;
  /** Columns whose width changed, by sheet. */
  readonly widened: Map<string, Set<number>>;
  /** The frozen rows and columns when the file was opened, for sheets where they changed. */
  readonly frozen: Map<string, Frozen>;
  /** Cells with a formula, for the few commands that rewrite formulas elsewhere. */
  formulaCells: (() => Iterable<Position>) | null;
  /** Called on every change of content, including undo. */
  onEdit: ((command: Command) => void) | null;
  /** True for a cell that the file could not store; the change is refused at once. */
  refuses: ((at: Position) => boolean) | null;
}

const watches = new WeakMap<object, Watch>();
const watchOf = ({ custom }: PluginConfig): Watch | undefined =>
  custom.pa === undefined ? undefined : watch(custom.pa);

/** The watch of a model, created on first use. */
export function watch(pa: object): Watch {
  const known = watches.get(pa) ?? {
    fileSheets: new Set<string>(),
    touched: new CellMap<Touched>(),
    widened: new Map<string, Set<number>>(),
    frozen: new Map<string, Frozen>(),
    formulaCells: null,
    onEdit: null,
    refuses: null,
  };
  watches.set(pa, known);
  return known;
}

/** The style of a cell that is written to the file, as one text to compare. */
export function lookOf(getters: ShownGetters, position: Position): string {
  return JSON.stringify([getters.getCellStyle(position), getters.getCell(position)?.format ?? null]);
}

/** Rejection code: saving could not keep this change. */
export const notKept = "PaNotKept";
/** Rejection code: the file cannot store this cell; `Watch.refuses` has reported why. */
const told = "PaTold";

/** One of several steps that form a single undo step. */
export interface Step {
  readonly type: string;
  readonly payload: object;
}
export const together = "PA_TOGETHER";

/** Commands whose effect saving cannot reproduce exactly: refused at once instead of lost later. */
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

/** Style properties that are written to the file; the grid offers no others. */
const keptStyles = new Set(["bold", "italic", "textColor", "fillColor", "align", "wrapping"]);

/** Commands that rewrite formulas in other cells. */
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
      // By far the most frequent: one per cell of a paste.
      if (type === "UPDATE_CELL_POSITION") return "Success";
      if (type === "UPDATE_CELL") return this.#refusesCells(command) ? told : "Success";
      const ofFile = sheetId !== undefined && this.#watch()?.fileSheets.has(sheetId) === true;
      if ((type === "DELETE_SHEET" || type === "RENAME_SHEET") && ofFile) return notKept;
      if (this.#refusesCells(command)) return told;
      if (type === "ADD_COLUMNS_ROWS") return isAtEnd(command, this) ? "Success" : notKept;
      return refused.has(type) ? notKept : "Success";
    }

    /** True if this command changes a cell that is refused. */
    #refusesCells(command: Command): boolean {
      const refuses = this.#watch()?.refuses;
      if (refuses === null || refuses === undefined) return false;
      if (command.type === "UPDATE_CELL") {
        const { sheetId, col, row } = command as Command & Position;
        return "content" in command && refuses({ sheetId, col, row });
      }
      for (const position of cellsOf(command)) if (refuses(position)) return true;
      return false;
    }

    /**
     * Records how the file had a cell, before its first change. Every change of cells ends in an UPDATE_CELL per cell.
     */
    beforeHandle(this: Plugin & PaKeepsFile, command: Command): void {
      const watching = this.#watch();
      if (watching === undefined) return;
      if (command.type === "UPDATE_CELL_POSITION") return;
      noteView(watching, command, this.getters);
      const cells = rewritesFormulas.has(command.type) ? (watching.formulaCells?.() ?? []) : updated(command);
      for (const position of cells) {
        if (watching.touched.get(position) !== undefined) continue;
        const { getters } = this;
        watching.touched.set(position, {
          position,
          content: contentOf(getters, position),
          look: lookOf(getters, position),
        });
      }
    }
  };

/** Records which columns change width, and the frozen rows and columns before they change. */
function noteView({ widened, frozen }: Watch, command: Command, getters: ShownGetters): void {
  const { type, sheetId } = command;
  if (sheetId === undefined || type === "UPDATE_CELL") return;
  if (type === "RESIZE_COLUMNS_ROWS" && command["dimension"] === "COL") {
    const columns = widened.get(sheetId) ?? new Set<number>();
    for (const column of command["elements"] as readonly number[]) columns.add(column);
    widened.set(sheetId, columns);
  }
  if (/FREEZE/.test(type) && !frozen.has(sheetId)) frozen.set(sheetId, frozenIn(getters, sheetId));
}

/** Adding empty rows or columns after the last one moves no cells. */
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
        (shownEngine.isCoreCommand(command) && command.type !== "UPDATE_CELL_POSITION") ||
        /^(?:UNDO|REDO|REQUEST_UNDO|REQUEST_REDO|UPDATE_FILTER)$/.test(command.type)
      )
        this.#watch()?.onEdit?.(command);
    }
  };

let registered = false;
/**
 * Registers the plugin that rejects edits the file writer cannot save, and lifts the engine's ban on pasting over the
 * edge of frozen columns, where most tables begin; Excel has no such ban. Call once at startup.
 */
export function registerEdits(): void {
  if (registered) return;
  registered = true;
  shownEngine.registries.corePluginRegistry.add("paKeepsFile", core());
  shownEngine.registries.featurePluginRegistry.add("paEdits", feature());
  shownEngine.registries.clipboardHandlersRegistries.cellHandlers.remove("sheet");
}
