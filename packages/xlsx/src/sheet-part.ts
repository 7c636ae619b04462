import { type Attributes, isTrue, StrictParser } from "./markup.js";
import type { Parts } from "./parts.js";
import { parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { scanRows } from "./row-scanner.js";
import { type CellContext, SheetCells } from "./sheet-cells.js";
import { decodeText } from "./text-coding.js";
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
  const reader = new SheetReader(cells, entry.part);
  let waiting: Uint8Array[] = [];
  parts.pieces(entry.part, (piece) => {
    // ">" is never part of another character: text may be cut after it.
    const cut = piece.lastIndexOf(0x3e) + 1;
    waiting.push(piece.subarray(0, cut));
    if (cut > 0) {
      reader.write(decodeText(joinBytes(waiting), entry.part));
      waiting = [];
    }
    if (cut < piece.length) waiting.push(piece.slice(cut));
  });
  reader.write(decodeText(joinBytes(waiting), entry.part));
  reader.close();
  const { hiddenRows, merged, isProtected, isPlain } = reader;
  return { cells, hiddenRows, merged, isProtected, isPlain };
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

class SheetReader {
  readonly hiddenRows: number[] = [];
  readonly merged: string[] = [];
  isProtected = false;
  isPlain = false;

  readonly #cells: SheetCells;
  readonly #part: string;
  readonly #parser: StrictParser;
  /** Before the rows, in rows the scanner may try, or with saxes until the end. */
  #phase: "head" | "rows" | "strict" = "head";
  #buffer = "";

  // What saxes is inside of.
  #inData = false;
  #sawData = false;
  #inCell = false;
  #type = "";
  #style = 0;
  #isRich = false;
  #raw: string | null = null;
  #formula: Attributes | null = null;
  #formulaText = "";
  #collect: "" | "v" | "f" | "t" = "";
  #phonetic = false;

  constructor(cells: SheetCells, part: string) {
    this.#cells = cells;
    this.#part = part;
    this.#parser = new StrictParser(part, {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => this.#text(text),
      close: (name) => this.#close(name),
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
    if (!this.#sawData) throw refusal("BAD_XML", this.#part);
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

  #open(name: string, attributes: Attributes): void {
    if (this.#inCell) {
      if (name === "v") this.#begin("v");
      else if (name === "f") {
        this.#begin("f");
        this.#formula = attributes;
        this.#formulaText = "";
      } else if (name === "t" && !this.#phonetic) this.#begin("t");
      else if (name === "rPh") this.#phonetic = true;
      return;
    }
    if (this.#inData) {
      if (name === "row") {
        this.#cells.beginRow(attributes["r"] === undefined ? 0 : rowNumber(attributes["r"]));
        if (isTrue(attributes["hidden"])) this.hiddenRows.push(this.#cells.currentRow);
      } else if (name === "c") {
        const reference = attributes["r"];
        const place = reference === undefined ? { row: 0, column: 0 } : parseCell(reference);
        if (!place) throw refusal("BAD_REFERENCE", reference);
        this.#cells.beginCell(place.column, place.row);
        this.#inCell = true;
        this.#type = attributes["t"] ?? "";
        this.#style = attributes["s"] === undefined ? 0 : wholeNumber(attributes["s"]);
        this.#isRich = attributes["vm"] !== undefined;
        this.#raw = null;
        this.#formula = null;
      }
      return;
    }
    if (this.#parser.depth === 1 && name !== "worksheet") throw refusal("BAD_XML", this.#part);
    if (this.#parser.depth === 2 && name === "sheetData") {
      if (this.#sawData) throw refusal("BAD_XML", this.#part);
      this.#inData = this.#sawData = true;
    } else if (name === "mergeCell" && attributes["ref"] !== undefined) this.merged.push(attributes["ref"]);
    else if (name === "sheetProtection") this.isProtected = isTrue(attributes["sheet"]);
  }

  #begin(what: "v" | "f" | "t"): void {
    this.#collect = what;
    if (what === "v") this.#raw = "";
    else if (what === "t") this.#raw ??= "";
  }

  #text(text: string): void {
    if (this.#collect === "f") this.#formulaText += text;
    else if (this.#collect !== "") this.#raw = (this.#raw ?? "") + text;
  }

  #close(name: string): void {
    if (this.#inCell) {
      if (name === "v" || name === "f" || name === "t") this.#collect = "";
      else if (name === "rPh") this.#phonetic = false;
      else if (name === "c") {
        this.#inCell = false;
        this.#cells.style(this.#style);
        if (this.#formula) {
          const { t, ref, si } = this.#formula;
          this.#cells.formula(this.#formulaText, t ?? "", ref ?? null, si ?? null);
        }
        if (this.#raw !== null) this.#cells.raw(this.#type, this.#raw, this.#style, this.#isRich);
      }
    } else if (this.#inData) {
      if (name === "row") this.#cells.endRow();
      else if (name === "sheetData") this.#inData = false;
    }
  }
}

/** A row number as written; 0 would mean the row after the last one. */
function rowNumber(written: string): number {
  const number = wholeNumber(written);
  if (number === 0) throw refusal("BAD_REFERENCE", written);
  return number;
}

function wholeNumber(written: string): number {
  const number = /^\d{1,10}$/.test(written) ? Number(written) : Number.NaN;
  if (Number.isNaN(number)) throw refusal("BAD_REFERENCE", written);
  return number;
}
