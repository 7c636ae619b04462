import { cellKind, type CellValue } from "@prestatieafspraken/quarterly";
import { CellColumns } from "./cell-columns.js";
import { shownFormula } from "./formula-name.js";
import { limits } from "./limits.js";
import { unescapeText } from "./markup.js";
import { tellingFormat } from "./number-format.js";
import { cellName, LAST_COLUMN, LAST_ROW } from "./reference.js";
import { refusal } from "./refusal.js";
import { shiftFormula } from "./shared-formula.js";
import type { SharedStrings } from "./shared-strings.js";
import type { Styles } from "./styles.js";

/** A formula as stored, without "=". */
export interface StoredFormula {
  readonly text: string;
  readonly kind: "normal" | "shared" | "array" | "dataTable";
  /** The cells this formula fills or is shared with; set on the cell that stores it. */
  readonly area: string | null;
}

/** A cell using a shared formula; holds only the formula's id. */
interface SharedUse {
  readonly shared: string;
}

/** Workbook data needed to read a sheet. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly date1904: boolean;
  /** Keep the style id of every cell, including empty ones. */
  readonly keepStyles: boolean;
}

/** Days between the 1900 and 1904 date systems. */
export const DAYS_1904 = 1462;

const FORMULA_KEY = LAST_COLUMN + 1;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NONE: readonly number[] = [];
/** Marks a cell that is itself typed as a date. */
const ISO_DATE = -1;

/**
 * The filled cells of a sheet, stored by column, so that a million rows stay small. Rows and cells must be added in
 * ascending order, as the format requires.
 */
export class SheetCells {
  /** Sheet rows with at least one value, formula or (if kept) style, ascending. */
  readonly rowNumbers: number[] = [];
  readonly columns: CellColumns;
  /** Per row: alternating column and style, for cells whose style matters to a reader. */
  readonly #rowLooks: (readonly number[])[] = [];
  readonly #uncalculated: (readonly [row: number, column: number])[] = [];
  readonly #rowStyles: (readonly number[])[] = [];
  readonly #formulas = new Map<number, string | StoredFormula | SharedUse>();
  readonly #sharedMasters = new Map<string, { row: number; column: number; text: string }>();
  readonly #arrays: { row: number; column: number; area: string }[] = [];
  readonly #lookPatterns = new Map<string, readonly number[]>();
  readonly #dateStyle: Uint8Array;
  /** Styles that make a value look different: a date, a percentage, a strikethrough. */
  readonly #tellingStyle: Uint8Array;

  // State of the row being read.
  #row = 0;
  #rowBefore = 0;
  #arraysBefore = 0;
  #uncalculatedBefore = 0;
  #column = 0;
  /** The cells of that row, in order: column, kind and value. */
  readonly #cellColumns = new Int32Array(LAST_COLUMN);
  readonly #cellKinds = new Uint8Array(LAST_COLUMN);
  readonly #cellValues = new Float64Array(LAST_COLUMN);
  #cells = 0;
  #styleIds: number[] = [];
  #looks: number[] = [];
  #looksKey = "";
  /** Column of a formula that has no result yet; 0 if none. */
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

  // --- Reading ----------------------------------------------------------------------------------------------------

  /** Begins a row; 0 means the next row. */
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

  /** The row being read, or last read. */
  get currentRow(): number {
    return this.#row;
  }

  /** Discards the row being read; the caller will read it again from the start. */
  abandonRow(): void {
    this.#row = this.#rowBefore;
    this.#arrays.length = this.#arraysBefore;
    this.#uncalculated.length = this.#uncalculatedBefore;
    this.#clearRow();
  }

  /** Begins a cell; column 0 means the next column. Returns its column. */
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
   * Adds a raw value of the cell's declared type. A value that does not match the type is kept as text; the code that
   * reads the cell reports it.
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
          // A time without a date is a fraction of a day, not a date.
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

