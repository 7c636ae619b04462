import type { Commitment, Quantity, Result, Tension, Text, Verdict } from "@prestatieafspraken/indicators";
import type { MadeOf } from "./books/made-of.js";
import type { Delivery } from "./delivery.js";
import type { Issue } from "./issue.js";

/** What a report line is about. The line over all parties in scope comes first for every indicator. */
export interface Scope {
  /** Party id; null = all parties in scope together. */
  readonly party: string | null;
  readonly partyName: string | null;
  /** Names of the parties a line over all is about, where the agreement leaves a corporation out; else null. */
  readonly about: readonly string[] | null;
  readonly quarter: string;
  /** at: the stand of the quarter; quarter: only that quarter; year: year to date; since-start: since the agreement began. */
  readonly period: "at" | "quarter" | "year" | "since-start";
}

export interface ReportLine extends Result {
  readonly title: Text;
  readonly scope: Scope;
  /** A signal line is shown beside the judged one (a quarter by itself, small numbers); it is no verdict. */
  readonly role: "judged" | "shown";
  /** Things to know beside the figure: small number of cases, rows left out, definition chosen. */
  readonly notes: readonly Text[];
  /** The cells, parties and quarters the figure is made of. */
  readonly madeOf: MadeOf;
  /** The same line in each quarter of the workbook, oldest first. */
  readonly trend: readonly {
    readonly quarter: string;
    readonly value: number | null;
    readonly verdict: Verdict;
    /** What the figure was made of; not in JSON. */
    readonly quantity?: Quantity | null;
  }[];
}

/** One commitment of the agreement; one that returns appears once for every time it was due, and for the next. */
export interface CommitmentLine {
  readonly article: string;
  /** Which time it is, of a duty that returns: "2026", "2026-Q1"; null where it is one thing. */
  readonly period: string | null;
  readonly kind: Commitment["kind"];
  readonly theme: Text;
  readonly title: Text;
  readonly lead: readonly string[];
  /** Computed from figures, dates or meetings; unknown where it cannot be; no-norm for effort and trend. */
  readonly verdict: Verdict;
  /** The verdict can still turn: the period runs, the day is to come, or the figure is made of plans. */
  readonly provisional: boolean;
  /** One sentence: the figure, the date, the count, or what is missing. */
  readonly statement: Text;
  /** Indicator ids whose lines show the figures. */
  readonly indicators: readonly string[];
  /** dated and frequency: the next day something is due. */
  readonly due: string | null;
  /** What PA_Evaluatie says, shown beside the computed verdict. */
  readonly reported: {
    readonly status: string;
    readonly explanation: string | null;
    readonly evidence: string | null;
  } | null;
  /** Names of parties that do not agree to this commitment. */
  readonly withoutConsent: readonly string[];
  readonly source: string;
}

export interface Duty {
  readonly day: string;
  readonly article: string;
  readonly title: Text;
  readonly lead: readonly string[];
  readonly done: boolean | null;
}

export interface Receipt {
  readonly versions: Readonly<Record<string, string>>;
  readonly agreement: string;
  readonly agreementHash: string;
  readonly inputHash: string;
  readonly day: string;
}

export interface Report {
  readonly agreement: { readonly id: string; readonly title: Text; readonly municipality: string };
  readonly quarter: string;
  /** The day the report was made for: an argument, never a clock. */
  readonly generatedFor: string;
  readonly results: readonly ReportLine[];
  readonly commitments: readonly CommitmentLine[];
  /** Where text and arithmetic of the agreement differ; both are shown. */
  readonly tensions: readonly Tension[];
  /** The figures are invented, as in the sample. */
  readonly fictitious: boolean;
  /** Dated duties and meetings, by day. */
  readonly calendar: readonly Duty[];
  /** Definition choices in force, with who chose them. */
  readonly definitions: readonly { readonly name: string; readonly value: string; readonly chosenHere: boolean }[];
  readonly issues: { readonly error: number; readonly warning: number; readonly info: number };
  readonly accepted: readonly Issue[];
  /** What each party delivered of what the norms need. */
  readonly delivered: readonly Delivery[];
  /** Every party delivered all that the norms need, and there are no errors: the quarter can be frozen. */
  readonly ready: boolean;
  readonly receipt: Receipt;
}
