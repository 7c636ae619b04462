import type { Field, Facts, FilledValue } from "@prestatieafspraken/indicators";
import type { Reading } from "../return.js";
import type { CellValue } from "../workbook.js";
import type { PartyNames } from "./party-names.js";

/** A remark about a cell: the rule that makes it, and its facts. */
export interface Remark {
  readonly rule: string;
  readonly facts?: Facts;
  /** The correct value, only if it is certain. */
  readonly replacement?: CellValue;
  /** Possible values, if the user has to choose. */
  readonly proposals?: readonly CellValue[];
}

/** What a cell was read as, with a remark if there is one. */
export interface Outcome {
  readonly reading: Reading;
  readonly remark?: Remark;
}

/** What a cell reader knows besides the cell. */
export interface ReadingContext {
  readonly field: Field;
  readonly parties: PartyNames;
}

/** How a host shows the cell. */
export interface CellLook {
  /** True if the number is shown as a date; undefined if the host cannot tell. */
  readonly isDate?: boolean | undefined;
  /** The number format, if the cell shows something other than the bare number. */
  readonly format?: string | null;
  readonly hasFormula?: boolean;
}

/** Reads one filled cell of one type; empty cells and errors are handled earlier. */
export type CellReader = (value: FilledValue, context: ReadingContext, look: CellLook) => Outcome;

export const MISSING: Outcome = { reading: { state: "missing" } };
export const NOT_APPLICABLE: Outcome = { reading: { state: "not applicable" } };

export const plain = (value: FilledValue): Outcome => ({ reading: { state: "value", value } });

/** Usable after a tolerant reading: with a remark, and a replacement if that is certain. */
export const repaired = (
  value: FilledValue,
  rule: string,
  facts: Facts = {},
  replacement?: CellValue,
  proposals: readonly CellValue[] = [],
): Outcome => ({
  reading: { state: "value", value, repaired: true },
  remark: {
    rule,
    facts,
    ...(replacement !== undefined && { replacement }),
    ...(proposals.length > 0 && { proposals }),
  },
});

const unusable =
  (state: "doubtful" | "refused") =>
  (rule: string, facts: Facts = {}, proposals: readonly CellValue[] = []): Outcome => ({
    reading: { state },
    remark: { rule, facts, ...(proposals.length > 0 && { proposals }) },
  });

/** Not used until confirmed; with the possible values, if known. */
export const doubtful = unusable("doubtful");
/** Cannot be read as a value of the column's type. */
export const refused = unusable("refused");
