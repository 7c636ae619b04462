import type { Result, Text } from "@prestatieafspraken/indicators";
import type { Card } from "./card.js";

/** What a host hands over for one argument: a cell, a range (rows of cells), or nothing (null). Errors of other cells are passed on. */
export type CellInput =
  string | number | boolean | null | CellFault | readonly (readonly (string | number | boolean | null | CellFault)[])[];

/** An error value of a cell. A sentence reaches the user only with #VALUE! and #N/A. */
export class CellFault {
  constructor(
    readonly code: "#VALUE!" | "#N/A" | "#REF!" | "#DIV/0!" | "#NUM!" | "#NAME?" | "#NULL!",
    readonly sentence?: Text,
  ) {}
}

/** One cell of an answer: exact where it is a number, with the number format a host may apply (always in en-US form: "0.0%"). */
export interface CellAnswer {
  readonly value: string | number | boolean;
  readonly format?: string;
}

/** An answer that takes several cells. */
export type Rows = readonly (readonly CellAnswer[])[];

/** What a PA function answers: one cell, rows of cells that spill, or an error. `result` is the whole story behind one number. */
export interface Answer {
  readonly cells: Rows | CellFault;
  readonly result?: Result;
  /** What one number carries with it, where a host can show that. */
  readonly card?: Card;
}
