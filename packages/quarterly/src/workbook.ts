/** What a cell shows where a value should be: "#N/A". */
export interface CellError {
  readonly error: string;
  /** The cell holds a linked data type or a picture: Excel shows something else, but there is no text or number to read. */
  readonly entity?: true;
}

/** A cell as the sheet holds it; an empty cell is null, never 0. */
export type CellValue = string | number | boolean | null | CellError;

/** Nothing at all in the cell, or a formula that shows nothing. Spaces are something: `isEmpty` of reading weighs those. */
export const isEmptyCell = (value: CellValue | undefined): value is null | undefined | "" =>
  value === null || value === undefined || value === "";

/** The text of a cell; an empty one has none, an error is its sign. */
export const cellText = (value: CellValue | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? value.error : String(value);

/** Is this the same content? A formula that shows nothing equals an empty cell; the text "1" is not the number 1. */
export const sameCell = (a: CellValue, b: CellValue): boolean => {
  if (isEmptyCell(a) || isEmptyCell(b)) return isEmptyCell(a) && isEmptyCell(b);
  return typeof a === "object" && typeof b === "object" ? a.error === b.error : a === b;
};

/** A cell by sheet name and A1 reference without dollars. */
export interface CellAt {
  readonly sheet: string;
  readonly cell: string;
}

/** What a cell of a column holds; its value stands beside it: a number, or the number of a text or error. */
export const cellKind = { none: 0, number: 1, text: 2, true: 3, false: 4, error: 5, formula: 6 } as const;

/** The cells of a column from top to bottom: a byte and a double each. `formula` is a formula without a result: empty. */
export interface SheetColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
}

/** The rows of a table column by column. The same text may have several numbers; one number is always one text. */
export interface SheetColumns {
  readonly length: number;
  column(index: number): SheetColumn;
  textAt(number: number): string;
  errorAt(number: number): CellError;
}

/** One cell of a column. */
export function cellOf(columns: SheetColumns, { kinds, values }: SheetColumn, row: number): CellValue {
  switch (kinds[row]) {
    case cellKind.number:
      return values[row]!;
    case cellKind.text:
      return columns.textAt(values[row]!);
    case cellKind.true:
      return true;
    case cellKind.false:
      return false;
    case cellKind.error:
      return columns.errorAt(values[row]!);
    default:
      return null;
  }
}

/** A block of rows under one header row: an Excel table, or a plain sheet that looks like one. */
export interface SheetTable {
  /** Name of the Excel table; null for a plain range of cells. */
  readonly name: string | null;
  readonly sheet: string;
  /** Position of the header row and first column, counted from 1 as the sheet does. */
  readonly headerRow: number;
  readonly firstColumn: number;
  /** Header texts as they stand there. */
  readonly headers: readonly string[];
  /** Data rows (no header, no totals row); row i stands on sheet row headerRow + 1 + i. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The same rows column by column, where the adapter keeps them so: of a long table `rows` is then made only when asked for. */
  readonly columns?: SheetColumns;
  /** Is the number in this cell shown as a date? Indices into `rows`. */
  readonly isDate?: (row: number, column: number) => boolean;
  /** The formula of a cell as shown to people ("=SUM(A1:A3)"), if it has one. */
  readonly formula?: (row: number, column: number) => string | null;
  /** The number format of a cell as the workbook stores it ("0%", "dd-mm-yyyy"); null where it has none of its own. */
  readonly format?: (row: number, column: number) => string | null;
  /** Cells with a formula whose result the file does not hold (null in `rows`). A host that calculates has none. */
  readonly uncalculated?: readonly (readonly [row: number, column: number])[];
  /** Cells whose formula takes its value from another workbook, with the name of that workbook where it is known. */
  readonly linked?: readonly { readonly row: number; readonly column: number; readonly source: string | null }[];
  /** Rows hidden by hand or by a filter, as indices into `rows`. */
  readonly hiddenRows?: readonly number[];
  /** Rows of which everything filled in is struck through, as indices into `rows`. */
  readonly struckRows?: readonly number[];
  /** The sheet itself is hidden. */
  readonly hiddenSheet?: boolean;
  /** The totals row of an Excel table, in the order of `headers`. */
  readonly totals?: readonly CellValue[];
  /** Filled rows that touch the bottom edge of an Excel table, in its columns: outside the table, without a gap. */
  readonly below?: { readonly firstRow: number; readonly rows: readonly (readonly CellValue[])[] };
  /** Merged areas that touch the table, as A1 ranges. */
  readonly merged?: readonly string[];
}

