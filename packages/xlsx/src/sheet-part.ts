import { type Attributes, isTrue, PlacedParser } from "./markup.js";
import type { Parts } from "./parts.js";
import { parseArea, parseCell } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { bytesAt, lastRowStart, RowScanner } from "./row-scanner.js";
import { type CellContext, SheetCells } from "./sheet-cells.js";
import { type Coding, codingOf, decodeText, encodeText } from "./text-coding.js";
import type { SheetEntry } from "./workbook-part.js";

/** A sheet as read: its cells and the facts around them. */
export interface SheetPart {
  readonly cells: SheetCells;
  /** Sheet rows hidden by hand or by a filter, ascending. */
  readonly hiddenRows: readonly number[];
  /** Hidden columns, as first and last. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  /** Merged areas as written: "A1:C1". */
  readonly merged: readonly string[];
  readonly isProtected: boolean;
  /** All rows are in plain form: "<row" and "</sheetData>" occur only where rows begin and the data ends. */
  readonly isPlain: boolean;
}

/** Start of the rows in plain form. */
export const SHEET_DATA = "<sheetData>";
const SHEET_DATA_BYTES = encodeText(SHEET_DATA);
const SHEET_DATA_END = encodeText("</sheetData>");

/** Maximum size of the part before the rows, and of a single row; the strict reader handles larger ones. */
const MOST_WAITING = 16 << 20;

/**
 * Reads a sheet strictly, in pieces. Uses saxes, except for an unbroken run of plain rows right after `<sheetData>`:
 * the row scanner reads those many times faster from the bytes, and hands over to saxes at the first thing it does not
 * support.
 */
export function readSheetPart(parts: Parts, entry: SheetEntry, context: CellContext): SheetPart {
  const reader = new SheetReader(new SheetCells(context, entry.name), entry.name);
  parts.pieces(entry.part, (piece) => reader.write(piece));
  return reader.close();
}

/** As `readSheetPart`, while the part is being unpacked on another thread. Null if it was replaced meanwhile. */
export async function readSheetBeside(
  parts: Parts,
  entry: SheetEntry,
  context: CellContext,
): Promise<SheetPart | null> {
  const reader = new SheetReader(new SheetCells(context, entry.name), entry.name);
  const isCurrent = await parts.piecesBeside(entry.part, (piece) => reader.write(piece));
  return isCurrent ? reader.close() : null;
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The position after the first `<sheetData>`; -1 if there is none. */
function afterSheetData(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1))
    if (bytesAt(bytes, at, SHEET_DATA_BYTES)) return at + SHEET_DATA_BYTES.length;
  return -1;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const ROW = "worksheet/sheetData/row";
const CELL = "worksheet/sheetData/row/c";
const VALUE = "worksheet/sheetData/row/c/v";
const FORMULA = "worksheet/sheetData/row/c/f";
/** Text stored in the cell itself, plain or in formatted runs. */
const INLINE = "worksheet/sheetData/row/c/is/t";
const RICH = "worksheet/sheetData/row/c/is/r/t";

class SheetReader {
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: [number, number][] = [];
  readonly merged: string[] = [];
  isProtected = false;
  isPlain = false;

  readonly #cells: SheetCells;
  readonly #sheet: string;
  readonly #parser: PlacedParser;
  readonly #scanner: RowScanner;
  /** Reading before the rows; in rows that the scanner may try; or with saxes until the end. */
  #phase: "head" | "rows" | "strict" = "head";
  #coding: Coding | null = null;
  /** Bytes read but not yet processed, because they do not end at the end of a tag. */
  #waiting: Uint8Array[] = [];

  // True while saxes is inside the sheet data.
  #inData = false;
  #sawData = false;
  #type = "";
  #style = 0;
  #isRich = false;
  #value: string | null = null;
  #inline: string | null = null;
  #formula: Attributes | null = null;
  #formulaText = "";

