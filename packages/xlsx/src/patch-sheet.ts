import type { CellValue } from "@prestatieafspraken/quarterly";
import { escapeAttribute, escapeText, localName, StrictParser } from "./markup.js";
import { type Splice, splice } from "./outline.js";
import { cellName, parseArea, parseCell, type Area } from "./reference.js";
import { type Named, refusal } from "./refusal.js";
import { SHEET_DATA } from "./sheet-part.js";

/**
 * A cell to write. Without `formula` the cell becomes a plain value; with `keepFormula` only the cached value changes.
 */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** As stored, without "=". */
  readonly formula?: string;
  readonly keepFormula?: boolean;
  /** The range an array formula fills; `metadata` marks it as a dynamic array. */
  readonly fills?: { readonly area: string; readonly metadata: string | null };
  /** Allows replacing a formula that others depend on, because those are among the edits. */
  readonly frees?: boolean;
  /** Style id; if omitted, the cell keeps its own. */
  readonly style?: number;
  /** Changes only the style: content and formula stay byte-identical. */
  readonly keepContent?: boolean;
  /** Bold text, without changing the workbook's styles. */
  readonly bold?: boolean;
}

const attributeText = (value: CellValue, prefix: string): { type: string; content: string } => {
  if (value === null) return { type: "", content: "" };
  if (typeof value === "number") return { type: "", content: `<${prefix}v>${value}</${prefix}v>` };
  if (typeof value === "boolean") return { type: ' t="b"', content: `<${prefix}v>${value ? 1 : 0}</${prefix}v>` };
  if (typeof value === "object")
    return { type: ' t="e"', content: `<${prefix}v>${escapeText(value.error)}</${prefix}v>` };
  return { type: ' t="str"', content: `<${prefix}v>${escapeText(value)}</${prefix}v>` };
};

function cellXml(prefix: string, edit: CellEdit, style: string | undefined): string {
  const styled = edit.style === undefined ? style : String(edit.style);
  const start = `<${prefix}c r="${cellName(edit.row, edit.column)}"${styled === undefined ? "" : ` s="${escapeAttribute(styled)}"`}`;
  if (edit.formula === undefined && typeof edit.value === "string") {
    // Writes text into the cell itself, so that the shared strings stay unchanged.
    const text = `<${prefix}t xml:space="preserve">${escapeText(edit.value)}</${prefix}t>`;
    const run = edit.bold ? `<${prefix}r><${prefix}rPr><${prefix}b/></${prefix}rPr>${text}</${prefix}r>` : text;
    return `${start} t="inlineStr"><${prefix}is>${run}</${prefix}is></${prefix}c>`;
  }
  const { type, content } = attributeText(edit.value, prefix);
  const array = edit.fills === undefined ? "" : ` t="array" ref="${edit.fills.area}"`;
  const metadata = edit.fills?.metadata ? ` cm="${edit.fills.metadata}"` : "";
  const formula = edit.formula === undefined ? "" : `<${prefix}f${array}>${escapeText(edit.formula)}</${prefix}f>`;
  return formula === "" && content === ""
    ? `${start}/>`
    : `${start}${type}${metadata}>${formula}${content}</${prefix}c>`;
}

/** The cell with another cached value and its formula unchanged. */
function withValue(source: string, prefix: string, value: CellValue): string {
  const formula = new RegExp(`<${prefix}f(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${prefix}f>)`).exec(source)?.[0];
  // Unknown formula syntax: keep the formula, leave its value unchanged.
  if (formula === undefined) return source;
  const open = /^<[^>]*>/
    .exec(source)![0]
    .replace(/\s+(?:t|vm)="[^"]*"/g, "")
    .replace(/\s*\/?>$/, "");
  const { type, content } = attributeText(value, prefix);
  return `${open}${type}>${formula}${content}</${prefix}c>`;
}

