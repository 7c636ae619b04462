import type { Commitment, Quantity, Result, Tension, Text, Verdict } from "@prestatieafspraken/indicators";
import type { MadeOf } from "./books/made-of.js";
import type { Delivery } from "./delivery.js";
import type { Issue } from "./issue.js";
import type { LabelsByRent } from "./report/labels-by-rent.js";

/** What a report line is about. For each indicator the line over all parties in scope comes first. */
export interface Scope {
  /** Party id; null = all parties in scope together. */
  readonly party: string | null;
  readonly partyName: string | null;
  /** Names of the parties in a line over all parties, if the agreement leaves out a corporation; otherwise null. */
  readonly about: readonly string[] | null;
  readonly quarter: string;
  /**
   * at: the state at the end of the quarter; quarter: only that quarter; year: year to date; since-start: since the agreement
   * began.
   */
  readonly period: "at" | "quarter" | "year" | "since-start";
}

/** One indicator for a quarter, over all parties or for one. */
export interface ReportLine extends Result {
  readonly title: Text;
  readonly scope: Scope;
  /** "shown": an informational line next to the judged one (a single quarter, small numbers), without a verdict. */
  readonly role: "judged" | "shown";
  /** Notes to show with the figure: small numbers, rows left out, definition chosen. */
  readonly notes: readonly Text[];
  /** The cells, parties and quarters the figure was counted from. */
  readonly madeOf: MadeOf;
  /** The same line in each quarter of the workbook, oldest first. */
  readonly trend: readonly {
    readonly quarter: string;
    readonly value: number | null;
    readonly verdict: Verdict;
    /** The quantity behind the figure; not in JSON. */
    readonly quantity?: Quantity | null;
  }[];
}

/** One commitment of the agreement; a recurring one has a line for each time it was due, and for the next. */
export interface CommitmentLine {
  readonly article: string;
  /** The location of a goal without a number; null for an article. Not in JSON. */
  readonly place: Text | null;
  /** The occurrence of a recurring duty: "2026", "2026-Q1"; null for a single one. */
  readonly period: string | null;
  readonly kind: Commitment["kind"];
  readonly theme: Text;
  readonly title: Text;
  readonly lead: readonly string[];
  /** Computed from figures, dates or meetings; unknown if that is not possible; no-norm for effort and trend. */
  readonly verdict: Verdict;
  /** True if the verdict can still change: the period is running, the date is still to come, or the figure consists of plans. */
  readonly provisional: boolean;
  /** One sentence: the figure, the date, the count, or what is missing. */
  readonly statement: Text;
  /** Ids of the indicators whose lines show the figures. */
  readonly indicators: readonly string[];
  /** dated and frequency: the next due date. */
  readonly due: string | null;
  /** The status in PA_Evaluatie, shown next to the computed verdict. */
  readonly reported: {
    readonly status: string;
    readonly explanation: string | null;
    readonly evidence: string | null;
  } | null;
  /** Names of parties that did not agree to this commitment. */
  readonly withoutConsent: readonly string[];
  readonly source: string;
}

/** A duty or meeting with a date; `done` is null if unknown or not due yet. */
export interface Duty {
  readonly day: string;
  readonly article: string;
  /** The location of a goal without a number; null for an article. Not in JSON. */
  readonly place: Text | null;
  readonly title: Text;
  readonly lead: readonly string[];
  readonly done: boolean | null;
}

/** What a report was made with and from: software versions, hashes of the agreement and the input, and the date. */
export interface Receipt {
  readonly versions: Readonly<Record<string, string>>;
  readonly agreement: string;
  readonly agreementHash: string;
  readonly inputHash: string;
  readonly day: string;
}

/** A report on one quarter. */
export interface Report {
  readonly agreement: { readonly id: string; readonly title: Text; readonly municipality: string };
  readonly quarter: string;
  /** The date the report was made for: an argument, no clock is read. */
  readonly generatedFor: string;
  readonly results: readonly ReportLine[];
  readonly commitments: readonly CommitmentLine[];
  /** Energy labels beside rents; null if no rent is known, or the labels cannot be counted. */
  readonly labelsByRent: LabelsByRent | null;
  /** Differences between the agreement's text and arithmetic; both are shown. */
  readonly tensions: readonly Tension[];
  /** True if the figures are invented, as in the sample. */
  readonly fictitious: boolean;
  /** Dated duties and meetings, by date. */
  readonly calendar: readonly Duty[];
  /** The definitions in force, and whether this workbook chose them. */
  readonly definitions: readonly {
    readonly name: string;
    readonly value: string;
    readonly chosenHere: boolean;
    /** The name of the choice and its value, for display. Not in JSON. */
    readonly label: Text;
    readonly shown: Text;
  }[];
  readonly issues: { readonly error: number; readonly warning: number; readonly info: number };
  readonly accepted: readonly Issue[];
  /** What each party delivered of the data the norms need. */
  readonly delivered: readonly Delivery[];
  /**
   * True if every party delivered the data the norms need and there are no errors, in this quarter and before: the quarter can be
   * frozen.
   */
  readonly ready: boolean;
  readonly receipt: Receipt;
}