  constructor(cells: SheetCells, sheet: string) {
    this.#cells = cells;
    this.#sheet = sheet;
    this.#scanner = new RowScanner(cells, this.hiddenRows);
    this.#parser = new PlacedParser(sheetNamed(sheet), {
      open: (place, attributes) => this.#open(place, attributes),
      text: (text, place) => this.#text(text, place),
      close: (place) => this.#close(place),
    });
  }

  write(piece: Uint8Array): void {
    this.#coding ??= codingOf(piece);
    // In UTF-8, the byte of ">" is never part of another character, so text can be cut after it.
    const cut = this.#coding === "utf-8" ? piece.lastIndexOf(GREATER) + 1 : 0;
    if (cut > 0) {
      this.#waiting.push(piece.subarray(0, cut));
      const bytes = joinBytes(this.#waiting);
      this.#waiting = [];
      this.#take(bytes, false);
    }
    if (cut < piece.length) this.#waiting.push(piece.slice(cut));
  }

  close(): SheetPart {
    this.#take(joinBytes(this.#waiting), true);
    this.#parser.close();
    if (!this.#sawData) throw refusal("BAD_XML", sheetNamed(this.#sheet));
    const { hiddenRows, hiddenColumns, merged, isProtected, isPlain } = this;
    return { cells: this.#cells, hiddenRows, hiddenColumns, merged, isProtected, isPlain };
  }

  #take(given: Uint8Array, isLast: boolean): void {
    let bytes = given;
    if (this.#coding !== "utf-8") this.#phase = "strict";
    if (this.#phase === "head") {
      const end = afterSheetData(bytes);
      if (end < 0 && !isLast && bytes.length < MOST_WAITING) {
        this.#waiting.push(bytes);
        return;
      }
      if (end >= 0) {
        this.#parse(bytes.subarray(0, end));
        bytes = bytes.subarray(end);
      }
      // Without a match, or with a false one (in a comment, for instance), saxes continues.
      this.#phase = end >= 0 && this.#inData && this.#parser.depth === 2 ? "rows" : "strict";
    }
    if (this.#phase === "rows") {
      // All rows but the last are complete.
      const { at, clean } = this.#scanner.scan(bytes, isLast ? bytes.length : Math.max(0, lastRowStart(bytes)));
      if (clean && !isLast && bytes.length - at < MOST_WAITING) {
        this.#waiting.push(bytes.slice(at));
        return;
      }
      bytes = bytes.subarray(at);
      if (!clean) this.isPlain = bytesAt(bytes, 0, SHEET_DATA_END);
      this.#phase = "strict";
    }
    this.#parse(bytes);
  }

  #parse(bytes: Uint8Array): void {
    this.#parser.write(decodeText(bytes, sheetNamed(this.#sheet), this.#coding ?? "utf-8"));
  }

  #open(place: string, attributes: Attributes): void {
    switch (place) {
      case VALUE:
        this.#value ??= "";
        return;
      case INLINE:
      case RICH:
        this.#inline ??= "";
        return;
      case FORMULA:
        this.#formula = attributes;
        this.#formulaText = "";
        return;
      case CELL: {
        const reference = attributes["r"] ?? "";
        const at = reference === "" ? { row: 0, column: 0 } : parseCell(reference);
        if (!at) throw refusal("BAD_REFERENCE", `${this.#sheet}!${reference}`);
        this.#cells.beginCell(at.column, at.row);
        this.#type = attributes["t"] ?? "";
        this.#isRich = attributes["vm"] !== undefined;
        this.#style = styleNumber(attributes["s"]);
        this.#value = null;
        this.#inline = null;
        this.#formula = null;
        return;
      }
      case ROW: {
        const { r, hidden } = attributes;
        this.#cells.beginRow(r === undefined || r === "" ? 0 : this.#rowNumber(r));
        if (isTrue(hidden)) this.hiddenRows.push(this.#cells.currentRow);
        return;
      }
      case "worksheet/sheetData":
        if (this.#sawData) throw refusal("BAD_XML", sheetNamed(this.#sheet));
        this.#inData = this.#sawData = true;
        return;
      case "worksheet/cols/col": {
        const { min, max, hidden, width } = attributes;
        // A column of no width is hidden too.
        if (isTrue(hidden) || (width !== undefined && Number(width) === 0))
          this.hiddenColumns.push([Number(min), Number(max)]);
        return;
      }
      case "worksheet/mergeCells/mergeCell": {
        const { ref = "" } = attributes;
        if (parseArea(ref)) this.merged.push(ref);
        return;
      }
      case "worksheet/sheetProtection":
        this.isProtected = isTrue(attributes["sheet"]);
        return;
      default:
        if (!place.startsWith("worksheet")) throw refusal("BAD_XML", sheetNamed(this.#sheet));
    }
  }

  #text(text: string, place: string): void {
    if (place === VALUE) this.#value = (this.#value ?? "") + text;
    else if (place === FORMULA) this.#formulaText += text;
    else if (place === INLINE || place === RICH) this.#inline = (this.#inline ?? "") + text;
  }

  #close(place: string): void {
    if (place === CELL) {
      this.#cells.style(this.#style);
      if (this.#formula) {
        const { t, ref, si } = this.#formula;
        this.#cells.formula(this.#formulaText, t ?? "", ref ?? null, si ?? null);
      }
      // Some programs write both forms; the inline text then wins.
      if (this.#inline !== null && (this.#type === "inlineStr" || this.#value === null)) this.#cells.text(this.#inline);
      else if (this.#value !== null) this.#cells.raw(this.#type, this.#value, this.#style, this.#isRich);
    } else if (place === ROW) this.#cells.endRow();
    else if (place === "worksheet/sheetData") this.#inData = false;
  }

  /** Parses a row number; refuses 0, which would mean "the next row". */
  #rowNumber(written: string): number {
    const number = /^\d{1,10}$/.test(written) ? Number(written) : 0;
    if (number === 0) throw refusal("BAD_REFERENCE", `${this.#sheet}!${written}`);
    return number;
  }
}

/** Parses a style number; anything invalid means the first style, as in Excel. */
const styleNumber = (written: string | undefined): number =>
  written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : 0;
