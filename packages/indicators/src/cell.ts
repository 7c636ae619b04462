import { cleaned } from "./typed.js";

/** What a filled cell holds when nothing is wrong with it. */
export type FilledValue = string | number | boolean;
/** A value as a cell, JSON or another program passes it; null is a missing value. */
export type Scalar = FilledValue | null;

/** The error value of a cell: "#N/A". */
export interface CellError {
  readonly error: string;
  /** True if the cell holds a linked data type or a picture: Excel shows it, but there is no text or number to read. */
  readonly entity?: true;
}

/** The value of a cell in a workbook; an empty cell is null, never 0. */
export type CellValue = Scalar | CellError;

/** The value of a cell to write; a day ("2026-09-30") is stored as the workbook's own kind of date. */
export type CellToWrite = CellValue | { readonly day: string };

/**
 * True for a cell without content, with nothing but spaces or invisible characters, or with a formula that shows nothing: the
 * one meaning of an empty cell, for finding tables, reading, counting and writing alike.
 */
export const isEmptyCell = (value: unknown): value is null | undefined | "" =>
  value === null || value === undefined || (typeof value === "string" && isBlank(value));

/** The first character decides for nearly every text. */
const isBlank = (text: string): boolean => text === "" || (!/^[!-~]/.test(text) && cleaned(text) === "");

/** The text of a cell: "" if it has none, the error value of an error. */
export const cellText = (value: CellValue | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? value.error : String(value);

/**
 * True if two cells have the same content. A formula that shows nothing equals a cell without content; spaces count, and the
 * text "1" is not the number 1.
 */
export const sameCell = (a: CellValue, b: CellValue): boolean =>
  typeof a === "object" && typeof b === "object" && a !== null && b !== null
    ? a.error === b.error
    : (a ?? "") === (b ?? "");
