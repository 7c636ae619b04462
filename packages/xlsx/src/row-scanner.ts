import type { SheetCells } from "./sheet-cells.js";
import { decodeText } from "./text-coding.js";

/** The meaning of an element's attributes, as cached by their text; null if the scanner does not support them. */
interface RowStart {
  readonly hidden: boolean;
  readonly selfClosing: boolean;
}
interface CellStart {
  readonly style: number;
  readonly type: string;
  /** The cell holds a rich value. */
  readonly isRich: boolean;
  readonly selfClosing: boolean;
}
interface FormulaStart {
  readonly type: string;
  readonly area: string | null;
  readonly shared: string | null;
  readonly selfClosing: boolean;
}

// Printable ASCII values without `"`, `&` or `<`; the strict reader handles the rest.
const ATTRIBUTES = /^(?: +[A-Za-z][\w:.-]*="[ !#-%'-;=-~]*")* *\/?$/;

/** The attributes in a start tag, given the text between its name and ">"; null if anything is unusual. */
function attributesOf(text: string): Map<string, string> | null {
  if (!ATTRIBUTES.test(text)) return null;
  const found = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/([A-Za-z][\w:.-]*)="([^"]*)"/g)) {
    if (found.has(name!)) return null;
    found.set(name!, value!);
  }
  return found;
}

/** Caches a reading by its text: the same few texts recur on every row. */
function remembered<T>(
  read: (attributes: Map<string, string>, selfClosing: boolean) => T | null,
): (text: string) => T | null {
  const known = new Map<string, T | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const attributes = attributesOf(text);
    const result = attributes && read(attributes, text.endsWith("/"));
    // Attributes such as row heights may differ on every row, so the cache is cleared instead of growing.
    if (known.size > 500) known.clear();
    known.set(text, result);
    return result;
  };
}

const only = (attributes: Map<string, string>, allowed: readonly string[]): boolean =>
  [...attributes.keys()].every((name) => allowed.includes(name));

const rowStart = remembered<RowStart>((attributes, selfClosing) => {
  // The strict reader handles a row number that is not the first attribute.
  if (attributes.has("r")) return null;
  const hidden = attributes.get("hidden");
  return { hidden: hidden === "1" || hidden === "true", selfClosing };
});

const cellStart = remembered<CellStart>((attributes, selfClosing) => {
  const style = attributes.get("s") ?? "0";
  if (!only(attributes, ["s", "t", "cm", "vm", "ph"]) || !/^\d{1,7}$/.test(style)) return null;
  return { style: Number(style), type: attributes.get("t") ?? "n", isRich: attributes.has("vm"), selfClosing };
});

const formulaStart = remembered<FormulaStart>((attributes, selfClosing) => {
  const type = attributes.get("t") ?? "";
  if (!["", "normal", "shared", "array"].includes(type)) return null;
  return { type, area: attributes.get("ref") ?? null, shared: attributes.get("si") ?? null, selfClosing };
});

// A Map, so that `&constructor;` is not found as an inherited property.
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }),
);

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const MINUS = 45;
const POINT = 46;
const LESS = 60;
const GREATER = 62;
const BRACKET = 93;
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_V = 118;
/** UTF-8 bytes from here on may begin a surrogate or a character that XML does not allow. */
const ODD_BYTE = 0xed;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const ROW_START = ascii("<row");
const ROW_END = ascii("</row>");
const CELL_END = ascii("</c>");
const VALUE_END = ascii("</v>");
const FORMULA_END = ascii("</f>");
const NUMBER_OF_ROW = ascii(' r="');
const INLINE_START = ascii("<is><t");
const INLINE_END = ascii("</t></is>");
const PRESERVE = ascii(' xml:space="preserve"');

/** True if `wanted` is at this position. */
export function bytesAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The position of the last start of a row; -1 if there is none. */
export function lastRowStart(bytes: Uint8Array): number {
  let at = bytes.lastIndexOf(LESS);
  while (at > 0 && !bytesAt(bytes, at, ROW_START)) at = bytes.lastIndexOf(LESS, at - 1);
  return at >= 0 && bytesAt(bytes, at, ROW_START) ? at : -1;
}

