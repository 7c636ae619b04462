import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { final, plain, running, type Assessment } from "./assessment.js";
import { holds } from "./compare.js";
import type { Judging, Moment } from "./course.js";
import { exact } from "./decimal.js";
import { direction } from "./direction.js";
import { notDelivered, onTheWay } from "./on-the-way.js";

/**
 * Judges a value as given: met or missed, unless the norm's deadline is still to come; a long-term goal only has a
 * direction. Separate from `assess`, so that importing one indicator does not load how workbooks are judged.
 */
export function assessFigure(
  value: Fraction | number | string | null,
  norm: Norm | null,
  moment: Moment = {},
): Assessment {
  if (value === null) return plain("unknown");
  if (norm === null) return plain("no-norm");
  return judgedAsItIs(exact(value), norm, moment);
}

/** As assessFigure, for a value and a norm that are both known. */
export function judgedAsItIs(reached: Fraction, norm: Norm, moment: Moment): Assessment {
  if (norm.strength === "long-term") return plain("direction", ...direction(reached, norm, moment.unit ?? "number"));
  const limit = exact(norm.value);
  const { day } = moment;
  const timeLeft = norm.deadline !== undefined && (day === undefined || day < norm.deadline);
  return !timeLeft || holds(reached, norm.comparator, limit)
    ? final(reached, norm, limit)
    : onTheWay(reached, norm, limit, moment);
}

/** Judges plans by a norm that holds at every moment: on track or attention, never met. */
export const judgedAsPlan = (reached: Fraction, norm: Norm, names: readonly string[]): Assessment =>
  running(holds(reached, norm.comparator, exact(norm.value)) ? "on-track" : "attention", notDelivered(names));

/** How the figure of one plan that is not delivered is judged. */
export const asPlan = (name: string): Judging => ({
  assess: (value, norm, moment) =>
    value === null || norm === null ? assessFigure(value, norm, moment) : judgedAsPlan(value, norm, [name]),
  plans: false,
});
