import { cellValue, type Sheets } from "@prestatieafspraken/spreadsheet";
import type { CellValue, SheetTable } from "@prestatieafspraken/quarterly";
import {
  areaOf,
  findTableBlocks,
  isDateFormat,
  type Area,
  type BlockCells,
  type XlsxWorkbook,
} from "@prestatieafspraken/xlsx";
import type { ShownGetters } from "./shown-engine.js";

/** The filled cells of one sheet in the grid, as the search for tables wants them. */
class GridCells implements BlockCells {
  readonly rowNumbers: number[];
  readonly rowValues: CellValue[][];
  readonly #index = new Map<number, number>();

  constructor(getters: ShownGetters, sheetId: string) {
    const rows = new Map<number, CellValue[]>();
    for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
      const value = cellValue(getters.getEvaluatedCell(position));
      if (value === null) continue;
      const row = position.row + 1;
      const values = rows.get(row) ?? [];
      if (values.length === 0) rows.set(row, values);
      while (values.length < position.col) values.push(null);
      values[position.col] = value;
    }
    this.rowNumbers = [...rows.keys()].sort((a, b) => a - b);
    this.rowValues = this.rowNumbers.map((row) => rows.get(row)!);
    for (const [index, row] of this.rowNumbers.entries()) this.#index.set(row, index);
  }

  value(row: number, column: number): CellValue {
    const index = this.#index.get(row);
    return index === undefined ? null : (this.rowValues[index]![column - 1] ?? null);
  }

  indexOf(row: number): number {
    const exact = this.#index.get(row);
    if (exact !== undefined) return exact;
    const after = this.rowNumbers.findIndex((number) => number >= row);
    return after < 0 ? this.rowNumbers.length : after;
  }
}

const isBlank = (value: CellValue | undefined): boolean => value === undefined || value === null || value === "";

/** Every Excel table as it is in the grid now, and the blocks outside them that look like one. Reads only. */
export function readTables(sheets: Sheets, file: XlsxWorkbook): SheetTable[] {
  const getters = sheets.model.getters as ShownGetters;
  const excelTables = [...sheets.tables().values()];
  return getters.getSheetIds().flatMap((sheetId) => {
    const sheet = getters.getSheetName(sheetId);
    const cells = new GridCells(getters, sheetId);
    const entry = file.worksheets().find(({ name }) => name === sheet);
    const merged = entry === undefined ? [] : file.sheet(entry).merged;

    const block = (name: string | null, area: Area, hasHeader: boolean, columns: readonly string[]): SheetTable => {
      const headerRow = hasHeader ? area.top : area.top - 1;
      const width = area.right - area.left + 1;
      const headers = Array.from({ length: width }, (_, i) => {
        const written = hasHeader ? cells.value(area.top, area.left + i) : null;
        if (typeof written === "string") return written;
        return columns[i] ?? (written === null ? "" : typeof written === "object" ? written.error : String(written));
      });
      const rows: CellValue[][] = [];
      let filled = 0;
      for (let row = headerRow + 1; row <= area.bottom; row++) {
        const values = Array.from({ length: width }, (_, i) => cells.value(row, area.left + i));
        rows.push(values);
        if (!values.every(isBlank)) filled = rows.length;
      }
      rows.length = filled;
      const at = (row: number, column: number) => ({ sheetId, row: headerRow + row, col: area.left - 1 + column });
      const hiddenRows = rows.flatMap((_, i) => (getters.isRowHidden(sheetId, headerRow + i) ? [i] : []));
      const bottom = headerRow + filled;
      const touched = merged.filter((written) => {
        const { top, left, right, ...other } = areaOf(written);
        return top <= bottom && other.bottom >= headerRow && left <= area.right && right >= area.left;
      });
      return {
        name,
        sheet,
        headerRow,
        firstColumn: area.left,
        headers,
        rows,
        isDate: (row, column) => {
          const cell = getters.getEvaluatedCell(at(row, column));
          return cell.type === "number" && cell.format !== undefined && isDateFormat(cell.format);
        },
        formula: (row, column) => {
          const cell = getters.getCell(at(row, column));
          return cell?.isFormula ? (cell.compiledFormula?.toFormulaString(getters) ?? null) : null;
        },
        ...(hiddenRows.length > 0 && { hiddenRows }),
        ...(touched.length > 0 && { merged: touched }),
      };
    };

    const own = excelTables.filter((table) => table.sheet === sheet);
    return [
      ...own.map(({ name, hasHeader, hasTotals, columns, ...area }) =>
        block(name, { ...area, bottom: area.bottom - (hasTotals ? 1 : 0) }, hasHeader, columns),
      ),
      ...findTableBlocks(cells, own).map(({ headerRow, left, right, lastRow }) =>
        block(null, { top: headerRow, left, right, bottom: lastRow }, true, []),
      ),
    ];
  });
}
