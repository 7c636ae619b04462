import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { better, holds, holdsAbout } from "./compare.js";
import { exact } from "./decimal.js";
import { displayNorm } from "./display.js";
import type { Verdict } from "./result.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";

export interface Assessment {
  readonly verdict: Verdict;
  /** It can still turn: the period runs, or the figure is made of plans. */
  readonly provisional: boolean;
  /** The norm holds, but the agreed signal value is passed. */
  readonly signal: boolean;
  /** What there is to say beside the verdict word. */
  readonly notes: readonly Text[];
}

/** A verdict that stands. */
export const plain = (verdict: Verdict, ...notes: Text[]): Assessment => ({
  verdict,
  provisional: false,
  signal: false,
  notes,
});
/** A verdict that can still turn. */
export const running = (verdict: "on-track" | "attention", ...notes: Text[]): Assessment => ({
  verdict,
  provisional: true,
  signal: false,
  notes,
});

/** Is the value beyond the one at which parties agreed to talk? Precisely on it is not. */
export const signals = (value: Fraction, norm: Norm): boolean =>
  norm.signal !== undefined && better(exact(norm.signal), norm.comparator, value);

/** Nothing can change it any more. */
export function final(value: Fraction, norm: Norm, limit: Fraction, ...notes: Text[]): Assessment {
  if (holds(value, norm.comparator, limit)) return { ...plain("met", ...notes), signal: signals(value, norm) };
  if (norm.margin !== undefined && holdsAbout(value, norm, limit)) {
    return plain(
      "met",
      fill(
        {
          nl: "binnen {margin} van het richtgetal (“ongeveer”)",
          en: "within {margin} of the approximate figure (“ongeveer”)",
        },
        { margin: displayNorm(exact(norm.margin), "share") },
      ),
      ...notes,
    );
  }
  if (norm.strength === "approximate")
    return plain("attention", { nl: "richtgetal (“ongeveer”)", en: "approximate figure (“ongeveer”)" }, ...notes);
  return norm.strength === "effort"
    ? plain("missed", { nl: "streefnorm", en: "effort norm" }, ...notes)
    : plain("missed", ...notes);
}
