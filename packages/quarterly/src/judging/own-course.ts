import type { Agreement, Course, Norm, OwnIndicator, Quantity, QuarterId } from "@prestatieafspraken/indicators";
import { lastDay } from "../measures/quarter.js";
import type { Return } from "../return.js";
import { untilOf } from "./course.js";
import { softHomes, viewsOf } from "./plans.js";

/** A municipality's own indicator, counted in a return for a quarter. */
export type OwnQuantity = (ret: Return, quarter: QuarterId) => Quantity;

type Input = OwnIndicator["inputs"][string];

/** Does the figure count projects that are not delivered yet? */
const countsPlans = ({ table, where }: Input): boolean => {
  const phases = where?.["Fase"];
  return table === "PA_Nieuwbouw" && (phases === undefined || [phases].flat().some((phase) => phase !== "opgeleverd"));
};

/** Does the sum run over several quarters, so that it only grows? */
const runsOn = ({ where }: Input): boolean => where?.["Kwartaal"] !== undefined;

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
