import { refusal } from "./refusal.js";

/** Excel's last row and column. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A cell of a sheet, counted from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, inclusive, counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The letters of a column: 1 is A, 16384 is XFD. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column: "A" is 1; NaN if these are not column letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    const code = letter.charCodeAt(0) - 64;
    if (!(code >= 1 && code <= 26)) return Number.NaN;
    column = column * 26 + code;
  }
  return column;
}

/** The name of a cell: "B7". */
export const cellName = (row: number, column: number): string => columnLetters(column) + row.toString();

/** The cell named "B7" or "$B$7"; null if it is not a cell. */
export function parseCell(reference: string): Place | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference);
  if (!match) return null;
  const column = columnNumber(match[1]!);
  const row = Number(match[2]);
  return column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : null;
}

/** The area named "A1:C9", "$A$1:$C$9", "A1", "A:C" or "2:9", corners in any order; null if it is not an area. */
export function parseArea(reference: string): Area | null {
  const colon = reference.indexOf(":");
  const first = reference.slice(0, colon < 0 ? undefined : colon).replaceAll("$", "");
  const last = colon < 0 ? first : reference.slice(colon + 1).replaceAll("$", "");
  const corners = [
    [parseCell(first), parseCell(last)],
    colon < 0 ? [] : [parseCell(`${first}1`), parseCell(`${last}${LAST_ROW}`)],
    colon < 0 ? [] : [parseCell(`A${first}`), parseCell(`XFD${last}`)],
  ].find(([one, other]) => one && other);
  if (!corners) return null;
  const [one, other] = corners as [Place, Place];
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** `parseArea` for a reference in a file; refuses an invalid one. */
export function areaOf(reference: string): Area {
  const area = parseArea(reference);
  if (!area) throw refusal("BAD_REFERENCE", reference);
  return area;
}

/** The name of an area: "A1:C9", or "A1" for one cell. */
export function areaName({ top, left, bottom, right }: Area): string {
  const first = cellName(top, left);
  const last = cellName(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

export const inArea = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const areasTouch = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
