import type { Facts, Text } from "@prestatieafspraken/indicators";
import type { CellAt, CellValue, SheetTable, TableArea } from "./workbook.js";

/** How serious an issue is: an error blocks the figure, a warning comes with the figure, info is good to know. */
export type Severity = "error" | "warning" | "info";

/** A cell that a fix sets; `before` detects a change made since it was read. */
export interface CellToSet extends CellAt {
  readonly before: CellValue;
  readonly after: CellValue;
}

/** One step of a fix. */
export type FixStep =
  | { readonly kind: "set"; readonly cells: readonly CellToSet[] }
  /** Empties the row, and removes it where the host can: cells next to the table stay in place either way. */
  | {
      readonly kind: "deleteRow";
      readonly place: TableArea;
      /** The sheet row. */
      readonly row: number;
      readonly cells: readonly CellToSet[];
    }
  | {
      readonly kind: "addRows";
      readonly place: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">;
      /** Values in the order of the table's headers. */
      readonly rows: readonly (readonly CellValue[])[];
    }
  | {
      readonly kind: "extendTable";
      readonly place: Pick<SheetTable, "name" | "sheet">;
      /** The sheet row that becomes the last row of the table. */
      readonly lastRow: number;
    }
  /** Keeps the value that contradictions (by key) are about. */
  | { readonly kind: "keepHere"; readonly contradictions: readonly string[] };

/** A correction that one button can apply. */
export interface Fix {
  /** The label of the button: "Totaal = 349". */
  readonly label: Text;
  readonly steps: readonly FixStep[];
}

/** A finding about the return that needs attention. The messages are made from its facts. */
export interface Issue {
  /** The rule number ("PA-203"), also the name of its page. */
  readonly rule: string;
  readonly severity: Severity;
  /** Canonical name: "PA_Nieuwbouw". */
  readonly table: string;
  readonly sheet: string | null;
  /** "D7"; null for an issue about a whole table. */
  readonly cell: string | null;
  /** Dutch header of the column as defined; null for an issue about a row or table. */
  readonly field: string | null;
  /** Row number in the sheet. */
  readonly row: number | null;
  readonly facts: Facts;
  readonly message: Text;
  readonly fix: Text;
  /** Party (id) and quarter of the row, for filtering. */
  readonly party: string | null;
  readonly quarter: string | null;
  /** The correct value of the cell, only if it is certain. */
  readonly replacement?: { readonly before: CellValue; readonly after: CellValue };
  /** The range of cells or rows with the same finding: "D6:D53". */
  readonly range?: string;
  /** All possible corrections, one button each; the certain replacement is one of them. */
  readonly fixes?: readonly Fix[];
  /** Stable between runs while the value is unchanged; identifies an accepted warning. */
  readonly key: string;
  /** The explanation with which a party accepted this warning. */
  readonly accepted?: { readonly party: string; readonly day: string; readonly sentence: string };
}
