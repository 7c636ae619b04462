import type { Arguments, Context, Language, Result } from "@prestatieafspraken/indicators";
import type { Made } from "./made-cells.js";
import type { Rows } from "./cell.js";

/** Which part of the workbook a live function is about; null = the reporting quarter, all parties in scope. */
export interface LiveScope {
  /** As typed: "2026-Q3", "Q3 2026". */
  readonly quarter: string | null;
  /** As typed: a party's name, other spelling or id. */
  readonly party: string | null;
  /** How the tables are counted, where the call says so: the label classes, the cap. */
  readonly choices?: Arguments;
}

/** What a workbook answers by itself. Bound to one reading of the workbook. Throws InputError for a quarter or party it does not know. */
export interface LiveSource {
  /** The indicator over the workbook's tables. */
  result(id: string, scope: LiveScope): Result;
  /** The day such a result is judged on; null where nobody said. */
  day(scope: LiveScope): string | null;
  /** The cells such a result was counted from, the first of them by name. */
  madeOf(id: string, scope: LiveScope): Made;
  /** The rows of an answer that takes several cells: REPORT, ISSUES, DATA. */
  rows(id: string, scope: LiveScope, language: Language): Rows;
}

/** What the answer of a function depends on besides its arguments. */
export interface CallContext extends Context {
  readonly language: Language;
  /** The workbook, read; null when there is none (a formula by itself). */
  readonly live: LiveSource | null;
}
