import {
  quarterLastDay as lastDay,
  type Agreement,
  type Course,
  type Norm,
  type OwnIndicator,
  type OwnInput,
  type Quantity,
  type QuarterId,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { untilOf } from "./course.js";
import { softHomes, viewsOf } from "./plans.js";

/** A municipality's own indicator, counted in a return for a quarter. */
export type OwnQuantity = (ret: Return, quarter: QuarterId) => Quantity;

/** Does the figure count projects that are not delivered yet? */
const countsPlans = ({ table, where }: OwnInput): boolean => {
  const phases = where?.["Fase"];
  const only = typeof phases === "string" ? [phases] : Array.isArray(phases) ? (phases as readonly string[]) : null;
  return table === "PA_Nieuwbouw" && (only === null || only.some((phase) => phase !== "opgeleverd"));
};

/** Does the sum run over several quarters, so that it only grows? */
const runsOn = ({ window, where }: OwnInput): boolean =>
  where?.["Kwartaal"] !== undefined || (window !== undefined && window !== "snapshot" && window !== "quarter");

/** What a figure of a municipality's own is about, as `courseOf` says it of the others. */
export function ownCourse(
  ret: Return,
  own: OwnIndicator,
  norm: Norm,
  {
    quarter,
    counted,
    quantity,
  }: { readonly quarter: QuarterId; readonly counted: Quantity; readonly quantity: OwnQuantity },
): Course {
  const inputs = Object.values(own.inputs);
  const plans = inputs.some(countsPlans);
  const grows = inputs.every(runsOn) && own.unit !== "share";
  const period = norm.period ?? (norm.deadline !== undefined || plans || grows ? "term" : "moment");
  const needsPath = norm.deadline !== undefined && norm.baseline === undefined && !grows && !plans;
  return {
    until: untilOf(period, quarter, ret.agreement),
    ...(grows && { grows }),
    ...(plans && {
      plans: {
        delivered: quantity(viewsOf(ret).delivered, quarter),
        soft: softHomes(quantity(viewsOf(ret).soft, quarter)),
      },
    }),
    ...(needsPath && counted.value !== null && baselineOf(ret, ret.agreement, quantity)),
  };
}

/** The first quarter of the agreement in which the figure can be said. */
function baselineOf(ret: Return, agreement: Agreement, quantity: OwnQuantity): Pick<Course, "baseline"> {
  for (const quarter of ret.quarters) {
    const value = quantity(ret, quarter).value;
    if (value !== null && lastDay(quarter) >= agreement.from) return { baseline: { value, day: lastDay(quarter) } };
  }
  return {};
}
