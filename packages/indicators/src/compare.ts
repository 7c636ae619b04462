import type Fraction from "fraction.js";
import type { Comparator, Norm } from "./agreement.js";
import { exact } from "./decimal.js";

/** True if the value satisfies the comparator and limit; compared exactly. */
export const holds = (value: Fraction, comparator: Comparator, limit: Fraction): boolean => {
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

/** The limit widened by the margin of an "approximate" norm. */
const stretched = (limit: Fraction, comparator: Comparator, margin: string): Fraction =>
  comparator.startsWith(">") ? limit.mul(exact(1).sub(exact(margin))) : limit.mul(exact(1).add(exact(margin)));

/** True if `value` is strictly on the better side of `than`. */
export const better = (value: Fraction, comparator: Comparator, than: Fraction): boolean =>
  comparator.startsWith(">") ? value.compare(than) > 0 : comparator.startsWith("<") ? value.compare(than) < 0 : false;

/** True if the norm holds, including the margin of an "approximate" norm. */
export const holdsAbout = (value: Fraction, norm: Norm, limit: Fraction): boolean =>
  holds(value, norm.comparator, norm.margin === undefined ? limit : stretched(limit, norm.comparator, norm.margin));
