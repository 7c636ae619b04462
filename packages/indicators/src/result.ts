import type { Comparator, Source } from "./agreement.js";
import type { Quantity, Reason } from "./quantity.js";
import type { Language, Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * - met, missed: the period is over, or the norm holds at every moment, and everything it needs is known;
 * - on-track, attention: the period still runs, or the figure is made of plans;
 * - direction: a long-term goal without a date, which is never met or missed;
 * - unknown: what is missing or wrong could change the verdict;
 * - no-norm: nothing was agreed about it.
 */
export type Verdict = "met" | "on-track" | "attention" | "missed" | "direction" | "unknown" | "no-norm";

/** What a value was judged against. Numbers are for reading; the comparison was made on exact fractions. */
export interface JudgedNorm {
  readonly id: string;
  readonly value: number | null;
  readonly comparator: Comparator | null;
  /** What the text of the agreement prints, where that differs from the arithmetic. */
  readonly agreed: number | null;
  readonly exact: string | null;
  readonly strength: "hard" | "effort" | "long-term" | "approximate";
  readonly deadline: string | null;
  /** "≥ 30% (tussendoel Beschikbaarheid)". */
  readonly display: Text;
  readonly source: Source;
}

/** The answer of an indicator: what a cell, a report line, JSON and the pane all show. */
export interface Result {
  readonly indicator: string;
  /** For reading and further use in JSON; null where it cannot be said. */
  readonly value: number | null;
  /** The same, exactly, as "n/d". */
  readonly exact: string | null;
  readonly unit: Unit;
  /** As people read it; never hides a breach of the norm by rounding. For an answer in words: those words. */
  readonly display: Text;
  readonly norm: JudgedNorm | null;
  readonly verdict: Verdict;
  /** The verdict can still turn: the period runs, or the figure is made of plans. Goes with on-track and attention. */
  readonly provisional: boolean;
  /** The norm holds, but the agreed signal value is passed: parties talk. */
  readonly signal: boolean;
  readonly reason: Reason | null;
  /** One line of arithmetic a controller can redo, in the language of the context. */
  readonly explanation: string;
  readonly explanations: Text;
  /** Document and article. */
  readonly source: string;
  /** The number with its memory; null for an answer in words. */
  readonly quantity: Quantity | null;
}

/** Why an input was refused, for programs; only added to within a major version. */
export type InputErrorCode =
  | "WRONG_VALUE"
  | "UNKNOWN_INDICATOR"
  | "UNKNOWN_ARGUMENT"
  | "UNKNOWN_QUARTER"
  | "UNKNOWN_PARTY"
  | "UNKNOWN_LANGUAGE"
  | "WRONG_DAY"
  | "WRONG_EXPRESSION"
  | "NOT_IN_RETURN"
  | "NO_AGREEMENT";

/** Wrong input: a code for programs, and what, where and what to do in both languages. `message` is the sentence in the language asked. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly sentence: Text,
    readonly argument?: string,
    readonly code: InputErrorCode = "WRONG_VALUE",
  ) {
    super(sentence.nl);
  }
}

/** The same error, with its message in the language somebody asked for. */
export function inLanguage<E>(problem: E, language: Language | undefined): E {
  if (problem instanceof InputError && language === "en") problem.message = problem.sentence.en;
  return problem;
}
