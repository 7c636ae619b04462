import type { Facts, Text } from "@prestatieafspraken/indicators";
import type { CellAt, CellValue, SheetTable } from "./workbook.js";

export type Severity = "error" | "warning" | "info";

/** A cell that a fix sets; `before` guards against somebody having changed it since it was read. */
export interface CellToSet extends CellAt {
  readonly before: CellValue;
  readonly after: CellValue;
}

/** One thing that a fix does. */
export type FixStep =
  | { readonly kind: "set"; readonly cells: readonly CellToSet[] }
  /** The row is emptied: what stands beside the table stays where it is, and an empty row is no row of the return. */
  | { readonly kind: "deleteRow"; readonly sheet: string; readonly row: number; readonly cells: readonly CellToSet[] }
  | {
      readonly kind: "addRows";
      readonly place: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">;
      /** Values in the order of the table's headers. */
      readonly rows: readonly (readonly CellValue[])[];
    }
  | {
      readonly kind: "extendTable";
      readonly place: Pick<SheetTable, "name" | "sheet">;
      /** Sheet row that becomes the last one of the table. */
      readonly lastRow: number;
    };

/** A way to mend what an issue is about, small enough for one button. */
export interface Fix {
  /** What the button says: "Totaal = 349". */
  readonly label: Text;
  readonly steps: readonly FixStep[];
}

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
  /** The cells or rows the same finding stands in, one below the other: "D6:D53". */
  readonly range?: string;
  /** Everything that would mend it, one button each; a choice where there are several. The certain replacement is one of them. */
  readonly fixes?: readonly Fix[];
  /** Stable over runs while the value is the same: for accepting a warning. */
  readonly key: string;
  /** The sentence with which a party accepted this warning. */
  readonly accepted?: { readonly party: string; readonly day: string; readonly sentence: string };
}
