import type { Result, Text } from "@prestatieafspraken/indicators";
import type { Card } from "./card.js";

/**
 * One argument as a host passes it: a cell, a range (an array of rows), or null if omitted. Errors of other cells are passed on.
 */
export type CellInput =
  | string
  | number
  | boolean
  | null
  | CellFault
  | readonly (readonly (string | number | boolean | null | CellFault)[])[];

/** An error value of a cell. The message reaches the user only with #VALUE! and #N/A. */
export class CellFault {
  constructor(
    readonly code: "#VALUE!" | "#N/A" | "#REF!" | "#DIV/0!" | "#NUM!" | "#NAME?" | "#NULL!",
    readonly sentence?: Text,
  ) {}
}

/** One cell of an answer. A number is unrounded; `format` is a number format the host may apply (always en-US: "0.0%"). */
export interface CellAnswer {
  readonly value: string | number | boolean;
  readonly format?: string;
}

/** The rows of an answer of several cells. */
export type Rows = readonly (readonly CellAnswer[])[];

/**
 * The answer of a PA function: one cell, rows of cells that spill, or an error. `result` holds the full result behind a single
 * number.
 */
export interface Answer {
  readonly cells: Rows | CellFault;
  readonly result?: Result;
  /** The card of a single number, for hosts that can show one. */
  readonly card?: Card;
}
