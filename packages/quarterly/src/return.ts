import type { CellValue, SheetTable } from "./workbook.js";
import type { TableDefinition } from "./field.js";

/**
 * What was in a cell, once read:
 * - value: the value; `repaired` when it had to be read generously (a note goes with it);
 * - missing: nothing there, or "onbekend";
 * - not applicable: "n.v.t.";
 * - doubtful: an estimate or an ambiguous text; not used in calculation until somebody confirms;
 * - refused: cannot be read as what the column holds.
 * Missing, not applicable and zero are three different things, from cell to report.
 */
export type Reading =
  | { readonly state: "value"; readonly value: string | number | boolean; readonly repaired?: boolean }
  | { readonly state: "missing" }
  | { readonly state: "not applicable" }
  | { readonly state: "doubtful" }
  | { readonly state: "refused" };

/** A row of a table of the return. Values by Dutch header: numbers for counts and euro, texts for dates ("2026-09-30"), quarters, party ids, labels; null where there is no usable value. */
export interface Row {
  /** Index in `raw.rows`. */
  readonly index: number;
  /** Row number on the sheet. */
  readonly row: number;
}

/** A table of the return, column by column, so that a hundred thousand rows stay small. */
export interface ReturnTable {
  readonly definition: TableDefinition;
  readonly raw: SheetTable;
  readonly length: number;
  /** The usable value of a cell, or null. */
  value(header: string, index: number): string | number | boolean | null;
  reading(header: string, index: number): Reading;
  /** The cell as typed; also for columns that are not ours. */
  typed(header: string, index: number): CellValue;
  /** A1 reference of a cell; null when the column is not there. */
  cell(header: string, index: number): string | null;
  has(header: string): boolean;
}
