import { type Attributes, isTrue, PlacedParser } from "./markup.js";
import type { Parts } from "./parts.js";
import { parseArea, parseCell } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { scanRows } from "./row-scanner.js";
import { type CellContext, SheetCells } from "./sheet-cells.js";
import { type Coding, codingOf, decodeText } from "./text-coding.js";
import type { SheetEntry } from "./workbook-part.js";

/** A sheet, read: its cells and what lies around them. */
export interface SheetPart {
  readonly cells: SheetCells;
  /** Sheet rows hidden by hand or by a filter, ascending. */
  readonly hiddenRows: readonly number[];
  /** Merged areas as written: "A1:C1". */
  readonly merged: readonly string[];
  readonly isProtected: boolean;
  /** All rows are written in the plain form: "<row" and "</sheetData>" stand nowhere among them but where they begin and end. */
  readonly isPlain: boolean;
}

/** Where the rows begin, in the plain form. */
export const SHEET_DATA = "<sheetData>";

/**
 * Reads a sheet strictly, in pieces. saxes reads all of it, except an unbroken run of rows in the plain form nearly
 * every program writes, right after `<sheetData>`: those go through the row scanner, which is many times faster and
 * hands over at the first thing it does not know.
 */
export function readSheetPart(parts: Parts, entry: SheetEntry, context: CellContext): SheetPart {
  const cells = new SheetCells(context, entry.name);
  const reader = new SheetReader(cells, entry.name);
  let waiting: Uint8Array[] = [];
  const codings: Coding[] = [];
  const named = sheetNamed(entry.name);
  parts.pieces(entry.part, (piece) => {
    if (codings.length === 0) codings.push(codingOf(piece));
    // ">" is never part of another character in UTF-8: text may be cut after it.
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
/** Text in the cell itself, plain or in pieces with a look of their own. */
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
  /** Before the rows, in rows the scanner may try, or with saxes until the end. */
  #phase: "head" | "rows" | "strict" = "head";
  #buffer = "";

  // What saxes is inside of.
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
      // Not inside it after all: those letters stood in a comment.
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
      // Some programs write both; the text is then in the cell itself.
      if (this.#inline !== null && (this.#type === "inlineStr" || this.#value === null)) this.#cells.text(this.#inline);
      else if (this.#value !== null) this.#cells.raw(this.#type, this.#value, this.#style, this.#isRich);
    } else if (place === ROW) this.#cells.endRow();
    else if (place === "worksheet/sheetData") this.#inData = false;
  }

  /** A row number as written; 0 would mean the row after the last one. */
  #rowNumber(written: string): number {
    const number = /^\d{1,10}$/.test(written) ? Number(written) : 0;
    if (number === 0) throw refusal("BAD_REFERENCE", `${this.#sheet}!${written}`);
    return number;
  }
}

/** A style number as written; whatever is none means the first style, as in Excel. */
const styleNumber = (written: string | undefined): number =>
  written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : 0;
