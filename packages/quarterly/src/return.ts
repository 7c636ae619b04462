import type { Agreement, Language, TableDefinition } from "@prestatieafspraken/indicators";
import type { Issue } from "./issue.js";
import type { CellValue, SheetTable } from "./workbook.js";

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

/**
 * A table of the return, column by column, so that a hundred thousand rows stay small. Blank rows and subtotals are left out;
 * row i stands in `raw.rows[i]`. Values: numbers for counts and euro, texts for dates ("2026-09-30"), quarters, party ids and labels.
 */
export interface ReturnTable {
  readonly definition: TableDefinition;
  readonly raw: SheetTable;
  readonly length: number;
  /** The usable value of a cell, or null. */
  value(header: string, index: number): string | number | boolean | null;
  reading(header: string, index: number): Reading;
  /** The cell as typed; also for columns that are not ours. */
  typed(header: string, index: number): CellValue;
  /** The cell as people see it, for quoting: a day as a day, 0.15 as "15%" where it is shown so. */
  shown(header: string, index: number): string;
  /** The same for one column, by row: for whoever looks at all of them. */
  typedAt(header: string): (index: number) => CellValue;
  /** A1 reference of a cell; null when the column is not there. */
  cell(header: string, index: number): string | null;
  has(header: string): boolean;
  /** Where a row stands: its block of cells, and its place among the rows of it. */
  origin(index: number): { readonly block: SheetTable; readonly row: number };
  /** Rows that stand right under an Excel table and so outside it; read all the same, and named. */
  readonly outside: readonly { readonly from: number; readonly until: number; readonly table: SheetTable }[];
  /** The sheet and the sheet's row number of a row; rows of several sheets may have been put together. */
  sheet(index: number): string;
  row(index: number): number;
}

/** What PA_Instellingen says: which agreement, which quarter, and which definition was chosen where there is a choice. */
export interface Settings {
  /** The reporting quarter, "2026-Q3"; null when nobody said. */
  readonly quarter: string | null;
  /** Peildatum; the last day of the quarter unless given. */
  readonly day: string | null;
  /** The language of the words that cells of this workbook hold, whoever looks at them; Dutch unless Taal says otherwise. */
  readonly language: Language;
  readonly municipality: string | null;
  /** Cijfers says that the figures are invented, as in the sample. */
  readonly fictitious: boolean;
  /** Value by parameter id, defaults of the agreement filled in. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameter ids somebody set in the workbook. */
  readonly chosen: readonly string[];
}

/** A quarterly return as read from a workbook: everything usable, and everything that was odd about it. */
export interface Return {
  /** Tables found, by canonical name; a table that is not there is not in the map. */
  readonly tables: ReadonlyMap<string, ReturnTable>;
  /** The agreement in force here: the agreement file as PA_Normen changes it. */
  readonly agreement: Agreement;
  /** The agreement file itself. */
  readonly original: Agreement;
  readonly settings: Settings;
  /** Quarters that occur in the tables, in order. */
  readonly quarters: readonly string[];
  /** What reading itself found: repaired, doubtful, refused, missing columns. */
  readonly issues: readonly Issue[];
  /** Warnings a party accepted, by issue key. */
  readonly accepted: ReadonlyMap<string, NonNullable<Issue["accepted"]>>;
  /** SHA-256 of the cells read, so that a report can say what it is about. */
  readonly hash: string;
}
