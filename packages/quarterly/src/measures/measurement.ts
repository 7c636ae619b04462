import {
  nothingOpen,
  type Arguments,
  type Context,
  type Open,
  type QuarterId,
  type Reason,
  type Text,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";

/** What a live indicator is asked about. */
export interface Ask {
  readonly quarter: QuarterId;
  /** Party id; null = all parties in scope together. */
  readonly party: string | null;
  /** Only the quarter itself, where the indicator is judged over the year to date. */
  readonly quarterOnly?: boolean;
}

/** Counted in the workbook: what to hand to `evaluate`, and what a reader has to know beside it. */
export interface Measured {
  readonly state: "measured";
  readonly args: Arguments;
  readonly context: Pick<Context, "inclusive">;
  readonly notes: readonly Text[];
  /** Who sent nothing and which quarters are missing, so that a verdict could change. */
  readonly open: Open;
  /** Something is not known, so that "gehaald" cannot be said yet although the figure reaches the norm. */
  readonly unproven?: Text;
}

/** Cannot be said from this workbook: says which table, column, party or quarter is missing, and what to do. */
export interface Absent {
  readonly state: "absent";
  readonly reason: Reason;
  readonly because: Text;
  readonly notes: readonly Text[];
}

export type Measurement = Measured | Absent;

/** One live indicator: from the tables of a return to the arguments of its calculation. */
export type Measure = (ret: Return, ask: Ask) => Measured;

/** Thrown inside a measure at the first thing that makes the answer impossible; `measure` turns it into an answer. */
export class CannotSay extends Error {
  override readonly name = "CannotSay";
  constructor(
    readonly sentence: Text,
    readonly reason: Reason = "missing",
  ) {
    super(sentence.nl);
  }
}

export const measured = (
  args: Arguments,
  notes: readonly (Text | null)[] = [],
  more: { readonly inclusive?: boolean; readonly unproven?: Text; readonly open?: Open } = {},
): Measured => ({
  state: "measured",
  args,
  context: more.inclusive === undefined ? {} : { inclusive: more.inclusive },
  notes: notes.filter((note) => note !== null),
  open: more.open ?? nothingOpen,
  ...(more.unproven && { unproven: more.unproven }),
});
