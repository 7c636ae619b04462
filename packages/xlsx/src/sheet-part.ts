import { type Attributes, isTrue, PlacedParser } from "./markup.js";
import type { Parts } from "./parts.js";
import { parseArea, parseCell } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { scanRows } from "./row-scanner.js";
import { type CellContext, SheetCells } from "./sheet-cells.js";
import { type Coding, codingOf, decodeText } from "./text-coding.js";
import type { SheetEntry } from "./workbook-part.js";

/** A sheet as read: its cells and the facts around them. */
export interface SheetPart {
  readonly cells: SheetCells;
  /** Sheet rows hidden by hand or by a filter, ascending. */
  readonly hiddenRows: readonly number[];
  /** Merged areas as written: "A1:C1". */
  readonly merged: readonly string[];
  readonly isProtected: boolean;
  /** All rows are in plain form: "<row" and "</sheetData>" occur only where rows begin and the data ends. */
  readonly isPlain: boolean;
}

/** Start of the rows in plain form. */
export const SHEET_DATA = "<sheetData>";

/**
 * Reads a sheet strictly, in pieces. Uses saxes, except for an unbroken run of plain rows right after `<sheetData>`:
 * the row scanner reads those many times faster, and hands over to saxes at the first thing it does not support.
 */
export function readSheetPart(parts: Parts, entry: SheetEntry, context: CellContext): SheetPart {
  const cells = new SheetCells(context, entry.name);
  const reader = new SheetReader(cells, entry.name);
  let waiting: Uint8Array[] = [];
  const codings: Coding[] = [];
  const named = sheetNamed(entry.name);
  parts.pieces(entry.part, (piece) => {
    if (codings.length === 0) codings.push(codingOf(piece));
    // In UTF-8, the byte of ">" is never part of another character, so text can be cut after it.
    const cut = codings[0] === "utf-8" ? piece.lastIndexOf(0x3e) + 1 : 0;
    waiting.push(piece.subarray(0, cut));
    if (cut > 0) {
      reader.write(decodeText(joinBytes(waiting), named));
      waiting = [];
    }
    if (cut < piece.length) waiting.push(piece.slice(cut));
  });
  const [coding = "utf-8"] = codings;
  reader.write(decodeText(joinBytes(waiting), named, coding));
  reader.close();
  const { hiddenRows, merged, isProtected } = reader;
  return { cells, hiddenRows, merged, isProtected, isPlain: reader.isPlain && coding === "utf-8" };
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

const ROW = "worksheet/sheetData/row";
const CELL = "worksheet/sheetData/row/c";
const VALUE = "worksheet/sheetData/row/c/v";
const FORMULA = "worksheet/sheetData/row/c/f";
/** Text stored in the cell itself, plain or in formatted runs. */
const INLINE = "worksheet/sheetData/row/c/is/t";
const RICH = "worksheet/sheetData/row/c/is/r/t";

class SheetReader {
  readonly hiddenRows: number[] = [];
  readonly merged: string[] = [];
  isProtected = false;
  isPlain = false;

  readonly #cells: SheetCells;
  readonly #sheet: string;
  readonly #parser: PlacedParser;
  /** Before the rows; in rows that the scanner may try; or with saxes until the end. */
  #phase: "head" | "rows" | "strict" = "head";
  #buffer = "";

  // Where saxes is.
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
    this.#parser = new PlacedParser(sheetNamed(sheet), {
      open: (place, attributes) => this.#open(place, attributes),
      text: (text, place) => this.#text(text, place),
      close: (place) => this.#close(place),
    });
  }

  write(piece: string): void {
    if (this.#phase === "strict") {
      this.#parser.write(piece);
      return;
    }
    this.#buffer += piece;
    if (this.#phase === "head") {
      const begin = this.#buffer.indexOf(SHEET_DATA);
      if (begin < 0) return;
      const end = begin + SHEET_DATA.length;
      this.#parser.write(this.#buffer.slice(0, end));
      this.#buffer = this.#buffer.slice(end);
      // The match was not a real start tag (in a comment, for instance).
      if (!this.#inData || this.#parser.depth !== 2) {
        this.#handOver();
        return;
      }
      this.#phase = "rows";
    }
    // All rows but the last are complete.
    this.#scan(this.#buffer.lastIndexOf("<row"));
  }

  close(): void {
    if (this.#phase === "rows") this.#scan(this.#buffer.length);
    this.#handOver();
    this.#parser.close();
    if (!this.#sawData) throw refusal("BAD_XML", sheetNamed(this.#sheet));
  }

  #scan(limit: number): void {
    if (limit <= 0) return;
    const { at, clean } = scanRows(this.#buffer, limit, this.#cells, this.hiddenRows);
    this.#buffer = this.#buffer.slice(at);
    if (clean) return;
    this.isPlain = this.#buffer.startsWith("</sheetData>");
    this.#handOver();
  }

  #handOver(): void {
    this.#phase = "strict";
    this.#parser.write(this.#buffer);
    this.#buffer = "";
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
