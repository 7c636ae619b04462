import type { CellValue } from "@prestatieafspraken/quarterly";
import type { ReferencedTable } from "./structured-reference.js";

/** How a cell looks. Colours are "#RRGGBB". */
export interface CellLook {
  readonly format: string;
  /** Locked when the sheet is protected. */
  readonly locked: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly textColor: string | null;
  readonly fillColor: string | null;
  readonly wrap: boolean;
  readonly align: "left" | "center" | "right" | null;
}

/** A cell as the file keeps it, counted from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** With a formula: the value the file holds beside it. */
  readonly value: CellValue;
  /** As stored, without "="; null when there is none. */
  readonly formula: string | null;
  readonly look: CellLook | null;
  /** A1 reference of the formula that fills this cell from elsewhere; null for a cell of its own. */
  readonly spilledFrom: string | null;
}

/** A choice list on cells: of these values, or of what stands in these cells. */
export interface GridChoices {
  readonly ranges: readonly string[];
  readonly values: readonly string[] | { readonly range: string };
  /** Refuses other values, instead of warning. */
  readonly blocks: boolean;
}

/** A look that depends on the value. */
export interface GridRule {
  readonly ranges: readonly string[];
  /** As the file names it: "equal", "greaterThan", ...; "expression" for a formula. */
  readonly operator: string;
  /** Values or formulas, without "=". */
  readonly values: readonly string[];
  readonly look: { readonly textColor?: string; readonly fillColor?: string; readonly bold?: boolean };
}

export interface GridSheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
  readonly cells: Iterable<GridCell>;
  /** Merged areas: "A1:C1". */
  readonly merged: readonly string[];
  readonly tables: readonly ReferencedTable[];
  readonly columns: readonly { readonly column: number; readonly width: number; readonly hidden: boolean }[];
  /** Sheet rows, counted from 1. */
  readonly hiddenRows: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly choices: readonly GridChoices[];
  readonly rules: readonly GridRule[];
}

/** What the grid takes over from a workbook file. All else (figures, comments, properties) stays in the file, untouched. */
export interface GridBook {
  readonly sheets: readonly GridSheet[];
  /** Names of the whole workbook: "Doelstelling" -> "Indicatoren!$B$2". */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}
