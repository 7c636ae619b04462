import { cellKind, type CellValue } from "@prestatieafspraken/quarterly";
import { CellColumns } from "./cell-columns.js";
import { shownFormula } from "./formula-name.js";
import { limits } from "./limits.js";
import { unescapeText } from "./markup.js";
import { tellingFormat } from "./number-format.js";
import { cellName, LAST_COLUMN, LAST_ROW } from "./reference.js";
import { refusal } from "./refusal.js";
import { shiftFormula } from "./shared-formula.js";
import type { Styles } from "./styles.js";

/** A formula as the sheet holds it, without "=". */
export interface StoredFormula {
  readonly text: string;
  readonly kind: "normal" | "shared" | "array" | "dataTable";
  /** Cells that this formula fills or is shared with, on the cell that carries it. */
  readonly area: string | null;
}

/** A dependant of a shared formula knows only which one. */
interface SharedUse {
  readonly shared: string;
}

/** What a sheet and its cells need to know of the rest of the workbook. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
  /** Keep the style id of every cell, empty ones included. */
  readonly keepStyles: boolean;
}

/** Days between the two ways a workbook may count them. */
export const DAYS_1904 = 1462;

const FORMULA_KEY = LAST_COLUMN + 1;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NONE: readonly number[] = [];
/** Stands for the look of a cell that says by itself that it holds a day. */
const ISO_DATE = -1;

/**
 * The filled cells of a sheet, column by column, so that a million rows stay small. Rows and cells must come in ascending
 * order, as the format demands.
 */
export class SheetCells {
  /** Sheet rows that hold at least one value, formula or (when kept) style, ascending. */
  readonly rowNumbers: number[] = [];
  readonly columns: CellColumns;
  /** Per row: column and style of cells whose looks matter to a reader, one after the other. */
  readonly #rowLooks: (readonly number[])[] = [];
  readonly #uncalculated: (readonly [row: number, column: number])[] = [];
  readonly #rowStyles: (readonly number[])[] = [];
  readonly #formulas = new Map<number, string | StoredFormula | SharedUse>();
  readonly #sharedMasters = new Map<string, { row: number; column: number; text: string }>();
  readonly #arrays: { row: number; column: number; area: string }[] = [];
  readonly #lookPatterns = new Map<string, readonly number[]>();
  readonly #dateStyle: Uint8Array;
  /** Styles that make people see something else than the plain value: a day, a percentage, a line through it. */
  readonly #tellingStyle: Uint8Array;

  // The row now being read.
  #row = 0;
  #rowBefore = 0;
  #arraysBefore = 0;
  #uncalculatedBefore = 0;
  #column = 0;
  /** Its cells, in order: column, kind and value of each. */
  readonly #cellColumns = new Int32Array(LAST_COLUMN);
  readonly #cellKinds = new Uint8Array(LAST_COLUMN);
  readonly #cellValues = new Float64Array(LAST_COLUMN);
  #cells = 0;
  #styleIds: number[] = [];
  #looks: number[] = [];
  #looksKey = "";
  /** The column of a formula whose result has not come yet; 0 when there is none. */
  #awaited = 0;
  #count = 0;
  #used = false;

