import { comparable } from "@prestatieafspraken/indicators";
import { cellText, isEmptyCell, type CellValue, type SheetTable } from "../workbook.js";

/** Values for columns that the user's own list lacks: a constant for every row, or a lookup from another column. */
export interface OwnColumns {
  /** Header of the return -> value of every row: "2026-Q3". */
  readonly constants?: Readonly<Record<string, string>>;
  /** Header of the return -> the column it follows from, and how: "WYwonen" -> "corporatie"; "" for every other text. */
  readonly lookups?: Readonly<Record<string, Lookup>>;
}

/** How a column follows from another column. */
export interface Lookup {
  readonly from: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Appends a column to the list for each constant and lookup. Empty rows stay empty. */
export function withOwnColumns(sheetTable: SheetTable, { constants = {}, lookups = {} }: OwnColumns): SheetTable {
  const made = [
    ...Object.entries(constants).map(([header, value]) => ({ header, valueOf: (): CellValue => value })),
    ...Object.entries(lookups).flatMap(([header, { from, values }]) => {
      const column = sheetTable.headers.findIndex((own) => comparable(own) === comparable(from));
      if (column < 0) return [];
      const known = new Map(Object.entries(values).map(([text, value]) => [comparable(text), value]));
      const otherwise = values[""] ?? null;
      const valueOf = (row: readonly CellValue[]): CellValue => {
        const text = cellText(row[column]);
        return text === "" ? null : (known.get(comparable(text)) ?? otherwise);
      };
      return [{ header, valueOf }];
    }),
  ];
  if (made.length === 0) return sheetTable;
  const width = sheetTable.headers.length;
  const taken = new Set(made.map(({ header }) => comparable(header)));
  const { isDate, format, formula } = sheetTable;
  return {
    ...sheetTable,
    // The user's mapping takes precedence over a column of the same name.
    headers: [
      ...sheetTable.headers.map((header) => (taken.has(comparable(header)) ? "" : header)),
      ...made.map(({ header }) => header),
    ],
    rows: sheetTable.rows.map((row) =>
      row.every(isEmptyCell) ? [...row, ...made.map(() => null)] : [...row, ...made.map(({ valueOf }) => valueOf(row))],
    ),
    ...(isDate && { isDate: (row: number, column: number) => column < width && isDate(row, column) }),
    ...(format && { format: (row: number, column: number) => (column < width ? format(row, column) : null) }),
    ...(formula && { formula: (row: number, column: number) => (column < width ? formula(row, column) : null) }),
  };
}
