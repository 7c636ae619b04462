import type { Field, Facts } from "@prestatieafspraken/indicators";
import type { Reading } from "../return.js";
import type { CellValue } from "../workbook.js";
import type { PartyNames } from "./party-names.js";

/** What is said about a cell beside what was read: the rule that says it, and the facts it says it with. */
export interface Remark {
  readonly rule: string;
  readonly facts?: Facts;
  /** Only where the fix is certain: what the cell should hold. */
  readonly replacement?: CellValue;
}

export interface Outcome {
  readonly reading: Reading;
  readonly remark?: Remark;
}

/** What a reader knows besides the cell. */
export interface ReadingContext {
  readonly field: Field;
  readonly parties: PartyNames;
}

/** Reads one filled cell of one kind; empty cells and errors never get this far. */
export type CellReader = (
  value: string | number | boolean,
  context: ReadingContext,
  /** The number in the cell is shown as a date; undefined where the host cannot tell. */
  isDate: boolean | undefined,
) => Outcome;

export const MISSING: Outcome = { reading: { state: "missing" } };
export const NOT_APPLICABLE: Outcome = { reading: { state: "not applicable" } };

export const plain = (value: string | number | boolean): Outcome => ({ reading: { state: "value", value } });

/** Read generously: usable, with a note, and with what the cell should hold where that is certain. */
export const repaired = (
  value: string | number | boolean,
  rule: string,
  facts: Facts = {},
  replacement?: CellValue,
): Outcome => ({
  reading: { state: "value", value, repaired: true },
  remark: { rule, facts, ...(replacement !== undefined && { replacement }) },
});

export const doubtful = (rule: string, facts: Facts = {}): Outcome => ({
  reading: { state: "doubtful" },
  remark: { rule, facts },
});

export const refused = (rule: string, facts: Facts = {}): Outcome => ({
  reading: { state: "refused" },
  remark: { rule, facts },
});
