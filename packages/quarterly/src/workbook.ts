import type { CellError, CellValue } from "@prestatieafspraken/indicators";

export { cellText, isEmptyCell, sameCell, type CellError, type CellValue } from "@prestatieafspraken/indicators";

/** A cell by sheet name and A1 reference without dollars. */
export interface CellAt {
  readonly sheet: string;
  readonly cell: string;
}

/** Maximum number of cells in a range picked for a formula. */
export const mostPicked = 10_000;

/** A range by sheet name and A1 reference ("B2:B9"), and the values in it, row by row. */
export interface CellRange {
  readonly sheet: string;
  readonly range: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** The type of a cell in a stored column; its value is a number, or the index of a text or error. */
export const cellKind = { none: 0, number: 1, text: 2, true: 3, false: 4, error: 5, formula: 6 } as const;

/** The cells of a column from top to bottom, a byte and a double each. `formula` is a formula without a result: empty. */
export interface SheetColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
}

/** The rows of a table, stored by column. A text may have several indices; an index is always one text. */
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
  /** Header texts as they are in the sheet. */
  readonly headers: readonly string[];
  /** Data rows (no header, no totals row); row i is sheet row headerRow + 1 + i. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The same rows stored by column, if the adapter does so; for a long table `rows` is then built only on access. */
  readonly columns?: SheetColumns;
  /** True if the number in this cell is shown as a date. Indices into `rows`. */
  readonly isDate?: (row: number, column: number) => boolean;
  /** The formula of a cell as displayed ("=SUM(A1:A3)"); null if none. */
  readonly formula?: (row: number, column: number) => string | null;
  /** The number format of a cell as stored ("0%", "dd-mm-yyyy"); null if it has none of its own. */
  readonly format?: (row: number, column: number) => string | null;
  /** Cells with a formula without a stored result (null in `rows`). Empty for hosts that calculate. */
  readonly uncalculated?: readonly (readonly [row: number, column: number])[];
  /** Cells whose formula takes its value from another workbook, with the name of that workbook if known. */
  readonly linked?: readonly { readonly row: number; readonly column: number; readonly source: string | null }[];
  /** Rows hidden by hand or by a filter, as indices into `rows`. */
  readonly hiddenRows?: readonly number[];
  /** Hidden columns, as indices into `headers`. */
  readonly hiddenColumns?: readonly number[];
  /** Rows whose filled cells are all struck through, as indices into `rows`. */
  readonly struckRows?: readonly number[];
  /** True if the sheet is hidden. */
  readonly hiddenSheet?: boolean;
  /** The totals row of an Excel table, in the order of `headers`. */
  readonly totals?: readonly CellValue[];
  /**
   * The rows below an Excel table, in its columns: from the first filled one to the last, with empty rows between them, until the
   * next table. Often a total or a remark, sometimes rows pasted outside the table.
   */
  readonly below?: { readonly firstRow: number; readonly rows: readonly (readonly CellValue[])[] };
  /** Merged areas that touch the table, as A1 ranges. */
  readonly merged?: readonly string[];
}

/** Where a table is, and its columns. */
export type TableArea = Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn" | "headers">;

/** A mark on a cell: not by colour alone, and completely removable. */
export interface Mark extends CellAt {
  readonly severity: "error" | "warning" | "info";
  /** The text of the note, in the user's language. */
  readonly text: string;
}

/** A cell to change. `expected` detects a change made since it was read. */
export interface CellChange extends CellAt {
  readonly value: CellValue;
  /** A formula instead of a value, in invariant English form: "=PA.SOCIALSHARE()". */
  readonly formula?: string;
  readonly expected?: CellValue;
}

