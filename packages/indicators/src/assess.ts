import type Fraction from "fraction.js";
import type { Agreement, Comparator, Norm } from "./agreement.js";
import { elapsedPart, dayBefore } from "./day.js";
import { exact, published } from "./decimal.js";
import { comparatorSigns, displayNorm } from "./display.js";
import type { JudgedNorm, Verdict } from "./result.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";
import type { Unit } from "./unit.js";

/** The verdicts in words. */
export const verdictWords: Readonly<Record<Verdict, Text>> = {
  met: { nl: "gehaald", en: "met" },
  "on-track": { nl: "op koers", en: "on track" },
  attention: { nl: "aandacht", en: "attention" },
  missed: { nl: "niet gehaald", en: "missed" },
  unknown: { nl: "niet te bepalen", en: "cannot be determined" },
  "no-norm": { nl: "geen norm", en: "no norm" },
};

export interface Assessment {
  readonly verdict: Verdict;
  /** The norm holds, but the agreed signal value is passed. */
  readonly signal: boolean;
  /** What there is to say beside the verdict word. */
  readonly notes: readonly Text[];
}

const holds = (value: Fraction, comparator: Comparator, limit: Fraction): boolean => {
  const order = value.compare(limit);
  switch (comparator) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
};

/** The limit, let out by the part a figure that was agreed as "about" may be off. */
const stretched = (limit: Fraction, comparator: Comparator, margin: string): Fraction =>
  comparator.startsWith(">") ? limit.mul(exact(1).sub(exact(margin))) : limit.mul(exact(1).add(exact(margin)));

/** Is `value` strictly on the better side of `than`? */
const better = (value: Fraction, comparator: Comparator, than: Fraction): boolean =>
  comparator.startsWith(">") ? value.compare(than) > 0 : comparator.startsWith("<") ? value.compare(than) < 0 : false;

/** The norms on an indicator that are in force: on the day, or all where no day is given. */
export const normsInForce = (norms: readonly Norm[], indicator: string, day?: string): readonly Norm[] =>
  norms.filter(
    (norm) =>
      norm.indicator === indicator &&
      (day === undefined ||
        ((norm.from === undefined || norm.from <= day) && (norm.until === undefined || day <= norm.until))),
  );

/**
 * Where does a value stand against a norm? Compared exactly. Short of a norm with a deadline to come is on the way (on-track when at
 * or ahead of an even path from the baseline, attention otherwise); short of one whose day has come, or that holds all the time, is
 * missed. A long-term direction is never missed; an approximate figure ("ongeveer") holds within its margin and else asks for
 * attention.
 */
export function assess(
  value: Fraction | number | string | null,
  norm: Norm | null,
  period: { readonly day?: string | undefined; readonly from?: string | undefined } = {},
): Assessment {
  if (value === null) return { verdict: "unknown", signal: false, notes: [] };
  if (norm === null) return { verdict: "no-norm", signal: false, notes: [] };
  const reached = exact(value);
  const limit = exact(norm.value);
  if (holds(reached, norm.comparator, limit)) {
    const passed = norm.signal !== undefined && better(exact(norm.signal), norm.comparator, reached);
    return { verdict: "met", signal: passed, notes: [] };
  }
  if (norm.margin !== undefined && holds(reached, norm.comparator, stretched(limit, norm.comparator, norm.margin))) {
    return {
      verdict: "met",
      signal: false,
      notes: [
        fill(
          {
            nl: "binnen {margin} van het richtgetal (“ongeveer”)",
            en: "within {margin} of the approximate figure (“ongeveer”)",
          },
          { margin: displayNorm(exact(norm.margin), "share") },
        ),
      ],
    };
  }
  const short = (verdict: Verdict, ...notes: Text[]): Assessment => ({ verdict, signal: false, notes });
  if (norm.strength === "long-term") {
    return short(
      norm.baseline !== undefined && better(reached, norm.comparator, exact(norm.baseline)) ? "on-track" : "attention",
      {
        nl: "doel op lange termijn, zonder datum",
        en: "long-term goal, without a date",
      },
    );
  }
  if (norm.deadline !== undefined && (period.day === undefined || period.day < norm.deadline)) {
    const start = norm.from ?? period.from;
    if (norm.baseline === undefined || period.day === undefined || start === undefined) return short("attention");
    const base = exact(norm.baseline);
    const expected = base.add(limit.sub(base).mul(elapsedPart(dayBefore(start), norm.deadline, period.day)));
    return short(better(expected, norm.comparator, reached) ? "attention" : "on-track");
  }
  if (norm.strength === "approximate")
    return short("attention", { nl: "richtgetal (“ongeveer”)", en: "approximate figure (“ongeveer”)" });
  return norm.strength === "effort" ? short("missed", { nl: "streefnorm", en: "effort norm" }) : short("missed");
}

/** The norm as a result shows it. `agreed` is the figure the text prints where it differs. */
export function judgedNorm(norm: Norm, unit: Unit): JudgedNorm {
  const value = exact(norm.value);
  const shown = displayNorm(value, unit);
  const sign = comparatorSigns[norm.comparator];
  return {
    id: norm.id,
    value: value.valueOf(),
    comparator: norm.comparator,
    agreed: norm.agreed === undefined ? null : exact(norm.agreed).valueOf(),
    exact: published(value),
    strength: norm.strength,
    deadline: norm.deadline ?? null,
    display: fill(
      { nl: "{sign} {shown} ({article})", en: "{sign} {shown} ({article})" },
      { sign, shown, article: untranslated(norm.source.article ?? norm.source.title) },
    ),
    source: norm.source,
  };
}

export type JudgingAgreement = Pick<
  Agreement,
  "id" | "title" | "from" | "until" | "norms" | "figures" | "document" | "indicators"
>;