/** The cell with another style and nothing else changed. */
const withStyle = (source: string, style: number): string =>
  source.replace(/^<[^>]*?(?=\s*\/?>)/, (open) => `${open.replace(/\s+s=(?:"[^"]*"|'[^']*')/, "")} s="${style}"`);

/** The sheet with only these cells changed; everything else stays byte-identical. */
export function patchSheet(
  xml: string,
  part: Named,
  edits: readonly CellEdit[],
): { readonly xml: string; readonly formulasChanged: boolean } {
  const rows = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const row = rows.get(edit.row) ?? new Map<number, CellEdit>();
    rows.set(edit.row, row.set(edit.column, edit));
  }
  const waitingRows = [...rows.keys()].sort((a, b) => a - b);
  const splices: Splice[] = [];
  let formulasChanged = edits.some((edit) => edit.formula !== undefined);
  let prefix = "";
  let extensions = 0;
  let data: { readonly start: number; readonly end: number; readonly selfClosing: boolean } | null = null;
  let rowNumber = 0;
  let row: {
    readonly end: number;
    readonly selfClosing: boolean;
    readonly name: string;
    column: number;
    waiting: CellEdit[];
  } | null = null;
  let cell: {
    readonly edit: CellEdit;
    readonly start: number;
    readonly style: string | undefined;
    hasFormula: boolean;
  } | null = null;

  const inOrder = (cells: Iterable<CellEdit>): CellEdit[] => [...cells].sort((a, b) => a.column - b.column);
  const newCells = (cells: readonly CellEdit[]): string =>
    cells.map((edit) => cellXml(prefix, edit, undefined)).join("");
  const newRow = (number: number): string =>
    `<${prefix}row r="${number}">${newCells(inOrder(rows.get(number)!.values()))}</${prefix}row>`;
  const insert = (at: number, text: string): void => {
    if (text !== "") splices.push({ from: at, to: at, text });
  };
  const rowsBefore = (number: number, at: number): void => {
    while (waitingRows.length > 0 && waitingRows[0]! < number) insert(at, newRow(waitingRows.shift()!));
  };

  const parser = new StrictParser(
    part,
    {
      open: (written, attributes, selfClosing) => {
        // Extension lists may contain elements of the same names.
        if (extensions > 0 || localName(written) === "extLst") {
          extensions++;
          return;
        }
        const end = parser.position;
        const start = xml.lastIndexOf("<", end - 1);
        if (localName(written) === "sheetData" && parser.depth <= 2) {
          prefix = written.slice(0, -"sheetData".length);
          data = { start, end, selfClosing };
        } else if (written === `${prefix}row` && data) {
          rowNumber = attributes["r"] === undefined ? rowNumber + 1 : Number(attributes["r"]);
          rowsBefore(rowNumber, start);
          const waiting = waitingRows[0] === rowNumber ? inOrder(rows.get(waitingRows.shift()!)!.values()) : [];
          row = { end, selfClosing, name: `${prefix}row`, column: 0, waiting };
        } else if (written === `${prefix}c` && row) {
          row.column = attributes["r"] === undefined ? row.column + 1 : (parseCell(attributes["r"])?.column ?? 0);
          const earlier = row.waiting.filter((edit) => edit.column < row!.column);
          insert(start, newCells(earlier));
          row.waiting = row.waiting.slice(earlier.length);
          if (row.waiting[0]?.column === row.column)
            cell = { edit: row.waiting.shift()!, start, style: attributes["s"], hasFormula: false };
        } else if (written === `${prefix}f` && cell) {
          cell.hasFormula = true;
          const { t, ref } = attributes;
          const feedsOthers =
            (t === "shared" || t === "array" || t === "dataTable") && ref !== undefined && ref.includes(":");
          if (feedsOthers && cell.edit.keepFormula !== true && cell.edit.frees !== true && !cell.edit.keepContent)
            throw refusal("SHARED_FORMULA", cellName(cell.edit.row, cell.edit.column));
        }
      },
      close: (written) => {
        if (extensions > 0) {
          extensions--;
          return;
        }
        const end = parser.position;
        if (written === `${prefix}c` && cell) {
          const source = xml.slice(cell.start, end);
          const keeps = cell.edit.keepFormula === true && cell.hasFormula;
          const dresses = cell.edit.keepContent === true;
          if (cell.hasFormula && !keeps && !dresses) formulasChanged = true;
          const changed = keeps ? withValue(source, prefix, cell.edit.value) : cellXml(prefix, cell.edit, cell.style);
          splices.push({ from: cell.start, to: end, text: dresses ? withStyle(source, cell.edit.style!) : changed });
          cell = null;
        } else if (written === `${prefix}row` && row) {
          const rest = newCells(row.waiting);
          if (rest !== "") {
            if (row.selfClosing) splices.push({ from: row.end - 2, to: row.end, text: `>${rest}</${row.name}>` });
            else insert(xml.lastIndexOf("<", end - 1), rest);
          }
          row = null;
        } else if (written === `${prefix}sheetData` && data) {
          const rest = waitingRows.splice(0).map(newRow).join("");
          if (rest !== "") {
            if (data.selfClosing)
              splices.push({
                from: data.start,
                to: data.end,
                text: `${xml.slice(data.start, data.end).replace(/\s*\/>$/, ">")}${rest}</${prefix}sheetData>`,
              });
            else insert(xml.lastIndexOf("<", end - 1), rest);
          }
          data = null;
        }
      },
    },
    { positions: true },
  );
  parser.write(xml);
  parser.close();

  // Rows are left over: the sheet has no place for rows.
  if (waitingRows.length > 0) throw refusal("BAD_XML", part);
  return { xml: splice(xml, splices), formulasChanged };
}

