import type { Comparator, Source } from "./agreement.js";
import type { Quantity, Reason } from "./quantity.js";
import type { Language, Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * - met, missed: the period is over, or the norm holds at every moment, and everything needed is known;
 * - on-track, attention: the period is running, or the figure consists of plans;
 * - direction: a long-term goal without a date, which is never met or missed;
 * - unknown: missing or wrong data could change the verdict;
 * - no-norm: nothing was agreed about it.
 */
export type Verdict = "met" | "on-track" | "attention" | "missed" | "direction" | "unknown" | "no-norm";

/** The norm a value was judged against. Numbers are for display; the comparison uses exact fractions. */
export interface JudgedNorm {
  readonly id: string;
  readonly value: number | null;
  readonly comparator: Comparator | null;
  /** The figure printed in the agreement, if the arithmetic gives another. */
  readonly agreed: number | null;
  readonly exact: string | null;
  readonly strength: "hard" | "effort" | "long-term" | "approximate";
  readonly deadline: string | null;
  /** "≥ 30% (tussendoel Beschikbaarheid)". */
  readonly display: Text;
  readonly source: Source;
}

/** The answer of an indicator, as shown by cells, report lines, JSON and the pane. */
export interface Result {
  readonly indicator: string;
  /** Floating-point value, for display and JSON; null if unknown or text. */
  readonly value: number | null;
  /** The same as an exact fraction "n/d". */
  readonly exact: string | null;
  readonly unit: Unit;
  /** Formatted value; rounding never hides a breach of the norm. For an answer in words: those words. */
  readonly display: Text;
  readonly norm: JudgedNorm | null;
  readonly verdict: Verdict;
  /**
   * True if the verdict can still change: the period is running, or the figure consists of plans. Goes with on-track and
   * attention.
   */
  readonly provisional: boolean;
  /** True if the norm holds but the value is beyond the agreed signal value: parties talk. */
  readonly signal: boolean;
  readonly reason: Reason | null;
  /** One line of arithmetic a controller can redo, in the language of the context. */
  readonly explanation: string;
  readonly explanations: Text;
  /** Document and article, in the language of the context. */
  readonly source: string;
  readonly sources: Text;
  /** The number and what it was computed from; null for an answer in words. */
  readonly quantity: Quantity | null;
}

/** Machine-readable reason for refusing input; within a major version codes are only added. */
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

/**
 * Wrong input: a code for programs, and a message in both languages that says what, where and what to do. `message` is in the
 * requested language.
 */
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

/** The same error, with its message in the requested language. */
export function inLanguage<E>(problem: E, language: Language | undefined): E {
  if (problem instanceof InputError && language === "en") problem.message = problem.sentence.en;
  return problem;
}
