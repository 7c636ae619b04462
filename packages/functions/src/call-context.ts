import type { Arguments, Context, Language, Result } from "@prestatieafspraken/indicators";
import type { Made } from "./made-cells.js";
import type { Rows } from "./cell.js";

/** Which quarter and party a live function asks about; null = the reporting quarter, all parties in scope. */
export interface LiveScope {
  /** As typed: "2026-Q3", "Q3 2026". */
  readonly quarter: string | null;
  /** As typed: a party's name, alias or id. */
  readonly party: string | null;
  /** Options of the count that the call sets: the label classes, the cap. */
  readonly choices?: Arguments;
}

/** The answers of one workbook, as it was last read. Every method throws InputError for an unknown quarter or party. */
export interface LiveSource {
  /** The indicator counted in the workbook's tables. */
  result(id: string, scope: LiveScope): Result;
  /** The date the result is judged on; null if the workbook has none. */
  day(scope: LiveScope): string | null;
  /** The cells the result was counted from; only the first few are listed by address. */
  madeOf(id: string, scope: LiveScope): Made;
  /** The rows of a function that spills: REPORT, ISSUES, DATA. */
  rows(id: string, scope: LiveScope, language: Language): Rows;
}

/** Everything an answer depends on besides the function's arguments. */
export interface CallContext extends Context {
  readonly language: Language;
  /** The workbook's answers; null without a workbook (a formula on its own). */
  readonly live: LiveSource | null;
}
