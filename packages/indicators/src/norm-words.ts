import type Fraction from "fraction.js";
import { exact } from "./decimal.js";
import { displayNorm } from "./display.js";
import type { JudgedNorm } from "./result.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

const bound: Readonly<Record<NonNullable<JudgedNorm["comparator"]>, Text>> = {
  ">=": { nl: "ten minste", en: "at least" },
  "<=": { nl: "ten hoogste", en: "at most" },
  ">": { nl: "meer dan", en: "more than" },
  "<": { nl: "minder dan", en: "less than" },
  "=": { nl: "precies", en: "exactly" },
};

/** A norm of 0 in words: how many are left, or how far it may fall. */
const ofZero: Partial<Record<NonNullable<JudgedNorm["comparator"]>, Text>> = {
  "<=": { nl: "geen meer", en: "none left" },
  ">=": { nl: "niet minder dan bij het begin", en: "not below the start" },
};

/** A deadline: "eind 2028" for the last day of a year, else "uiterlijk 30 november 2028". */
const byWhen = (day: string): Text =>
  day.endsWith("-12-31")
    ? fill({ nl: "eind {year}", en: "end of {year}" }, { year: day.slice(0, 4) })
    : fill({ nl: "uiterlijk {day:day}", en: "by {day:day}" }, { day });

/**
 * A norm in words: "ten minste 30%, eind 2028"; "geen meer, eind 2028". A norm that is already a text is returned
 * unchanged.
 */
export function normWords({ comparator, exact: figure, display, deadline }: JudgedNorm, unit: Unit): Text {
  if (comparator === null || figure === null) return display;
  const value = exact(figure);
  const zero = zeroWords(comparator, value, deadline);
  if (zero !== null) return zero;
  const said = fill(
    { nl: "{bound} {figure}", en: "{bound} {figure}" },
    { bound: bound[comparator], figure: displayNorm(value, unit) },
  );
  return withDeadline(said, deadline);
}

/** A norm of 0 in words, because "≤ 0%" is hard to read; null for another norm. */
export function zeroWords(
  comparator: NonNullable<JudgedNorm["comparator"]>,
  value: Fraction,
  deadline: string | null,
): Text | null {
  const said = value.equals(0) ? ofZero[comparator] : undefined;
  return said === undefined ? null : withDeadline(said, deadline);
}

const withDeadline = (said: Text, deadline: string | null): Text =>
  deadline === null ? said : fill({ nl: "{said}, {when}", en: "{said}, {when}" }, { said, when: byWhen(deadline) });
