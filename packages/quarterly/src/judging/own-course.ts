import {
  quarterLastDay as lastDay,
  type Course,
  type Norm,
  type Open,
  type OwnIndicator,
  type OwnInput,
  type Quantity,
  type QuarterId,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { startOf, untilOf } from "./course.js";
import { plansOf } from "./plans.js";

/** Counts a municipality's own indicator for a quarter, over all projects or those in the given phases. */
export type OwnCount = (
  quarter: QuarterId,
  phases?: readonly string[],
) => { readonly quantity: Quantity; readonly open: Open };

/**
 * The start of the period that a condition looks back over: the first day of the agreement or of the year; null if there is none.
 */
function beginsAt({ where }: OwnInput): "agreement" | "year" | null {
  for (const test of Object.values(where ?? {}))
    if (typeof test === "object" && "from" in test && (test.from === "agreement" || test.from === "year"))
      return test.from;
  return null;
}

/** True if a date condition means that something has happened, such as a delivery or start of building, as opposed to planned. */
const hasHappened = ({ where }: OwnInput): boolean =>
  Object.entries(where ?? {}).some(
    ([header, test]) =>
      header === "Oplevering werkelijk" ||
      (header !== "Oplevering gepland" && typeof test === "object" && ("from" in test || "until" in test)),
  );

/** True if the figure counts projects that are not delivered yet. */
const countsPlans = (input: OwnInput): boolean => {
  const { table, where } = input;
  if (hasHappened(input)) return false;
  const phases = where?.["Fase"];
  const only = typeof phases === "string" ? [phases] : Array.isArray(phases) ? (phases as readonly string[]) : null;
  return table === "PA_Nieuwbouw" && (only === null || only.some((phase) => phase !== "opgeleverd"));
};

/** True for a sum over the year, which restarts in January. */
const ofYear = (input: OwnInput): boolean => input.window === "year" || beginsAt(input) === "year";

/** True for a sum over several quarters, which only grows until the year or term ends. */
const runsOn = (input: OwnInput): boolean =>
  (input.aggregate === "sum" || input.aggregate === "count") &&
  (ofYear(input) || input.window === "term" || beginsAt(input) !== null || input.where?.["Kwartaal"] !== undefined);

/** True if the expression only adds: no subtraction, division or condition. */
const addsOnly = ({ expression }: OwnIndicator): boolean => /^[\w\s+().]*$/.test(expression);

/** How a municipality's own figure is judged; `courseOf` does this for the product's indicators. */
export function ownCourse(
  ret: Return,
  own: OwnIndicator,
  norm: Norm,
  { quarter, counted, count }: { readonly quarter: QuarterId; readonly counted: Quantity; readonly count: OwnCount },
): Course {
  const inputs = Object.values(own.inputs);
  const plans = inputs.some(countsPlans);
  const grows = inputs.every(runsOn) && addsOnly(own) && own.unit !== "share";
  const period =
    norm.period ??
    (norm.deadline === undefined && inputs.every(ofYear)
      ? "year"
      : norm.deadline !== undefined || plans || grows
        ? "term"
        : "moment");
  const needsPath = norm.deadline !== undefined && norm.baseline === undefined && !grows && !plans;
  return {
    until: untilOf(period, quarter, ret.agreement),
    ...(period === "year" && { from: `${quarter.slice(0, 4)}-01-01` }),
    ...(grows && { grows }),
    ...(plans && {
      plans: plansOf((phases) => count(quarter, phases)),
    }),
    ...(needsPath &&
      counted.value !== null &&
      startOf(
        ret.quarters.filter((at) => at <= quarter && lastDay(at) >= ret.agreement.from),
        (at) => count(at),
      )),
  };
}
