import type { SheetCells } from "./sheet-cells.js";

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

/** Element text with entities resolved; null if the strict reader must handle it. */
function plainText(text: string): string | null {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10) || code >= 0xd800) return null;
  }
  if (text.includes("]]>")) return null;
  if (!text.includes("&")) return text;
  const unknown = [...text.matchAll(/&(?:([a-z]+);)?/g)].some(([, name]) => name === undefined || !entities.has(name));
  return unknown ? null : text.replace(/&([a-z]+);/g, (_, name: string) => entities.get(name)!);
}

const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const LETTER_C = 99;
const LETTER_F = 102;
const PRESERVE = ' xml:space="preserve"';

// Powers of ten that a double represents exactly, so that dividing by one rounds correctly.
const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * Scans rows in the plain form `<row r="2" ...><c r="A2" s="1" t="s"><v>0</v></c>...</row>` from the start of
 * `xml` up to `limit`. Stops before the first row in any other form, or not certainly well-formed; `at` is where that
 * row begins. Rows are added to `cells` only when complete.
 */
export function scanRows(
  xml: string,
  limit: number,
  cells: SheetCells,
  hiddenRows: number[],
): { readonly at: number; readonly clean: boolean } {
  let at = 0;
  for (;;) {
    while (at < limit && isSpace(xml.charCodeAt(at))) at++;
    if (at >= limit) return { at: limit, clean: true };
    const next = scanRow(xml, at, limit, cells, hiddenRows);
    if (next < 0) {
      cells.abandonRow();
      return { at, clean: false };
    }
    at = next;
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const plainCell: CellStart = { style: 0, type: "n", isRich: false, selfClosing: false };

/** Scans one row. Returns the position after it, or -1 if it is not in plain form. */
function scanRow(xml: string, start: number, limit: number, cells: SheetCells, hiddenRows: number[]): number {
  if (!xml.startsWith("<row", start)) return -1;
  let at = start + 4;
  let row = 0;
  if (xml.startsWith(' r="', at)) {
    at += 4;
    for (let code = xml.charCodeAt(at); isDigit(code) && row < 1e7; code = xml.charCodeAt(++at))
      row = row * 10 + code - 48;
    if (row === 0 || xml.charCodeAt(at) !== QUOTE) return -1;
    at++;
  }
  let close = xml.indexOf(">", at);
  if (close < 0 || close >= limit) return -1;
  const head = rowStart(xml.slice(at, close));
  if (!head) return -1;
  cells.beginRow(row);
  at = close + 1;

  while (!head.selfClosing) {
    while (isSpace(xml.charCodeAt(at))) at++;
    if (at >= limit || xml.charCodeAt(at) !== LESS) return -1;
    if (xml.charCodeAt(at + 1) !== LETTER_C) {
      if (!xml.startsWith("</row>", at)) return -1;
      close = at + 5;
      break;
    }
    at += 2;
    let column = 0;
    let cellRow = 0;
    if (xml.startsWith(' r="', at)) {
      at += 4;
      let code = xml.charCodeAt(at);
      for (; code >= 65 && code <= 90 && column < 1e5; code = xml.charCodeAt(++at)) column = column * 26 + code - 64;
      for (; isDigit(code) && cellRow < 1e7; code = xml.charCodeAt(++at)) {
        cellRow = cellRow * 10 + code - 48;
        if (cellRow === 0) return -1;
      }
      if (column === 0 || cellRow === 0 || code !== QUOTE) return -1;
      at++;
    }
    let cell: CellStart | null = plainCell;
    if (xml.charCodeAt(at) !== GREATER) {
      close = xml.indexOf(">", at);
      cell = close < 0 ? null : cellStart(xml.slice(at, close));
      if (!cell) return -1;
      at = close;
    }
    at++;
    cells.beginCell(column, cellRow);
    cells.style(cell.style);
    if (cell.selfClosing) continue;

    if (xml.charCodeAt(at) === LESS && xml.charCodeAt(at + 1) === LETTER_F) {
      at = scanFormula(xml, at + 2, cells);
      if (at < 0) return -1;
    }
    if (xml.startsWith("<v>", at)) {
      at = scanValue(xml, at + 3, cell, cells);
      if (at < 0) return -1;
    } else if (cell.type === "inlineStr" && xml.startsWith("<is><t", at)) {
      at += 6;
      if (xml.startsWith(PRESERVE, at)) at += PRESERVE.length;
      if (xml.charCodeAt(at) !== GREATER) return -1;
      const end = xml.indexOf("<", at);
      const text = end < 0 ? null : plainText(xml.slice(at + 1, end));
      if (text === null || !xml.startsWith("</t></is>", end)) return -1;
      cells.text(text);
      at = end + 9;
    }
    if (!xml.startsWith("</c>", at)) return -1;
    at += 4;
  }
  cells.endRow();
  if (head.hidden) hiddenRows.push(cells.currentRow);
  return close + 1;
}

/** Scans a formula from after "<f". Returns the position after it, or -1. */
function scanFormula(xml: string, from: number, cells: SheetCells): number {
  const close = xml.indexOf(">", from);
  const head = close < 0 ? null : formulaStart(xml.slice(from, close));
  if (!head) return -1;
  let text = "";
  let at = close + 1;
  if (!head.selfClosing) {
    const end = xml.indexOf("<", at);
    const found = end < 0 ? null : plainText(xml.slice(at, end));
    if (found === null || !xml.startsWith("</f>", end)) return -1;
    text = found;
    at = end + 4;
  }
  cells.formula(text, head.type, head.area, head.shared);
  return at;
}

/** Scans a value from after "<v>". Returns the position after "</v>", or -1. */
function scanValue(xml: string, from: number, cell: CellStart, cells: SheetCells): number {
  let at = from;
  if (cell.type === "n" || cell.type === "s") {
    let code = xml.charCodeAt(at);
    const negative = code === MINUS && cell.type === "n";
    if (negative) code = xml.charCodeAt(++at);
    let whole = 0;
    let digits = 0;
    let decimals = 0;
    for (; isDigit(code); code = xml.charCodeAt(++at), digits++) whole = whole * 10 + code - 48;
    if (code === POINT && digits > 0) {
      for (code = xml.charCodeAt(++at); isDigit(code); code = xml.charCodeAt(++at), digits++, decimals++) {
        whole = whole * 10 + code - 48;
      }
    }
    // A double holds up to 15 digits exactly, leaving out the decimal point.
    if (digits > 0 && digits <= 15 && code === LESS && xml.startsWith("</v>", at)) {
      if (cell.type === "n") {
        const value = decimals === 0 ? whole : whole / POWERS[decimals]!;
        cells.number(negative ? -value : value, cell.style);
        return at + 4;
      }
      if (decimals === 0) {
        cells.sharedString(whole);
        return at + 4;
      }
    }
  }
  const end = xml.indexOf("<", from);
  const raw = end < 0 ? null : plainText(xml.slice(from, end));
  if (raw === null || !xml.startsWith("</v>", end)) return -1;
  cells.raw(cell.type, raw, cell.style, cell.isRich);
  return end + 4;
}
