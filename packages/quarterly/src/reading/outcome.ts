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
  /** What the cell may have to hold, where there is a choice; somebody has to choose. */
  readonly proposals?: readonly CellValue[];
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

/** How a host shows the cell. */
export interface CellLook {
  /** The number is shown as a date; undefined where the host cannot tell. */
  readonly isDate?: boolean | undefined;
  /** The number format, where people see something else than the number. */
  readonly format?: string | null;
  readonly hasFormula?: boolean;
}

/** Reads one filled cell of one kind; empty cells and errors never get this far. */
export type CellReader = (value: string | number | boolean, context: ReadingContext, look: CellLook) => Outcome;

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

const unusable =
  (state: "doubtful" | "refused") =>
  (rule: string, facts: Facts = {}, proposals: readonly CellValue[] = []): Outcome => ({
    reading: { state },
    remark: { rule, facts, ...(proposals.length > 0 && { proposals }) },
  });

/** Not calculated with until somebody confirms; with what it may be, where that is known. */
export const doubtful = unusable("doubtful");
/** Cannot be read as what the column holds. */
export const refused = unusable("refused");
