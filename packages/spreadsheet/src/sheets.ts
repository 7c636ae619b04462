import type { CallContext } from "@prestatieafspraken/functions";
import type { CellValue } from "@prestatieafspraken/quarterly";
import type { CellLocks } from "./cell-locks.js";
import { engine, type EngineLocale, type EvaluatedCell, type Position } from "./engine.js";
import type { GridBook } from "./grid-book.js";
import { openModel, type PaSheetModel } from "./model.js";
import { excelErrorCode, registerFunctions } from "./register.js";
import { columnName, type ReferencedTable } from "./structured-reference.js";
import { calculable, toWorkbookData, type GridData, type LiveFormula } from "./to-workbook-data.js";

/** How a workbook file is opened in the engine. */
export interface SheetsOptions {
  readonly context: CallContext;
  readonly locale?: EngineLocale;
  readonly mostCells?: number;
  /** Called when a change to a locked cell is refused. */
  readonly onLocked?: () => void;
  /** Further options for the engine's model when it is displayed. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Earlier engine revisions of this workbook; they are replayed. */
  readonly revisions?: readonly unknown[];
}

/** A workbook opened in the engine. */
export interface Sheets extends PaSheetModel {
  readonly grid: GridData;
  /** The current tables, by name in lower case. */
  tables(): ReadonlyMap<string, ReferencedTable>;
  /** The position of a cell; null if there is no such sheet. */
  position(sheet: string, cell: string): Position | null;
  /** The current value of a cell; errors have Excel's codes. */
  value(sheet: string, cell: string): CellValue;
  /** Rewrites formulas that name a table to match its current size; runs automatically after every change. */
  followTables(): void;
  /** True if users cannot change this cell. */
  isLocked(sheet: string, cell: string): boolean;
}

/** Opens a workbook in the engine, headless or displayed: formulas are calculated and follow growing tables. */
export function openSheets(book: GridBook, options: SheetsOptions): Sheets {
  registerFunctions(options.context.language);
  const grid = toWorkbookData(book, options);
  let following = false;
  const ids = new Map<string, string>();
  const locks: CellLocks = {
    isProtected: (sheetId) => !following && openCells.has(sheetId),
    isLocked: (sheetId, col, row) => openCells.get(sheetId)?.has(`${columnName(col + 1)}${row + 1}`) === false,
    ...(options.onLocked && { refused: options.onLocked }),
  };
  const openCells = new Map<string, ReadonlySet<string>>();
  const opened = openModel(grid.data, { ...options, locks });
  const { model } = opened;
  const { getters } = model;
  for (const id of getters.getSheetIds()) {
    const name = getters.getSheetName(id);
    ids.set(name, id);
    const unlocked = grid.unlocked.get(name);
    if (unlocked !== undefined) openCells.set(id, unlocked);
  }
  const tables = new Map(grid.tables);
  const structured = grid.formulas.filter((formula) => formula.isStructured);
  /** The formulas written per cell, to detect that a user replaced them; undo gives back an earlier one. */
  const written = new Map<LiveFormula, Set<string>>();
  const noteWritten = (formula: LiveFormula, text: string): void => {
    const texts = written.get(formula) ?? new Set();
    written.set(formula, texts.add(text));
  };

  const position = (sheet: string, cell: string): Position | null => {
    const sheetId = ids.get(sheet);
    return sheetId === undefined ? null : { sheetId, ...engine.helpers.toCartesian(cell) };
  };
  const formulaAt = (at: Position): string => {
    const stored = getters.getCell(at);
    return stored?.isFormula ? (stored.compiledFormula?.toFormulaString(getters) ?? "") : "";
  };
  const isRestored = (options.revisions?.length ?? 0) > 0;
  if (isRestored) anyTableChanged();
  for (const formula of structured) {
    const now = formulaAt(position(formula.sheet, formula.cell)!);
    const isOurs = [grid.tables, tables].some((known) => isSame(now, calculable(formula.stored, formula, known)));
    // A restore may have brought back another formula.
    if (!isRestored || isOurs) noteWritten(formula, now);
  }

  const followTables = (): void => {
    if (following || !anyTableChanged()) return;
    following = true;
    try {
      for (const formula of structured) {
        const at = position(formula.sheet, formula.cell)!;
        if (written.get(formula)?.has(formulaAt(at)) !== true) continue;
        const content = calculable(formula.stored, { sheet: formula.sheet, row: formula.row }, tables);
        if (content === null) continue;
        model.dispatch("UPDATE_CELL", { ...at, content });
        noteWritten(formula, formulaAt(at));
      }
    } finally {
      following = false;
    }
  };

  function anyTableChanged(): boolean {
    let changed = false;
    for (const [name, table] of tables) {
      const sheetId = ids.get(table.sheet);
      const zone = (sheetId === undefined ? [] : getters.getTables(sheetId))
        .map(({ range }) => range.zone)
        .find((z) => z.left === table.left - 1 && z.top === table.top - 1);
      if (zone === undefined || (zone.bottom === table.bottom - 1 && zone.right === table.right - 1)) continue;
      tables.set(name, { ...table, bottom: zone.bottom + 1, right: zone.right + 1 });
      changed = true;
    }
    return changed;
  }

  model.on("update", grid, followTables);
  return {
    ...opened,
    grid,
    tables: () => tables,
    position,
    followTables,
    isLocked(sheet, cell) {
      const at = position(sheet, cell);
      return at !== null && locks.isLocked(at.sheetId, at.col, at.row);
    },
    value(sheet, cell) {
      const at = position(sheet, cell);
      return at === null ? null : cellValue(getters.getEvaluatedCell(at));
    },
  };
}

const isSame = (a: string, b: string | null): boolean =>
  b !== null && a.replace(/\s+/g, "").toUpperCase() === b.replace(/\s+/g, "").toUpperCase();

/** A cell's value in the engine, as a CellValue. */
export const cellValue = (cell: EvaluatedCell): CellValue => {
  if (cell.type === "error") return { error: excelErrorCode(String(cell.value)) };
  return cell.type === "empty" ? null : cell.value;
};
