import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { better, holds, holdsAbout } from "./compare.js";
import { exact } from "./decimal.js";
import { displayNorm } from "./display.js";
import type { Verdict } from "./result.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";

/** A verdict, with what belongs to it. */
export interface Assessment {
  readonly verdict: Verdict;
  /** The verdict can still change: the period is running, or the figure consists of plans. */
  readonly provisional: boolean;
  /** The norm holds, but the value is beyond the agreed signal value. */
  readonly signal: boolean;
  /** Remarks to show with the verdict. */
  readonly notes: readonly Text[];
}

/** A final verdict. */
export const plain = (verdict: Verdict, ...notes: Text[]): Assessment => ({
  verdict,
  provisional: false,
  signal: false,
  notes,
});
/** A provisional verdict. */
export const running = (verdict: "on-track" | "attention", ...notes: Text[]): Assessment => ({
  verdict,
  provisional: true,
  signal: false,
  notes,
});

/** True if the value is beyond the signal value; exactly on it is not. */
export const signals = (value: Fraction, norm: Norm): boolean =>
  norm.signal !== undefined && better(exact(norm.signal), norm.comparator, value);

/** The verdict on a value that can no longer change. */
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
