import type { Agreement, Language, TableDefinition, Scalar, FilledValue } from "@prestatieafspraken/indicators";
import type { OpenContradiction } from "./collect/open.js";
import type { Issue } from "./issue.js";
import type { CellValue, SheetTable } from "./workbook.js";

/**
 * A cell as read:
 * - value: the value; `repaired` if it took a tolerant reading (with a note);
 * - missing: empty, or "onbekend";
 * - not applicable: "n.v.t.";
 * - doubtful: an estimate or an ambiguous text; not used until confirmed;
 * - refused: cannot be read as a value of the column's type.
 * Missing, not applicable and zero stay different, from cell to report.
 */
export type Reading =
  | { readonly state: "value"; readonly value: FilledValue; readonly repaired?: boolean }
  | { readonly state: "missing" }
  | { readonly state: "not applicable" }
  | { readonly state: "doubtful" }
  | { readonly state: "refused" };

/** Row i has the usable value `values[codes[i]]`; null, the first value, if it has none. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly values: readonly Scalar[];
}

/**
 * A table of the return, stored by column, so that a hundred thousand rows stay small. Blank rows and subtotals are left out; row
 * i is `raw.rows[i]`. Values: numbers for counts and EUR, texts for dates ("2026-09-30"), quarters, party ids and labels.
 */
export interface ReturnTable {
  readonly definition: TableDefinition;
  readonly raw: SheetTable;
  readonly length: number;
  /** The usable value of a cell, or null. */
  value(header: string, index: number): Scalar;
  reading(header: string, index: number): Reading;
  /** The cell as typed; also for other columns than those of the return. */
  typed(header: string, index: number): CellValue;
  /** The cell as displayed, for quoting: a date as a date, 0.15 as "15%" if formatted so. */
  shown(header: string, index: number): string;
  /** As `value`, for all rows of one column. */
  valueAt(header: string): (index: number) => Scalar;
  /** A column with recurring values, such as labels and parties, by number; null for other and missing columns. */
  coded(header: string): CodedColumn | null;
  /** As `typed`, for all rows of one column. */
  typedAt(header: string): (index: number) => CellValue;
  /** A1 reference of a cell; null if the column is missing. */
  cell(header: string, index: number): string | null;
  has(header: string): boolean;
  /** The origin of a row: its block of cells and its index in that block. */
  origin(index: number): { readonly block: SheetTable; readonly row: number };
  /** Rows below an Excel table, hence outside it; read and reported. */
  readonly outside: readonly { readonly from: number; readonly until: number; readonly table: SheetTable }[];
  /** The sheet of a row; rows may come from several sheets. `row` is its row number in that sheet. */
  sheet(index: number): string;
  row(index: number): number;
}

/** The contents of PA_Instellingen: agreement, quarter, and chosen definitions. */
export interface Settings {
  /** The reporting quarter, "2026-Q3"; null if not filled in. */
  readonly quarter: string | null;
  /** Peildatum; by default the last day of the quarter. */
  readonly day: string | null;
  /** The language of texts in the cells of this workbook, for all users; Dutch by default (setting Taal). */
  readonly language: Language;
  readonly municipality: string | null;
  /** True if the setting Cijfers says that the figures are invented, as in the sample. */
  readonly fictitious: boolean;
  /** Values by parameter id, with the agreement's defaults filled in. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Ids of the parameters with a value chosen in the workbook. */
  readonly chosen: readonly string[];
  /** Names of the parameters whose value cannot be read (PA-005), by id; the agreement's value is used. */
  readonly unread: Readonly<Record<string, string>>;
}

/** A quarterly return as read from a workbook: everything usable, and all issues found while reading. */
export interface Return {
  /** Tables found, by canonical name; missing tables are absent. */
  readonly tables: ReadonlyMap<string, ReturnTable>;
  /** The agreement as changed by PA_Normen. */
  readonly agreement: Agreement;
  /** The agreement file itself. */
  readonly original: Agreement;
  readonly settings: Settings;
  /** Quarters found in the tables, in order. */
  readonly quarters: readonly string[];
  /** Issues found while reading: repaired, doubtful, refused, missing columns. */
  readonly issues: readonly Issue[];
  /** Warnings a party accepted, by issue key. */
  readonly accepted: ReadonlyMap<string, NonNullable<Issue["accepted"]>>;
  /** Cells for which another return has another value, and nobody has chosen. */
  readonly contradictions: readonly OpenContradiction[];
  /** The quarter for which rows were prepared; null if none. */
  readonly prepared: string | null;
  /** SHA-256 of the cells read, to identify the input of a report. Computed on access: a check does not need it. */
  readonly hash: string;
}
