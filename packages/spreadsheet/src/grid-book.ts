import type { CellValue } from "@prestatieafspraken/quarterly";
import type { ReferencedTable } from "./structured-reference.js";

/** Style of a cell. Colours are "#RRGGBB". */
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
  readonly vertical: "top" | "center" | null;
}

/** A cell as stored in the file, counted from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** For a formula: its cached value. */
  readonly value: CellValue;
  /** As stored, without "="; null if there is none. */
  readonly formula: string | null;
  readonly look: CellLook | null;
  /** A1 reference of the formula that spills into this cell; null if no formula does. */
  readonly spilledFrom: string | null;
}

/** A choice list on cells, with fixed values or the values in a range. */
export interface GridChoices {
  readonly ranges: readonly string[];
  readonly values: readonly string[] | { readonly range: string };
  /** True if other values are refused, false if they only cause a warning. */
  readonly blocks: boolean;
}

/** A conditional format. */
export interface GridRule {
  readonly ranges: readonly string[];
  /** Operator as in the file: "equal", "greaterThan", ...; "expression" for a formula. */
  readonly operator: string;
  /** Operands: values or formulas, without "=". */
  readonly values: readonly string[];
  readonly look: { readonly textColor?: string; readonly fillColor?: string; readonly bold?: boolean };
}

/** A sheet of a workbook file as the grid uses it. */
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
  /** Heights of rows for several lines of text, in points, by row counted from 1. */
  readonly heights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly choices: readonly GridChoices[];
  readonly rules: readonly GridRule[];
}

/**
 * The part of a workbook file that the grid uses. Everything else (figures, comments, properties) stays in the file
 * unchanged.
 */
export interface GridBook {
  readonly sheets: readonly GridSheet[];
  /** Workbook-wide names: "Doelstelling" -> "Indicatoren!$B$2". */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}