  constructor(
    readonly context: CellContext,
    readonly sheet: string,
  ) {
    this.columns = new CellColumns(context.strings);
    this.#dateStyle = Uint8Array.from(context.styles.list, (style) => (style.isDate ? 1 : 0));
    this.#tellingStyle = Uint8Array.from(context.styles.list, ({ format, struck }) =>
      struck || tellingFormat(format) !== null ? 1 : 0,
    );
  }

  // --- Reading in -------------------------------------------------------------------------------------------------

  /** Begins a row; 0 means the one after the last. */
  beginRow(number: number): void {
    const row = number || this.#row + 1;
    if (!(row > this.#row && row <= LAST_ROW && Number.isInteger(row)))
      throw refusal("BAD_REFERENCE", `${this.sheet}!${number}`);
    this.#rowBefore = this.#row;
    this.#arraysBefore = this.#arrays.length;
    this.#uncalculatedBefore = this.#uncalculated.length;
    this.#row = row;
    this.#column = 0;
  }

  /** The sheet row last begun. */
  get currentRow(): number {
    return this.#row;
  }

  /** Forgets the row now being read: it will come again from its beginning. */
  abandonRow(): void {
    this.#row = this.#rowBefore;
    this.#arrays.length = this.#arraysBefore;
    this.#uncalculated.length = this.#uncalculatedBefore;
    this.#clearRow();
  }

  /** Begins a cell; column 0 means the one after the last. Returns its column. */
  beginCell(column: number, row: number): number {
    const at = column || this.#column + 1;
    this.#settleFormula();
    if (at <= this.#column || at > LAST_COLUMN || (row !== 0 && row !== this.#row)) {
      throw refusal("BAD_REFERENCE", `${this.sheet}!${cellName(row || this.#row, at)}`);
    }
    this.#column = at;
    return at;
  }

  number(value: number, style: number): void {
    if (style !== 0 && this.#dateStyle[style] === 1) {
      this.#put(cellKind.number, this.context.date1904 ? value + DAYS_1904 : value);
    } else this.#put(cellKind.number, value);
  }

  sharedString(index: number): void {
    if (index < this.context.strings.length) this.#put(cellKind.text, index);
    else this.#error("#REF!");
  }

  text(text: string): void {
    this.#put(cellKind.text, this.columns.text(unescapeText(text)));
  }

  /**
   * A value as it stands between tags, by the type the cell says it has. What is not of that type stays as the text it is:
   * whoever needs the cell says what is wrong with it.
   */
  raw(type: string, raw: string, style: number, isRich = false): void {
    const written = raw.trim();
    switch (type) {
      case "str":
      case "inlineStr":
        this.text(raw);
        return;
      case "":
      case "n": {
        const value = NUMBER.test(written) ? Number(written) : Number.NaN;
        if (Number.isFinite(value)) this.number(value, style);
        else this.#odd(written);
        return;
      }
      case "s":
        if (/^\d+$/.test(written)) this.sharedString(Number(written));
        else this.#odd(written);
        return;
      case "b":
        if (["0", "1", "true", "false"].includes(written))
          this.#put(written === "1" || written === "true" ? cellKind.true : cellKind.false, 0);
        else this.#odd(written);
        return;
      case "e":
        if (written !== "") this.#error(written, isRich && this.#awaited === 0);
        return;
      case "d": {
        const value = dayNumber(written);
        if (value === null) this.#odd(written);
        else {
          // A time without a day is a part of a day, not a date.
          if (written.includes("-")) this.#look(ISO_DATE);
          this.#put(cellKind.number, value);
        }
        return;
      }
      default:
        this.#odd(written);
    }
  }

  #odd(written: string): void {
    if (written !== "") this.text(written);
  }

  /** Newer errors of formulas are rich values too; without a formula it is a linked data type or a picture. */
  #error(code: string, entity = false): void {
    this.#put(cellKind.error, this.columns.error(code, entity));
  }

  /** The formula of the cell just begun. */
  formula(text: string, kind: string, area: string | null, shared: string | null): void {
    const key = this.#row * FORMULA_KEY + this.#column;
    if (kind === "shared" && shared !== null) {
      if (text === "") this.#formulas.set(key, { shared });
      else {
        this.#sharedMasters.set(shared, { row: this.#row, column: this.#column, text });
        this.#formulas.set(key, { text, kind: "shared", area });
      }
    } else if (kind === "array" || kind === "dataTable") {
      this.#formulas.set(key, { text, kind, area });
      if (kind === "array" && area?.includes(":")) this.#arrays.push({ row: this.#row, column: this.#column, area });
    } else if (text !== "") this.#formulas.set(key, text);
    // Nothing calculated yet is empty, but the cell is there.
    this.#put(cellKind.formula, 0);
    this.#used = true;
    this.#awaited = this.#column;
  }

  /** The style of the cell just begun, before its value. */
  style(style: number): void {
    if (style !== 0 && this.#tellingStyle[style] === 1) this.#look(style);
    if (this.context.keepStyles) {
      this.#styleIds[this.#column - 1] = style;
      this.#used = true;
    }
  }

  endRow(): void {
    this.#settleFormula();
    if (!this.#used) {
      this.#clearRow();
      return;
    }
    const index = this.rowNumbers.push(this.#row) - 1;
    for (let i = 0; i < this.#cells; i++)
      this.columns.put(index, this.#cellColumns[i]!, this.#cellKinds[i]!, this.#cellValues[i]!);
    this.#rowLooks.push(this.#looks.length === 0 ? NONE : this.#pattern());
    if (this.context.keepStyles) this.#rowStyles.push(this.#styleIds);
    // What is complete is not abandoned with what comes after it.
    this.#rowBefore = this.#row;
    this.#arraysBefore = this.#arrays.length;
    this.#uncalculatedBefore = this.#uncalculated.length;
    this.#clearRow();
  }

  #clearRow(): void {
    this.#cells = 0;
    this.#styleIds = [];
    this.#looks = [];
    this.#looksKey = "";
    this.#awaited = 0;
    this.#used = false;
  }

  // --- Looking up -------------------------------------------------------------------------------------------------

  /** Where a sheet row stands in `rowNumbers`, or where the first one after it does. */
  indexOf(row: number): number {
    // In most sheets no row is missing.
    const guess = row - (this.rowNumbers[0] ?? 0);
    if (this.rowNumbers[guess] === row) return guess;
    let low = 0;
    let high = this.rowNumbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rowNumbers[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  value(row: number, column: number): CellValue {
    const index = this.indexOf(row);
    return this.rowNumbers[index] === row ? (this.columns.at(index, column) ?? null) : null;
  }

  /** The values of a row by its place in `rowNumbers`, by column counted from 0; what is not there is undefined. */
  valuesAt(index: number): (CellValue | undefined)[] {
    const { width } = this.columns;
    const values: (CellValue | undefined)[] = [];
    for (let column = 1; column <= width; column++) {
      const value = this.columns.at(index, column);
      if (value !== undefined) values[column - 1] = value;
    }
    return values;
  }

  /** The style of a cell whose looks matter to a reader; 0 when they do not. */
  #lookOf(row: number, column: number): number {
    if (this.#lookPatterns.size === 0) return 0;
    const index = this.indexOf(row);
    if (this.rowNumbers[index] !== row) return 0;
    const looks = this.#rowLooks[index]!;
    let found = 0;
    for (let i = 0; i < looks.length && looks[i]! <= column; i += 2) if (looks[i] === column) found = looks[i + 1]!;
    return found;
  }

  /** Is the number in this cell shown as a date? */
  isDate(row: number, column: number): boolean {
    const style = this.#lookOf(row, column);
    return style === ISO_DATE || (style !== 0 && this.#dateStyle[style] === 1);
  }

  /** The number format of a cell where it makes people see something else than the number; null otherwise. */
  format(row: number, column: number): string | null {
    const style = this.#lookOf(row, column);
    return style > 0 ? tellingFormat(this.context.styles.of(style).format) : null;
  }

  /** Is there a line through what this cell shows? */
  isStruck(row: number, column: number): boolean {
    const style = this.#lookOf(row, column);
    return style > 0 && this.context.styles.of(style).struck;
  }

  /** The formula of a cell as people see it, with "="; null when it has none. */
  formulaAt(row: number, column: number): string | null {
    const stored = this.storedFormula(row, column);
    return stored && stored.text !== "" ? `=${shownFormula(stored.text)}` : null;
  }

  /** Cells with a formula of which the file holds no result. */
  get uncalculated(): readonly (readonly [row: number, column: number])[] {
    return this.#uncalculated;
  }

  /** Every cell with a formula. */
  *formulaPlaces(): Generator<readonly [row: number, column: number]> {
    for (const key of this.#formulas.keys()) yield [Math.floor(key / FORMULA_KEY), key % FORMULA_KEY];
  }

  /** Cells whose formula refers to another workbook, by its place in the list of those (from 1). */
  *linked(): Generator<{ readonly row: number; readonly column: number; readonly book: number }> {
    for (const key of this.#formulas.keys()) {
      const row = Math.floor(key / FORMULA_KEY);
      const column = key % FORMULA_KEY;
      const book = /(?:^|[^\w.\])])\[(\d{1,4})\]/.exec(this.storedFormula(row, column)?.text.slice(0, 2000) ?? "")?.[1];
      if (book !== undefined && book !== "0") yield { row, column, book: Number(book) };
    }
  }

  /** The style id of a cell, 0 when it has none; only when styles are kept. */
  styleId(row: number, column: number): number {
    const index = this.indexOf(row);
    return this.rowNumbers[index] === row ? (this.#rowStyles[index]?.[column - 1] ?? 0) : 0;
  }

  /** The formula of a cell as stored, without "=", shared ones written out for this cell; null when it has none. */
  storedFormula(row: number, column: number): StoredFormula | null {
    const found = this.#formulas.get(row * FORMULA_KEY + column);
    if (found === undefined) return null;
    if (typeof found === "string") return { text: found, kind: "normal", area: null };
    if (!("shared" in found)) return found;
    const master = this.#sharedMasters.get(found.shared);
    if (!master) return null;
    return { text: shiftFormula(master.text, row - master.row, column - master.column), kind: "shared", area: null };
  }

  /** The cells that use the shared formula this cell carries. */
  sharedWith(row: number, column: number): (readonly [row: number, column: number])[] {
    const ids = new Set(
      [...this.#sharedMasters].flatMap(([id, at]) => (at.row === row && at.column === column ? [id] : [])),
    );
    return [...this.#formulas].flatMap(([key, found]) =>
      typeof found === "object" && "shared" in found && ids.has(found.shared)
        ? [[Math.floor(key / FORMULA_KEY), key % FORMULA_KEY] as const]
        : [],
    );
  }

  /** Array formulas that fill more than their own cell. */
  get arrays(): readonly { readonly row: number; readonly column: number; readonly area: string }[] {
    return this.#arrays;
  }

  /** Every cell that holds a value or formula, or a style when styles are kept, as [row, column]. */
  *places(): Generator<readonly [row: number, column: number]> {
    for (let index = 0; index < this.rowNumbers.length; index++) {
      const row = this.rowNumbers[index]!;
      const styles = this.#rowStyles[index];
      const width = Math.max(this.columns.width, styles?.length ?? 0);
      for (let column = 0; column < width; column++) {
        if (this.columns.kindAt(index, column + 1) !== cellKind.none || styles?.[column] !== undefined)
          yield [row, column + 1];
      }
    }
  }

  /** Ends the cell before: a formula whose value did not come has no result in the file. */
  #settleFormula(): void {
    if (this.#awaited !== 0) this.#uncalculated.push([this.#row, this.#awaited]);
    this.#awaited = 0;
  }

  /** A cell of the row now being read; a value takes the place of the formula it follows. */
  #put(kind: number, value: number): void {
    const again = this.#cells > 0 && this.#cellColumns[this.#cells - 1] === this.#column;
    if (!again && ++this.#count > limits.cells) throw refusal("TOO_LARGE", this.sheet);
    const at = again ? this.#cells - 1 : this.#cells++;
    this.#cellColumns[at] = this.#column;
    this.#cellKinds[at] = kind;
    this.#cellValues[at] = value;
    this.#used = true;
    this.#awaited = 0;
  }

  #look(style: number): void {
    this.#looks.push(this.#column, style);
    this.#looksKey += `${this.#column}:${style},`;
  }

  /** Rows of a table look alike: they share one list. */
  #pattern(): readonly number[] {
    const known = this.#lookPatterns.get(this.#looksKey);
    const pattern = known ?? this.#looks;
    if (!known) this.#lookPatterns.set(this.#looksKey, pattern);
    return pattern;
  }
}

/** The day number of "2026-09-30", "2026-09-30T13:05:00" or "T13:05"; null when it is none of these. */
function dayNumber(written: string): number | null {
  const [, day, time = "", zone = ""] =
    /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/i.exec(written) ?? [];
  if (day === undefined && time === "") return null;
  const milliseconds = Date.parse(`${day ?? "1899-12-30"}T${time || "00:00"}${zone.toUpperCase() || "Z"}`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 86_400_000 + 25_569;
}
