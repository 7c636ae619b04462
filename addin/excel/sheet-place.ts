import { columnNumber } from "@prestatieafspraken/xlsx";

/** An area of a sheet, counted from 0 as in Excel's API. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The areas of "Blad1!A2:C5,B9", "5:7" (whole rows) or "C:D" (whole columns), counted from 0. */
export function placesOf(address: string): readonly Place[] {
  return address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((part) => {
    const range = part.slice(part.lastIndexOf("!") + 1).replaceAll("$", "");
    const match = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/i.exec(range);
    if (match === null || range === "") return [];
    const [, left, top, right = left, bottom = top] = match;
    const row = top === "" ? 0 : Number(top) - 1;
    const column = left === "" ? 0 : columnNumber(left!.toUpperCase()) - 1;
    const below = bottom === "" ? lastRow : Number(bottom);
    const after = right === "" ? lastColumn : columnNumber(right!.toUpperCase());
    return [{ row, column, rows: below - row, columns: after - column }];
  });
}

/** The intersection of two areas; null if they do not overlap. */
export function overlap(a: Place, b: Place): Place | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
