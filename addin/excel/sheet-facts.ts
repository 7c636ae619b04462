import { cellText, isEmptyCell, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { isDateFormat, tellingFormat, type SheetFacts } from "@prestatieafspraken/xlsx";
import { cellValue, formulaIn } from "./cell-value.js";
import type { Place } from "./sheet-place.js";
import { isStuck } from "./stuck-formula.js";

/** A reference to another workbook: "='C:\\map\\[Opgave Q2.xlsx]Blad1'!A1". */
const otherBook = /\[([^[\]]{1,200}\.(?:xls[xmb]?|ods|csv))\]/i;

/** Days between the date systems: from 1900, and from 1904 in old workbooks of Excel for Mac. */
const from1904To1900 = 1_462;

/** Where the header of a new table is searched; headers further down, or among more cells, are not expected. */
const top = { rows: 200, cells: 20_000 } as const;

/** Cells as reported by Excel: rows of `values`, `formulas` and `numberFormat`. */
export interface CellsTold {
  /** The first row and column, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  /** If omitted, these stay as they were. */
  readonly formulas?: readonly (readonly unknown[])[] | undefined;
  readonly numberFormats?: readonly (readonly unknown[])[] | undefined;
}

/**
 * What was read of a sheet: rows by number, cells by column counted from 0. Number formats are added later, for the
 * cells that need one.
 */
export class ExcelFacts implements SheetFacts {
  /** Excel itself calculates; the other facts are read per table. */
  readonly uncalculated = [];
  readonly hiddenRows = [];
  readonly merged = [];
  readonly isStruck = null;
  #formulas = new Map<number, readonly (string | null)[]>();
  #formats = new Map<number, Map<number, string>>();

  constructor(
    readonly isHidden: boolean,
    readonly from1904: boolean,
    readonly rowNumbers: number[] = [],
    readonly rowValues: CellValue[][] = [],
  ) {}

  /** A copy of this sheet with some cells updated; the original stays unchanged for code that still reads it. */
  with(told: readonly CellsTold[]): ExcelFacts {
    const next = new ExcelFacts(this.isHidden, this.from1904, [...this.rowNumbers], [...this.rowValues]);
    next.#formulas = new Map(this.#formulas);
    next.#formats = new Map(Array.from(this.#formats, ([column, formats]) => [column, new Map(formats)]));
    for (const cells of told) next.put(cells);
    return next;
  }

  /** Stores cells reported by Excel, while the sheet is being read. */
  put({ row: first, column, values, formulas, numberFormats }: CellsTold): void {
    for (const [i, told] of values.entries()) {
      const row = first + i + 1;
      const at = this.indexOf(row);
      const isKnown = this.rowNumbers[at] === row;
      const texts = [...(this.#formulas.get(row) ?? [])];
      const cells = told.map((value, j) => {
        if (formulas !== undefined) texts[column + j] = formulaIn(formulas[i]![j], value);
        return cellValue(value, texts[column + j]);
      });
      for (const [j] of told.entries())
        if (numberFormats !== undefined) this.setFormat(row, column + j + 1, String(numberFormats[i]![j]));
      if (!isKnown && cells.every((value) => value === null)) continue;
      const line = isKnown ? [...this.rowValues[at]!] : [];
      while (line.length < column) line.push(null);
      for (const [j, value] of cells.entries()) line[column + j] = this.#day(row, column + j + 1, value);
      if (isKnown) this.rowValues[at] = line;
      else {
        this.rowNumbers.splice(at, 0, row);
        this.rowValues.splice(at, 0, line);
      }
      if (line.every((value) => value === null)) {
        this.rowNumbers.splice(this.indexOf(row), 1);
        this.rowValues.splice(at, 1);
      }
      if (texts.some((text) => typeof text === "string"))
        this.#formulas.set(
          row,
          Array.from(texts, (text) => text ?? null),
        );
      else this.#formulas.delete(row);
    }
  }

  /** A date in the 1900 system. */
  #day(row: number, column: number, value: CellValue): CellValue {
    return this.from1904 && typeof value === "number" && this.isDate(row, column) ? value + from1904To1900 : value;
  }

  /** Stores a number format if it changes the meaning of the number. Returns whether it does. */
  setFormat(row: number, column: number, format: string): boolean {
    const own = this.#formats.get(column) ?? new Map<number, string>();
    const telling = tellingFormat(format) !== null;
    if (telling) own.set(row, format);
    else own.delete(row);
    this.#formats.set(column, own);
    return telling;
  }

  /** A copy with dates converted to the 1900 system; call once the number formats are known. */
  daysFrom1904(): ExcelFacts {
    const next = new ExcelFacts(this.isHidden, true, [...this.rowNumbers]);
    next.#formulas = this.#formulas;
    next.#formats = this.#formats;
    for (const [i, values] of this.rowValues.entries())
      next.rowValues.push(values.map((value, j) => next.#day(this.rowNumbers[i]!, j + 1, value)));
    return next;
  }

  get hasDays(): boolean {
    return [...this.#formats.values()].some((formats) => [...formats.values()].some(isDateFormat));
  }

  isColumnHidden(): boolean {
    return false;
  }

  indexOf(row: number): number {
    let [low, high] = [0, this.rowNumbers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rowNumbers[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  valuesAt(index: number): readonly CellValue[] {
    return this.rowValues[index]!;
  }

  value(row: number, column: number): CellValue {
    const at = this.indexOf(row);
    return this.rowNumbers[at] === row ? (this.rowValues[at]![column - 1] ?? null) : null;
  }

  isDate(row: number, column: number): boolean {
    return isDateFormat(this.format(row, column) ?? "");
  }

  format(row: number, column: number): string | null {
    return this.#formats.get(column)?.get(row) ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.#formulas.get(row)?.[column - 1] ?? null;
  }

  get linked(): readonly { readonly row: number; readonly column: number; readonly source: string | null }[] {
    const found: { row: number; column: number; source: string }[] = [];
    for (const [row, texts] of this.#formulas)
      for (const [column, text] of texts.entries()) {
        const source = text?.includes("[") ? otherBook.exec(text)?.[1] : undefined;
        if (source !== undefined) found.push({ row, column: column + 1, source });
      }
    return found;
  }

  /** True if a PA formula on this sheet is no longer linked to its function. */
  get hasStuckFormula(): boolean {
    for (const [row, texts] of this.#formulas)
      for (const [column, text] of texts.entries())
        if (text !== null && isStuck(text, cellText(this.value(row, column + 1)))) return true;
    return false;
  }

  /** The table cells with formulas: per column, from the first to the last. */
  formulaPlaces(tables: Iterable<SheetTable>): readonly Place[] {
    return Array.from(tables).flatMap(({ headerRow, firstColumn, headers, rows }) => {
      const columns = new Map<number, { first: number; last: number }>();
      for (const [row, texts] of this.#formulas) {
        if (row <= headerRow || row > headerRow + rows.length) continue;
        for (let column = firstColumn - 1; column < firstColumn - 1 + headers.length; column++) {
          if ((texts[column] ?? null) === null) continue;
          const known = columns.get(column) ?? { first: row, last: row };
          columns.set(column, { first: Math.min(known.first, row), last: Math.max(known.last, row) });
        }
      }
      return Array.from(columns, ([column, { first, last }]) => ({
        row: first - 1,
        column,
        rows: last - first + 1,
        columns: 1,
      }));
    });
  }

  /** Texts outside the tables, per row, at the top of a small sheet: they may be headers without rows yet. */
  loose(tables: readonly SheetTable[]): readonly (readonly string[])[] {
    if (this.rowNumbers.length * (this.rowValues[0]?.length ?? 0) > top.cells) return [];
    const isIn = (row: number, column: number): boolean =>
      tables.some(
        ({ headerRow, firstColumn, headers, rows }) =>
          row >= headerRow &&
          row <= headerRow + rows.length &&
          column >= firstColumn - 1 &&
          column < firstColumn - 1 + headers.length,
      );
    return this.rowValues
      .slice(0, top.rows)
      .map((row, i) =>
        row.filter(
          (value, j): value is string =>
            typeof value === "string" && !isEmptyCell(value) && !isIn(this.rowNumbers[i]!, j),
        ),
      );
  }
}
