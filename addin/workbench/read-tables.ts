import { cellValue, type Sheets } from "@prestatieafspraken/spreadsheet";
import { sameCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import {
  cellName,
  isDateFormat,
  tablesOfSheet,
  tellingFormat,
  type SheetFacts,
  type XlsxWorkbook,
} from "@prestatieafspraken/xlsx";
import type { ShownGetters } from "./shown-engine.js";

/** The current Excel tables of a sheet in the grid, and the other blocks that look like one. */
export function readSheet(sheets: Sheets, file: XlsxWorkbook, sheetId: string): readonly SheetTable[] {
  const sheet = sheets.model.getters.getSheetName(sheetId);
  const own = [...sheets.tables().values()]
    .filter((table) => table.sheet === sheet)
    .map(({ name, hasHeader, hasTotals, columns, ...area }) => ({
      name,
      area,
      hasHeader,
      totalsRows: hasTotals ? 1 : 0,
      columns,
    }));
  return tablesOfSheet(sheet, new GridFacts(sheets, sheetId, sheet, file), own);
}

/**
 * Facts about a sheet in the grid, for the table search. Formulas the engine does not support keep the file's value.
 */
class GridFacts implements SheetFacts {
  readonly rowNumbers: number[];
  readonly #rowValues: CellValue[][];
  readonly uncalculated: (readonly [row: number, column: number])[] = [];
  readonly linked: { readonly row: number; readonly column: number; readonly source: string | null }[] = [];
  readonly hiddenRows: number[] = [];
  readonly merged: readonly string[];
  readonly isHidden: boolean;
  readonly isStruck: SheetFacts["isStruck"];
  readonly #getters: ShownGetters;
  readonly #index = new Map<number, number>();
  /** The sheet in the file; null for a sheet made in the grid. */
  readonly #stored: SheetFacts | null;
  /** Formulas of the file that the engine does not calculate, by cell, unless they were overwritten. */
  readonly #kept = new Map<string, string>();

  constructor(
    sheets: Sheets,
    readonly sheetId: string,
    sheet: string,
    file: XlsxWorkbook,
  ) {
    const getters = sheets.model.getters as ShownGetters;
    this.#getters = getters;
    const entry = file.worksheets().find(({ name }) => name === sheet);
    const stored = entry === undefined ? null : file.facts(entry);
    this.#stored = stored;
    // The grid offers no strikethrough: if the file's styles have none, no cell is struck through.
    this.isStruck = file.styles.list.some(({ struck }) => struck)
      ? (row, column) =>
          (getters.getCellStyle(this.#at(row, column)) as { strikethrough?: boolean }).strikethrough === true
      : null;
    const rows = new Map<number, CellValue[]>();
    for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
      const shown = cellValue(getters.getEvaluatedCell(position));
      const before =
        typeof shown === "object" && shown !== null ? stored?.value(position.row + 1, position.col + 1) : null;
      // The engine only has the error code of a linked data type; the file has more.
      const value = before != null && sameCell(shown, before) ? before : shown;
      if (value === null) continue;
      const row = position.row + 1;
      const values = rows.get(row) ?? [];
      if (values.length === 0) rows.set(row, values);
      while (values.length < position.col) values.push(null);
      values[position.col] = value;
    }
    if (stored !== null) {
      for (const [row, column] of stored.uncalculated) {
        if (rows.get(row)?.[column - 1] != null || getters.getCell(this.#at(row, column)) !== undefined) continue;
        this.uncalculated.push([row, column]);
        if (!rows.has(row)) rows.set(row, []);
        this.#keep(stored, row, column);
      }
      for (const one of stored.linked) {
        const now = rows.get(one.row)?.[one.column - 1] ?? null;
        if (!sameCell(now, stored.value(one.row, one.column))) continue;
        this.linked.push(one);
        this.#keep(stored, one.row, one.column);
      }
    }
    this.rowNumbers = [...rows.keys()].sort((a, b) => a - b);
    this.#rowValues = this.rowNumbers.map((row) => rows.get(row)!);
    for (const [index, row] of this.rowNumbers.entries()) {
      this.#index.set(row, index);
      if (getters.isRowHidden(sheetId, row - 1)) this.hiddenRows.push(row);
    }
    this.merged = stored?.merged ?? [];
    this.isHidden = !getters.isSheetVisible(sheetId);
  }

  #keep(stored: SheetFacts, row: number, column: number): void {
    const formula = stored.formula(row, column);
    if (formula !== null) this.#kept.set(cellName(row, column), formula);
  }

  #at(row: number, column: number) {
    return { sheetId: this.sheetId, row: row - 1, col: column - 1 };
  }

  valuesAt(index: number): readonly CellValue[] {
    return this.#rowValues[index]!;
  }

  value(row: number, column: number): CellValue {
    const index = this.#index.get(row);
    return index === undefined ? null : (this.#rowValues[index]![column - 1] ?? null);
  }

  indexOf(row: number): number {
    const exact = this.#index.get(row);
    if (exact !== undefined) return exact;
    const after = this.rowNumbers.findIndex((number) => number >= row);
    return after < 0 ? this.rowNumbers.length : after;
  }

  isColumnHidden(column: number): boolean {
    return this.#getters.isColHidden(this.sheetId, column - 1);
  }

  isDate(row: number, column: number): boolean {
    const cell = this.#getters.getEvaluatedCell(this.#at(row, column));
    if (cell.type !== "number") return false;
    if (cell.format !== undefined) return isDateFormat(cell.format);
    // A file can store a date as such, without a format that shows one.
    const stored = this.#stored;
    return stored?.isDate(row, column) === true && sameCell(stored.value(row, column), this.value(row, column));
  }

  format(row: number, column: number): string | null {
    const { format } = this.#getters.getEvaluatedCell(this.#at(row, column));
    return format === undefined ? null : tellingFormat(format);
  }

  formula(row: number, column: number): string | null {
    const cell = this.#getters.getCell(this.#at(row, column));
    if (cell?.isFormula) return cell.compiledFormula?.toFormulaString(this.#getters) ?? null;
    return this.#kept.get(cellName(row, column)) ?? null;
  }
}
