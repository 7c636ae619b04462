import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { final, plain, type Assessment } from "./assessment.js";
import { holds } from "./compare.js";
import type { Moment } from "./course.js";
import { exact } from "./decimal.js";
import { direction } from "./direction.js";
import { onTheWay } from "./on-the-way.js";

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
