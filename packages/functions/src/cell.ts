import type { FilledValue, Result, Scalar, Text } from "@prestatieafspraken/indicators";
import type { Card } from "./card.js";

/**
 * One argument as a host passes it: a cell, a range (an array of rows), or null if omitted. Errors of other cells are passed on.
 */
export type CellInput = CellGiven | readonly (readonly CellGiven[])[];

/** One cell that a function is given. */
export type CellGiven = Scalar | CellFault;

/** The error values that a function is given and gives. */
export const faultCodes = ["#VALUE!", "#N/A", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"] as const;

/** An error value that a function is given or gives. The message reaches the user only with #VALUE! and #N/A. */
export class CellFault {
  /** Lets nothing else that has a code pass for a fault. */
  declare protected readonly isFault: true;
  constructor(
    readonly code: (typeof faultCodes)[number],
    readonly sentence?: Text,
  ) {}
}

/** The fault for the error value of a cell; #VALUE! for an error that only newer programs know, such as #SPILL!. */
export const faultOf = (error: unknown): CellFault =>
  new CellFault(faultCodes.find((code) => code === error) ?? "#VALUE!");

/** One cell of an answer. A number is unrounded; `format` is a number format the host may apply (always en-US: "0.0%"). */
export interface CellAnswer {
  readonly value: FilledValue;
  readonly format?: string;
}

/** The rows of an answer of several cells. */
export type Rows = readonly (readonly CellAnswer[])[];

/** The cell of an answer that is one cell; null if the answer spills. */
export const onlyCell = (rows: Rows): CellAnswer | null =>
  rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : null;

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
