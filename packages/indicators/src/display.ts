import type Fraction from "fraction.js";
import type { Comparator } from "./agreement.js";
import { decimalsNeeded, digits, endsInZero, rounded } from "./decimal.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

const separators = { nl: { thousand: ".", decimal: "," }, en: { thousand: ",", decimal: "." } } as const;

/** The usual number of decimals of a unit; `trim` drops trailing zeros. */
interface Habit {
  readonly decimals: number;
  readonly trim: boolean;
}
const habits: Partial<Record<Unit, Habit>> = {
  share: { decimals: 1, trim: false },
  "EUR/month": { decimals: 2, trim: false },
  EUR: { decimals: 0, trim: false },
  factor: { decimals: 2, trim: true },
  number: { decimals: 2, trim: true },
};
/** True for units shown with a euro sign. */
export const isMoney = (unit: Unit): boolean => unit === "EUR" || unit === "EUR/month";

/** Counts are whole; if arithmetic makes them fractional (homes a year), one decimal shows it. */
const counted: Habit = { decimals: 1, trim: true };

const hides = (value: Fraction, decimals: number, scale: bigint, limits: readonly Fraction[]): boolean => {
  const shown = rounded(value.mul(scale), decimals);
  return limits.some((limit) => Math.sign(shown.compare(limit.mul(scale))) !== Math.sign(value.compare(limit)));
};

/**
 * Formats a value, rounded half away from zero. With `limits`, it adds decimals until rounding no longer hides on which side of a
 * limit the value lies: 259/864 is 29,98%, not 30,0%, if the norm is 30%.
 */
export function display(value: Fraction, unit: Unit, limits: readonly Fraction[] = []): Text {
  const scale = unit === "share" ? 100n : 1n;
  const habit = habits[unit] ?? counted;
  let decimals = habit.decimals;
  if (unit === "number" && value.abs().lt(1)) decimals = 4;
  const scaled = scale === 1n ? value : value.mul(scale);
  if (habit.trim) while (decimals > 0 && endsInZero(value, decimals)) decimals -= 1;
  if (limits.length > 0) {
    const needed = decimalsNeeded(scaled) ?? 40;
    while (decimals < needed && hides(value, decimals, scale, limits)) decimals += 1;
  }
  return dress(scaled, unit, decimals);
}

/** Formats a norm with exactly the decimals it has: "30%", "25,5%", "360". */
export function displayNorm(value: Fraction, unit: Unit): Text {
  const scaled = unit === "share" ? value.mul(100) : value;
  return dress(scaled, unit, unit === "EUR/month" ? 2 : (decimalsNeeded(scaled) ?? 2));
}

function dress(value: Fraction, unit: Unit, decimals: number): Text {
  const nl = digits(value, decimals, separators.nl);
  const en = digits(value, decimals, separators.en);
  if (unit === "share") return { nl: `${nl}%`, en: `${en}%` };
  if (isMoney(unit)) return { nl: `€ ${nl}`, en: en.startsWith("-") ? `-€${en.slice(1)}` : `€${en}` };
  return { nl, en };
}

/** The sign of each comparator, as displayed. */
export const comparatorSigns: Readonly<Record<Comparator, string>> = {
  ">=": "≥",
  "<=": "≤",
  ">": ">",
  "<": "<",
  "=": "=",
};
