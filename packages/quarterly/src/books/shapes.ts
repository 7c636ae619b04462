import type {
  Answer,
  Arguments,
  BookSource,
  LimitSeries,
  Open,
  Quantity,
  QuarterId,
  Question,
  Reason,
  Text,
} from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import type { Group, Pass } from "./pass.js";
import type { Resolved } from "./resolve.js";

/** A group of rows an answer was counted from. */
export interface Used {
  readonly pass: Pass;
  readonly group: Group;
}

/** What a question is asked about. */
export interface Asked {
  readonly quarter: QuarterId;
  /** Party id; null = all the indicator is about. */
  readonly party: string | null;
  /** Only the quarter itself, where the indicator is judged over the year to date. */
  readonly quarterOnly?: boolean;
  /** Parties the indicator is about. */
  readonly scope: readonly string[];
}

/** The groups an answer is made of, and whose they are. */
export interface Covered {
  readonly used: readonly Used[];
  readonly parties: { readonly delivered: readonly string[]; readonly silent: readonly string[] };
  readonly quarters: {
    readonly asked: readonly QuarterId[];
    readonly used: readonly QuarterId[];
    /** Quarters of the period before the table begins. */
    readonly missing: readonly QuarterId[];
  };
  readonly notes: readonly Text[];
  /** Could a row of this quarter and party belong to the answer? Either may be unreadable. */
  readonly wanted: (quarter: string, party: string) => boolean;
}

/** Party -> quarter -> where its rows are, in the order of the tables of the book. */
export type Presence = ReadonlyMap<string, ReadonlyMap<QuarterId, readonly Used[]>>;

/** An answer with what it was counted from, for whoever looks into its cells. */
export interface Answered extends Answer {
  readonly resolved: Resolved;
  readonly used: readonly Used[];
}

/** What a live indicator is asked about. */
export interface Ask {
  readonly quarter: QuarterId;
  /** Party id; null = all parties in scope together. */
  readonly party: string | null;
  /** Only the quarter itself, where the indicator is judged over the year to date. */
  readonly quarterOnly?: boolean;
}

/** Counted in the workbook: the figure, what it is made of, and what a reader has to know beside it. */
export interface Counted {
  readonly state: "counted";
  /** What the calculation is given, where it is given arguments. */
  readonly args: Arguments;
  readonly quantity: Quantity;
  /** The answers the figure is made of. */
  readonly made: readonly Answered[];
  readonly notes: readonly Text[];
  /** What is not known, so that a verdict could change. */
  readonly open: Open;
  /** The figure is of other rows than the norm is about, because there are none of those: shown, and not judged. */
  readonly instead: boolean;
}

/** Cannot be said from this workbook: says which table, column, party or quarter is missing, and what to do. */
export interface Absent {
  readonly state: "absent";
  readonly reason: Reason;
  readonly because: Text;
  readonly notes: readonly Text[];
}

export type Counting = Counted | Absent;

/** What was counted in a return before: a question is asked of a table once, however many cells want to know. */
export interface Ledger {
  readonly ret: Return;
  readonly limits: readonly LimitSeries[];
  /** @throws CannotSay where a table, column, party, quarter or cell makes the answer impossible. */
  ask(question: Question, asked: Asked): Answered;
  pass(table: ReturnTable, source: BookSource, resolved: Resolved): Pass;
  /** The figure with this key, worked out once. */
  figure(key: string, work: () => Counting): Counting;
  presence(resolved: Resolved, passes: readonly Pass[]): Presence;
}