/** A mark on a cell: never by colour alone, removable completely. */
export interface Mark extends CellAt {
  readonly severity: "error" | "warning" | "info";
  /** What stands in the note, in the user's language. */
  readonly text: string;
}

/** A cell to change. `expected` guards against somebody having changed it since it was read. */
export interface CellChange extends CellAt {
  readonly value: CellValue;
  /** Instead of a value: a formula in invariant English form, "=PA.SOCIALSHARE()". */
  readonly formula?: string;
  readonly expected?: CellValue;
}

/** Thrown by adapters: a sentence in both languages about what is wrong with the file or workbook. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    /** Stable code: "NOT_ZIP", "ENCRYPTED", "PROTECTED_SHEET", "CELL_EDITING", "CHANGED_SINCE". */
    readonly code: string,
    readonly sentence: { readonly nl: string; readonly en: string },
  ) {
    super(sentence.nl);
  }
}

/** All that reading a return asks: a database or another program needs no more than this. */
export interface TableSource {
  /** Every table there is, and of sheets without Excel tables the blocks that look like one. */
  tables(): Promise<readonly SheetTable[]>;
  /** A value the product keeps beside the tables (tables pointed out, warnings accepted); null when it was never set. */
  getSetting(key: string): Promise<string | null>;
}

/**
 * All the product asks of a spreadsheet, wherever it lives: a file, Excel, or the grid in the browser.
 * Reading is read-only; writing touches only the cells named.
 */
export interface Workbook extends TableSource {
  sheetNames(): Promise<readonly string[]>;
  /** Adds marks; a cell that has a mark gets the new one. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** Removes every mark this product ever put in this workbook, also by another user; returns how many. */
  clearMarks(): Promise<number>;
  /** Changes cells as one undo step where the host can. Rejects as a whole with WorkbookError CHANGED_SINCE when an expected value is not there. */
  change(changes: readonly CellChange[]): Promise<void>;
  /**
   * Adds rows at the bottom of a table; other tables are not disturbed. Values in the order of the table's headers. A column that
   * the table itself calculates gets its formula where no value is given, and where `calculated` says that a formula gave the value.
   */
  appendRows(
    table: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">,
    rows: readonly (readonly CellValue[])[],
    calculated?: (row: number, column: number) => boolean,
  ): Promise<void>;
  /** Moves the bottom edge of an Excel table down to this sheet row, over rows that are filled already. */
  extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void>;
  /** A new sheet with these rows (first row bold); a name in use gets " (2)". Returns the name. */
  addSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<string>;
  /** Keeps a small text in the workbook for this product (custom XML part), such as accepted warnings. */
  setSetting(key: string, value: string | null): Promise<void>;
}

export type WorkbookEvent =
  | { readonly kind: "cells"; readonly sheet: string; readonly source: "local" | "remote" }
  | { readonly kind: "structure" };

/** A workbook somebody is looking at. */
export interface LiveWorkbook extends Workbook {
  /** Shows and selects a cell. */
  select(at: CellAt): Promise<void>;
  /** Shows a cell on a row that is hidden (`select` rejects with HIDDEN_ROW), where the host can. */
  reveal?(at: CellAt): Promise<void>;
  selection(): Promise<CellAt | null>;
  /** Calls back after edits, also of co-authors; returns how to stop. */
  subscribe(listener: (event: WorkbookEvent) => void): () => void;
  /** What was read before is no longer believed: the next look reads everything, also what changed without anybody being told. */
  readAnew?(): void;
  /** Does the host show new values only after somebody asks for them (F9)? Known after the tables were read. */
  readonly isCalculatedByHand?: boolean;
  /** Undoes the last change made through this port; false when there is none. */
  undo(): Promise<boolean>;
  /** Inserts the sheets of an .xlsx (the template) after the existing ones. */
  insertSheets(xlsx: Uint8Array): Promise<readonly string[]>;
  /** Native charts of a range, where the host has them. */
  insertChart?(sheet: string, range: string, title: string): Promise<void>;
  readonly capabilities: {
    readonly charts: boolean;
    readonly startup: boolean;
    readonly undo: "native" | "own";
    /** Sheets that come or go empty the host's own list of what can be undone. */
    readonly sheetsEndUndo?: boolean;
    /** The host cannot save a file from here: what would be one comes on a sheet. */
    readonly savesNoFiles?: boolean;
  };
}
