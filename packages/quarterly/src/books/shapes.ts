import type {
  Answer,
  Arguments,
  BookSource,
  LimitSeries,
  Open,
  Part,
  Quantity,
  QuarterId,
  Question,
  Reason,
  Text,
} from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import type { Group, Pass } from "./pass.js";
import type { Resolved } from "./resolve.js";
import type { Unclear } from "./unclear.js";

/** A group of rows an answer was counted from. */
export interface Used {
  readonly pass: Pass;
  readonly group: Group;
}

/** The quarter and party a live indicator is asked for. */
export interface Ask {
  readonly quarter: QuarterId;
  /** Party id; null = all parties in scope together. */
  readonly party: string | null;
  /** Count only the quarter itself, for an indicator judged over the year to date. */
  readonly quarterOnly?: boolean;
  /** Count only projects in these phases; a project whose phase is not known may be one of them. */
  readonly phases?: readonly string[] | undefined;
}

/** What a question is asked about. */
export interface Asked extends Ask {
  /** Parties the indicator is about. */
  readonly scope: readonly string[];
}

/** The groups that make up an answer, with their parties and quarters. */
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
  /** True if a row of this quarter and party may belong to the answer; either may be unreadable. */
  readonly wanted: (quarter: string, party: string) => boolean;
}

/** Party -> quarter -> groups of rows, in the order of the book's tables. */
export type Presence = ReadonlyMap<string, ReadonlyMap<QuarterId, readonly Used[]>>;

/** An answer with the groups it was counted from. */
export interface Answered extends Answer {
  readonly resolved: Resolved;
  readonly used: readonly Used[];
  /** The rows of unknown class. */
  readonly unclear: () => readonly Unclear[];
}

/** A figure counted in the workbook, with its answers, notes and open points. */
export interface Counted {
  readonly state: "counted";
  /** The arguments of the calculation. */
  readonly args: Arguments;
  readonly quantity: Quantity;
  /** The answers that make up the figure. */
  readonly made: readonly Answered[];
  readonly notes: readonly Text[];
  /** The parts that a norm binds one by one. */
  readonly parts: readonly Part[];
  /** Unknowns that could change a verdict. */
  readonly open: Open;
  /** True if the figure counts other rows than the norm covers, because there are none of those: shown, but not judged. */
  readonly instead: boolean;
}

/** The workbook cannot give the figure: which table, column, party or quarter is missing, and what to do. */
export interface Absent {
  readonly state: "absent";
  readonly reason: Reason;
  readonly because: Text;
  readonly notes: readonly Text[];
}

/** The outcome of counting: a figure, or the reason why there is none. */
export type Counting = Counted | Absent;

/** Cache of what was counted in a return, so that a question is asked of a table once. */
export interface Ledger {
  readonly ret: Return;
  readonly limits: readonly LimitSeries[];
  /** @throws CannotSay if a table, column, party, quarter or cell makes the answer impossible. */
  ask(question: Question, asked: Asked): Answered;
  pass(table: ReturnTable, source: BookSource, resolved: Resolved): Pass;
  /** The figure with this key, computed once. */
  figure(key: string, work: () => Counting): Counting;
  presence(resolved: Resolved, passes: readonly Pass[]): Presence;
}