/** Element text with entities resolved; null if the strict reader must handle it. */
function plainText(bytes: Uint8Array, from: number, to: number): string | null {
  let escaped = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byte < SPACE && byte !== TAB && byte !== LINE_FEED) || byte >= ODD_BYTE) return null;
    if (byte === AMPERSAND) escaped = true;
    if (byte === GREATER && at - from >= 2 && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET) return null;
  }
  let text: string;
  try {
    text = decodeText(bytes.subarray(from, to), "");
  } catch {
    return null;
  }
  if (!escaped) return text;
  const unknown = [...text.matchAll(/&(?:([a-z]+);)?/g)].some(([, name]) => name === undefined || !entities.has(name));
  return unknown ? null : text.replace(/&([a-z]+);/g, (_, name: string) => entities.get(name)!);
}

/** The text of a start tag's attributes; bytes that `attributesOf` refuses may come out as any other refused sign. */
function tagText(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

// Powers of ten that a double represents exactly, so that dividing by one rounds correctly.
const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

const isSpace = (byte: number | undefined): boolean =>
  byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const plainCell: CellStart = { style: 0, type: "n", isRich: false, selfClosing: false };

/** A start tag seen before: the bytes of its attributes up to and including ">", and their meaning. */
interface Seen<T> {
  readonly bytes: Uint8Array;
  readonly means: T;
}

/**
 * Scans rows in the plain form `<row r="2" ...><c r="A2" s="1" t="s"><v>0</v></c>...</row>` straight from the bytes of
 * a part, without creating strings for tags, numbers or shared texts. Rows are added to `cells` only when complete.
 */
export class RowScanner {
  readonly #cells: SheetCells;
  readonly #hiddenRows: number[];
  #row: Seen<RowStart> | null = null;
  /** By column: most cells have the same attributes as the one above. */
  readonly #cell: (Seen<CellStart> | undefined)[] = [];

  constructor(cells: SheetCells, hiddenRows: number[]) {
    this.#cells = cells;
    this.#hiddenRows = hiddenRows;
  }

  /**
   * Scans from the start of `bytes` up to `limit`. Stops before the first row in any other form, or not certainly
   * well-formed; `at` is where that row begins.
   */
  scan(bytes: Uint8Array, limit: number): { readonly at: number; readonly clean: boolean } {
    let at = 0;
    for (;;) {
      while (at < limit && isSpace(bytes[at])) at++;
      if (at >= limit) return { at: limit, clean: true };
      const next = this.#scanRow(bytes, at, limit);
      if (next < 0) {
        this.#cells.abandonRow();
        return { at, clean: false };
      }
      at = next;
    }
  }

  /** Scans one row. Returns the position after it, or -1 if it is not in plain form. */
  #scanRow(bytes: Uint8Array, start: number, limit: number): number {
    const cells = this.#cells;
    if (!bytesAt(bytes, start, ROW_START)) return -1;
    let at = start + 4;
    let row = 0;
    if (bytesAt(bytes, at, NUMBER_OF_ROW)) {
      at += 4;
      for (let byte = bytes[at]!; isDigit(byte) && row < 1e7; byte = bytes[++at]!) row = row * 10 + byte - 48;
      if (row === 0 || bytes[at] !== QUOTE) return -1;
      at++;
    }
    if (this.#row === null || !bytesAt(bytes, at, this.#row.bytes)) {
      const close = bytes.indexOf(GREATER, at);
      if (close < 0 || close >= limit) return -1;
      const means = rowStart(tagText(bytes, at, close));
      if (!means) return -1;
      this.#row = { bytes: bytes.slice(at, close + 1), means };
    }
    const head = this.#row.means;
    at += this.#row.bytes.length;
    cells.beginRow(row);

    while (!head.selfClosing) {
      while (isSpace(bytes[at])) at++;
      if (at >= limit || bytes[at] !== LESS) return -1;
      if (bytes[at + 1] !== LETTER_C) {
        if (!bytesAt(bytes, at, ROW_END)) return -1;
        at += 6;
        break;
      }
      at += 2;
      let column = 0;
      let cellRow = 0;
      if (bytesAt(bytes, at, NUMBER_OF_ROW)) {
        at += 4;
        let byte = bytes[at]!;
        for (; byte >= 65 && byte <= 90 && column < 1e5; byte = bytes[++at]!) column = column * 26 + byte - 64;
        for (; isDigit(byte) && cellRow < 1e7; byte = bytes[++at]!) {
          cellRow = cellRow * 10 + byte - 48;
          if (cellRow === 0) return -1;
        }
        if (column === 0 || cellRow === 0 || byte !== QUOTE) return -1;
        at++;
      }
      let cell = plainCell;
      if (bytes[at] === GREATER) at++;
      else {
        let seen = this.#cell[column];
        if (seen === undefined || !bytesAt(bytes, at, seen.bytes)) {
          const close = bytes.indexOf(GREATER, at);
          const means = close < 0 ? null : cellStart(tagText(bytes, at, close));
          if (!means) return -1;
          seen = { bytes: bytes.slice(at, close + 1), means };
          if (column < 1000) this.#cell[column] = seen;
        }
        cell = seen.means;
        at += seen.bytes.length;
      }
      cells.beginCell(column, cellRow);
      cells.style(cell.style);
      if (cell.selfClosing) continue;

      if (bytes[at] === LESS && bytes[at + 1] === LETTER_F) {
        at = this.#scanFormula(bytes, at + 2);
        if (at < 0) return -1;
      }
      if (bytes[at] === LESS && bytes[at + 1] === LETTER_V && bytes[at + 2] === GREATER) {
        at = this.#scanValue(bytes, at + 3, cell);
        if (at < 0) return -1;
      } else if (cell.type === "inlineStr" && bytesAt(bytes, at, INLINE_START)) {
        at += INLINE_START.length;
        if (bytesAt(bytes, at, PRESERVE)) at += PRESERVE.length;
        if (bytes[at] !== GREATER) return -1;
        const end = bytes.indexOf(LESS, at);
        const text = end < 0 ? null : plainText(bytes, at + 1, end);
        if (text === null || !bytesAt(bytes, end, INLINE_END)) return -1;
        cells.text(text);
        at = end + INLINE_END.length;
      }
      if (!bytesAt(bytes, at, CELL_END)) return -1;
      at += 4;
    }
    cells.endRow();
    if (head.hidden) this.#hiddenRows.push(cells.currentRow);
    return at;
  }

  /** Scans a formula from after "<f". Returns the position after it, or -1. */
  #scanFormula(bytes: Uint8Array, from: number): number {
    const close = bytes.indexOf(GREATER, from);
    const head = close < 0 ? null : formulaStart(tagText(bytes, from, close));
    if (!head) return -1;
    let text = "";
    let at = close + 1;
    if (!head.selfClosing) {
      const end = bytes.indexOf(LESS, at);
      const found = end < 0 ? null : plainText(bytes, at, end);
      if (found === null || !bytesAt(bytes, end, FORMULA_END)) return -1;
      text = found;
      at = end + 4;
    }
    this.#cells.formula(text, head.type, head.area, head.shared);
    return at;
  }

  /** Scans a value from after "<v>". Returns the position after "</v>", or -1. */
  #scanValue(bytes: Uint8Array, from: number, cell: CellStart): number {
    let at = from;
    if (cell.type === "n" || cell.type === "s") {
      let byte = bytes[at]!;
      const negative = byte === MINUS && cell.type === "n";
      if (negative) byte = bytes[++at]!;
      let whole = 0;
      let digits = 0;
      let decimals = 0;
      for (; isDigit(byte); byte = bytes[++at]!, digits++) whole = whole * 10 + byte - 48;
      if (byte === POINT && digits > 0) {
        for (byte = bytes[++at]!; isDigit(byte); byte = bytes[++at]!, digits++, decimals++)
          whole = whole * 10 + byte - 48;
      }
      // A double holds up to 15 digits exactly, leaving out the decimal point.
      if (digits > 0 && digits <= 15 && byte === LESS && bytesAt(bytes, at, VALUE_END)) {
        if (cell.type === "n") {
          const value = decimals === 0 ? whole : whole / POWERS[decimals]!;
          this.#cells.number(negative ? -value : value, cell.style);
          return at + 4;
        }
        if (decimals === 0) {
          this.#cells.sharedString(whole);
          return at + 4;
        }
      }
    }
    const end = bytes.indexOf(LESS, from);
    const raw = end < 0 ? null : plainText(bytes, from, end);
    if (raw === null || !bytesAt(bytes, end, VALUE_END)) return -1;
    this.#cells.raw(cell.type, raw, cell.style, cell.isRich);
    return end + 4;
  }
}
