import { isEmptyCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { cellValue, type Position, type Sheets } from "@prestatieafspraken/spreadsheet";
import type { XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { readSheet } from "./read-tables.js";
import { CellMap } from "./cell-map.js";
import type { Command, ShownGetters } from "./shown-engine.js";

/** Above this number of changed cells, reading the whole sheet is just as fast. */
const most = 4_000;

/** Reads the tables in the grid incrementally: after typing one cell among ten thousand rows it reads one cell. */
export class TableReader {
  readonly #sheets: Sheets;
  readonly #file: XlsxWorkbook;
  readonly #known = new Map<string, readonly SheetTable[]>();
  /** Cells changed since their sheet was read. */
  readonly #changed = new CellMap<Position>();
  /** Cells with formulas or formula results, whose value may change without an edit. */
  readonly #calculated = new CellMap<Position>();

  constructor(sheets: Sheets, file: XlsxWorkbook) {
    this.#sheets = sheets;
    this.#file = file;
    for (const { sheet, cell } of [...sheets.grid.formulas, ...sheets.grid.filled]) {
      const at = sheets.position(sheet, cell);
      if (at !== null) this.#calculated.set(at, at);
    }
  }

  /** Handles a command of the grid. */
  edited(command: Command): void {
    const { type, sheetId } = command;
    if (sheetId === undefined || /SHEET|UNDO|REDO/.test(type)) {
      this.#known.clear();
      if (/UNDO|REDO/.test(type)) this.#findFormulas();
      return;
    }
    if (type !== "UPDATE_CELL") {
      // UPDATE_CELL_POSITION is internal bookkeeping; the change itself has its own command.
      if (!/RESIZE|FREEZE|UPDATE_CELL_POSITION/.test(type)) this.#known.delete(sheetId);
      return;
    }
    const at = { sheetId, row: command["row"] as number, col: command["col"] as number };
    this.#changed.set(at, at);
    const { content } = command;
    if (typeof content === "string" && content.startsWith("=")) {
      // The result may spill into more cells.
      this.#known.delete(sheetId);
      this.#calculated.set(at, at);
    }
  }

  read(): readonly SheetTable[] {
    const getters = this.#sheets.model.getters as ShownGetters;
    return getters.getSheetIds().flatMap((sheetId) => {
      const tables = this.#patched(sheetId) ?? readSheet(this.#sheets, this.#file, sheetId);
      this.#known.set(sheetId, tables);
      this.#changed.drop(sheetId);
      return tables;
    });
  }

  /** Records formulas that undo or redo brought back. */
  #findFormulas(): void {
    const getters = this.#sheets.model.getters as ShownGetters;
    for (const at of this.#changed.values()) if (getters.getCell(at)?.isFormula) this.#calculated.set(at, at);
  }

  /** The tables of a sheet with only the possibly changed cells read again; null if the whole sheet must be read. */
  #patched(sheetId: string): readonly SheetTable[] | null {
    const known = this.#known.get(sheetId);
    if (
      known === undefined ||
      known.some(({ linked, uncalculated, struckRows }) => linked ?? uncalculated ?? struckRows)
    )
      return null;
    const cells = new Map([...this.#calculated.of(sheetId), ...this.#changed.of(sheetId)]);
    if (cells.size > most) return null;
    const { getters } = this.#sheets.model;
    const patches = known.map((table) => new Patch(table));
    for (const at of cells.values()) {
      const zone = getters.getSpreadZone(at);
      if (zone !== undefined && (zone.bottom > zone.top || zone.right > zone.left)) return null;
      const value = cellValue(getters.getEvaluatedCell(at));
      if (!patches.some((patch) => patch.put(at.row + 1, at.col + 1, value))) return null;
    }
    return patches.map((patch) => patch.table());
  }
}

/** Replaces a few values in a table; refuses a value that may change the table's extent. */
class Patch {
  #rows: (readonly CellValue[])[] | null = null;
  #below: (readonly CellValue[])[] | null = null;

  constructor(private readonly before: SheetTable) {}

  table(): SheetTable {
    const { before } = this;
    if (this.#rows === null && this.#below === null) return before;
    return {
      ...before,
      ...(this.#rows && { rows: this.#rows }),
      ...(this.#below && before.below && { below: { ...before.below, rows: this.#below } }),
    };
  }

  put(row: number, column: number, value: CellValue): boolean {
    const { headerRow, firstColumn, rows, below, headers } = this.before;
    const at = column - firstColumn;
    if (at < 0 || at >= headers.length) return false;
    const inRows = row - headerRow - 1;
    if (inRows >= 0 && inRows < rows.length) {
      const now = this.#rows ?? rows;
      // Inside an Excel table any value is fine, except that its last row must stay filled.
      const isFree =
        this.before.name !== null && (value === null ? inRows < rows.length - 1 : typeof value !== "object");
      if (!isFree && !isSameShape(now[inRows]![at] ?? null, value)) return false;
      if (now[inRows]![at] !== value) this.#rows = withValue(now, this.#rows !== null, inRows, at, value);
      return true;
    }
    if (below === undefined || row < below.firstRow || row >= below.firstRow + below.rows.length) return false;
    const now = this.#below ?? below.rows;
    const line = row - below.firstRow;
    if (!isSameShape(now[line]![at] ?? null, value)) return false;
    if (now[line]![at] !== value) this.#below = withValue(now, this.#below !== null, line, at, value);
    return true;
  }
}

/** A table's extent depends on which cells are filled and on their types, so both must stay the same. */
const isSameShape = (before: CellValue, after: CellValue): boolean =>
  (isEmptyCell(before) && isEmptyCell(after)) || (typeof before === typeof after && typeof after !== "object");

function withValue(
  rows: readonly (readonly CellValue[])[],
  isOwn: boolean,
  row: number,
  column: number,
  value: CellValue,
): (readonly CellValue[])[] {
  const copy = isOwn ? (rows as (readonly CellValue[])[]) : [...rows];
  copy[row] = copy[row]!.map((cell, i) => (i === column ? value : cell));
  return copy;
}