/** Edits within this many rows are patched together. */
const NEAR = 100;

/**
 * `patchSheet` for a sheet in plain form: parses only the rows around the edits, so that changing one cell among a
 * million costs little more than finding it.
 */
export function patchPlainSheet(xml: string, part: Named, edits: readonly CellEdit[]): ReturnType<typeof patchSheet> {
  const begin = xml.indexOf(SHEET_DATA) + SHEET_DATA.length;
  const end = xml.indexOf("</sheetData>", begin);
  const ordered = [...edits].sort((a, b) => a.row - b.row);
  const splices: Splice[] = [];
  let formulasChanged = false;
  let at = begin;
  /** The position, from `at` on, of the first row with this number or a higher one. */
  const find = (number: number): number => {
    for (let from = at; ; from += 4) {
      from = xml.indexOf("<row", from);
      if (from < 0 || from >= end) return end;
      const written = /^<row r="(\d+)"/.exec(xml.slice(from, from + 20));
      if (!written) return -1;
      if (Number(written[1]) >= number) return from;
    }
  };
  for (let first = 0; first < ordered.length;) {
    let last = first;
    while (last + 1 < ordered.length && ordered[last + 1]!.row - ordered[last]!.row <= NEAR) last++;
    const from = find(ordered[first]!.row);
    if (from < 0) return patchSheet(xml, part, edits);
    at = from;
    const to = find(ordered[last]!.row + 1);
    // Rows without a number must be counted from the start.
    if (to < 0) return patchSheet(xml, part, edits);
    at = to;
    const patched = patchSheet(`<sheetData>${xml.slice(from, to)}</sheetData>`, part, ordered.slice(first, last + 1));
    formulasChanged ||= patched.formulasChanged;
    splices.push({ from, to, text: patched.xml.slice(SHEET_DATA.length, -"</sheetData>".length) });
    first = last + 1;
  }
  return { xml: splice(xml, splices), formulasChanged };
}

/** True if a cell lies in a merged area and is not its first cell. */
export const insideMerged = (merged: readonly string[], row: number, column: number): boolean =>
  merged
    .flatMap((written) => parseArea(written) ?? [])
    .some(
      (area: Area) =>
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right &&
        !(row === area.top && column === area.left),
    );