  /** Adds an error. `entity` means a rich value: a newer error in a formula, else a linked data type or a picture. */
  #error(code: string, entity = false): void {
    this.#put(cellKind.error, this.columns.error(code, entity));
  }

  /** Adds the formula of the current cell. */
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
    // A formula without a result has no value, but its cell exists.
    this.#put(cellKind.formula, 0);
    this.#used = true;
    this.#awaited = this.#column;
  }

  /** Sets the style of the current cell; call before its value. */
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
    // A later `abandonRow` must not discard this complete row.
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

  // --- Lookup -----------------------------------------------------------------------------------------------------

  /** The index in `rowNumbers` of a sheet row, or of the first row after it. */
  indexOf(row: number): number {
    // Most sheets have no gaps, so try the direct index first.
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

  /** The values of the row at `index` in `rowNumbers`, by column counted from 0; undefined for absent cells. */
  valuesAt(index: number): (CellValue | undefined)[] {
    const { width } = this.columns;
    const values: (CellValue | undefined)[] = [];
    for (let column = 1; column <= width; column++) {
      const value = this.columns.at(index, column);
      if (value !== undefined) values[column - 1] = value;
    }
    return values;
  }

  /** The style of a cell if it matters to a reader, else 0. */
  #lookOf(row: number, column: number): number {
    if (this.#lookPatterns.size === 0) return 0;
    const index = this.indexOf(row);
    if (this.rowNumbers[index] !== row) return 0;
    const looks = this.#rowLooks[index]!;
    let found = 0;
    for (let i = 0; i < looks.length && looks[i]! <= column; i += 2) if (looks[i] === column) found = looks[i + 1]!;
    return found;
  }

  /** True if the number in this cell is shown as a date. */
  isDate(row: number, column: number): boolean {
    const style = this.#lookOf(row, column);
    return style === ISO_DATE || (style !== 0 && this.#dateStyle[style] === 1);
  }

  /** The number format of a cell if it makes the number look different; null otherwise. */
  format(row: number, column: number): string | null {
    const style = this.#lookOf(row, column);
    return style > 0 ? tellingFormat(this.context.styles.of(style).format) : null;
  }

  /** True if the cell is struck through. */
  isStruck(row: number, column: number): boolean {
    const style = this.#lookOf(row, column);
    return style > 0 && this.context.styles.of(style).struck;
  }

  /** The formula of a cell as shown to users, with "="; null if it has none. */
  formulaAt(row: number, column: number): string | null {
    const stored = this.storedFormula(row, column);
    return stored && stored.text !== "" ? `=${shownFormula(stored.text)}` : null;
  }

  /** Cells with a formula but no stored result. */
  get uncalculated(): readonly (readonly [row: number, column: number])[] {
    return this.#uncalculated;
  }

  /** All cells with a formula. */
  *formulaPlaces(): Generator<readonly [row: number, column: number]> {
    for (const key of this.#formulas.keys()) yield [Math.floor(key / FORMULA_KEY), key % FORMULA_KEY];
  }

  /** Cells whose formula refers to another workbook, with that workbook's number (from 1). */
  *linked(): Generator<{ readonly row: number; readonly column: number; readonly book: number }> {
    for (const key of this.#formulas.keys()) {
      const row = Math.floor(key / FORMULA_KEY);
      const column = key % FORMULA_KEY;
      const book = /(?:^|[^\w.\])])\[(\d{1,4})\]/.exec(this.storedFormula(row, column)?.text.slice(0, 2000) ?? "")?.[1];
      if (book !== undefined && book !== "0") yield { row, column, book: Number(book) };
    }
  }

  /** The style id of a cell, 0 if it has none; requires kept styles. */
  styleId(row: number, column: number): number {
    const index = this.indexOf(row);
    return this.rowNumbers[index] === row ? (this.#rowStyles[index]?.[column - 1] ?? 0) : 0;
  }

  /** The formula of a cell as stored, without "=", shared formulas expanded; null if it has none. */
  storedFormula(row: number, column: number): StoredFormula | null {
    const found = this.#formulas.get(row * FORMULA_KEY + column);
    if (found === undefined) return null;
    if (typeof found === "string") return { text: found, kind: "normal", area: null };
    if (!("shared" in found)) return found;
    const master = this.#sharedMasters.get(found.shared);
    if (!master) return null;
    return { text: shiftFormula(master.text, row - master.row, column - master.column), kind: "shared", area: null };
  }

  /** The cells that use the shared formula stored in this cell. */
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

  /** All cells with a value, a formula or (if kept) a style, as [row, column]. */
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

  /** Ends the previous cell: a formula without a value has no stored result. */
  #settleFormula(): void {
    if (this.#awaited !== 0) this.#uncalculated.push([this.#row, this.#awaited]);
    this.#awaited = 0;
  }

  /** Adds a cell to the current row; a value replaces its formula's placeholder. */
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

  /** Rows with the same styles share one list. */
  #pattern(): readonly number[] {
    const known = this.#lookPatterns.get(this.#looksKey);
    const pattern = known ?? this.#looks;
    if (!known) this.#lookPatterns.set(this.#looksKey, pattern);
    return pattern;
  }
}

/** The serial number of "2026-09-30", "2026-09-30T13:05:00" or "T13:05"; null if it is none of these. */
function dayNumber(written: string): number | null {
  const [, day, time = "", zone = ""] =
    /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/i.exec(written) ?? [];
  if (day === undefined && time === "") return null;
  const milliseconds = Date.parse(`${day ?? "1899-12-30"}T${time || "00:00"}${zone.toUpperCase() || "Z"}`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 86_400_000 + 25_569;
}
