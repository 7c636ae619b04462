import type { Facts, Text } from "@prestatieafspraken/indicators";
import type { CellValue } from "./workbook.js";

export type Severity = "error" | "warning" | "info";

/** Something about the return that somebody has to look at. Facts first; the sentences are made from them. */
export interface Issue {
  /** "PA-203": number of the rule, also the name of its page. */
  readonly rule: string;
  readonly severity: Severity;
  /** Canonical name: "PA_Nieuwbouw". */
  readonly table: string;
  readonly sheet: string | null;
  /** "D7"; null when it is about a whole table. */
  readonly cell: string | null;
  /** Dutch header of the column as defined; null when about a row or table. */
  readonly field: string | null;
  /** Row number of the sheet. */
  readonly row: number | null;
  readonly facts: Facts;
  readonly message: Text;
  readonly fix: Text;
  /** Party (id) and quarter of the row, for filtering. */
  readonly party: string | null;
  readonly quarter: string | null;
  /** Only where the fix is certain: the value the cell should have. */
  readonly replacement?: { readonly before: CellValue; readonly after: CellValue };
  /** Stable over runs while the value is the same: for accepting a warning. */
  readonly key: string;
  /** The sentence with which a party accepted this warning. */
  readonly accepted?: { readonly party: string; readonly day: string; readonly sentence: string };
}