/** How a new sheet looks, apart from its first row in bold. */
export interface SheetLook {
  /** The row of the column headers, counted from 1; rows above it are titles. */
  readonly headerRow?: number;
  /** Column widths in characters; longer texts below the headers wrap. */
  readonly widths?: readonly number[];
  /** Protects the sheet against accidental changes, without a password. */
  readonly isProtected?: boolean;
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

/** A sheet that is in a file but not in its list of sheets, with the names of the Excel tables on it. */
export interface UnlistedSheet {
  readonly tables: readonly string[];
}

/** Everything that reading a return needs; a database or program can implement this. */
export interface TableSource {
  /** All Excel tables, and for sheets without any, the blocks that look like a table. */
  tables(): Promise<readonly SheetTable[]>;
  /** A setting the product keeps in the workbook (mapped tables, accepted warnings); null if never set. */
  getSetting(key: string): Promise<string | null>;
  /** Sheets that no program shows because the file does not list them. Absent where there can be none. */
  unlistedSheets?(): Promise<readonly UnlistedSheet[]>;
}

/**
 * Everything the product needs from a spreadsheet: a file, Excel, or the grid in the browser. Reading changes nothing; writing
 * touches only the named cells.
 */
export interface Workbook extends TableSource {
  sheetNames(): Promise<readonly string[]>;
  /** Adds marks; an existing mark on a cell is replaced. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** Removes all marks of this product from the workbook, also those of other users; returns how many. */
  clearMarks(): Promise<number>;
  /**
   * Changes cells, as one undo step if the host supports that. Rejects as a whole with WorkbookError CHANGED_SINCE if an expected
   * value differs.
   */
  change(changes: readonly CellChange[]): Promise<void>;
  /**
   * Appends rows to a table without disturbing other tables. Values in the order of the table's headers. In a calculated column
   * of the table, a row gets the formula if no value is given, or if `calculated` says the value came from a formula.
   */
  appendRows(
    table: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">,
    rows: readonly (readonly CellValue[])[],
    calculated?: (row: number, column: number) => boolean,
  ): Promise<void>;
  /**
   * Deletes an emptied sheet row of a table: the rows below move up, cells beside the table stay. `undo` restores it
   * with the last change. Returns false if the row must stay. Absent if the host cannot delete rows.
   */
  deleteRow?(table: TableArea, row: number): Promise<boolean>;
  /** Extends an Excel table down to this sheet row, over rows that are already filled. */
  extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void>;
  /** A new sheet with these rows (first row bold); a name in use gets " (2)". Returns the name. */
  addSheet(name: string, rows: readonly (readonly CellValue[])[], look?: SheetLook): Promise<string>;
  /** Keeps a small text in the workbook for this product (custom XML part), such as accepted warnings. */
  setSetting(key: string, value: string | null): Promise<void>;
}

/** A change in a workbook: of cells, by this user or a co-author, or of its structure (sheets, tables). */
export type WorkbookEvent =
  | { readonly kind: "cells"; readonly sheet: string; readonly source: "local" | "remote" }
  | { readonly kind: "structure" };

/** A workbook that is open in front of a user. */
export interface LiveWorkbook extends Workbook {
  /** Shows and selects a cell. */
  select(at: CellAt): Promise<void>;
  /** Shows a cell on a hidden row (`select` rejects with HIDDEN_ROW), if the host can. */
  reveal?(at: CellAt): Promise<void>;
  /** Moves the keyboard from the pane to the selected cell, if the host can. */
  enter?(): void;
  selection(): Promise<CellAt | null>;
  /** The selected range with its values; null without one, or for more than `mostPicked` cells. */
  selectedRange?(): Promise<CellRange | null>;
  /** Calls back after edits, also by co-authors; returns an unsubscribe function. */
  subscribe(listener: (event: WorkbookEvent) => void): () => void;
  /** Discards everything read before; the next read is complete, including changes without an event. */
  readAnew?(): void;
  /** True if the host calculates only on request (F9). Known after the tables were read. */
  readonly isCalculatedByHand?: boolean;
  /** Undoes the last change made through this port; false if there is none. */
  undo(): Promise<boolean>;
  /** Inserts the sheets of an .xlsx (the template) after the existing ones. */
  insertSheets(xlsx: Uint8Array): Promise<readonly string[]>;
  /** Inserts a native chart of a range, if the host has charts. */
  insertChart?(sheet: string, range: string, title: string): Promise<void>;
  readonly capabilities: {
    readonly charts: boolean;
    readonly startup: boolean;
    readonly undo: "native" | "own";
    /** Adding or removing a sheet clears the host's undo history. */
    readonly sheetsEndUndo?: boolean;
    /** True if the host cannot save files; their content then goes on a new sheet. */
    readonly savesNoFiles?: boolean;
  };
}
