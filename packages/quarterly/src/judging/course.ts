import {
  absent,
  assess,
  fill,
  Fraction,
  indicator,
  listed,
  nothingOpen,
  quarterLastDay as lastDay,
  startingAt,
  whatIsOpen,
  type Agreement,
  type Course,
  type Day,
  type Norm,
  type Open,
  type Part,
  type Quantity,
  type QuarterId,
  type Text,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { liveOf, type Ask, type Counted, type Counting } from "../books/count.js";
import type { LiveId } from "../books/live-ids.js";
import { chosen, chosenNumber } from "../books/setting.js";
import { endOf } from "../books/range.js";
import { partyName } from "../books/party-scope.js";
import type { Return } from "../return.js";
import { plansOf } from "./plans.js";

/** A counted figure and what is needed to judge it. */
export interface Figure {
  readonly id: LiveId;
  readonly ret: Return;
  readonly ask: Ask;
  readonly counted: Counted;
  /** The day it is judged on; null if unknown. */
  readonly day: Day | null;
  /** The agreement, with only the norms that apply to this figure. */
  readonly agreement: Agreement;
}

/** Functions that count and judge another quarter or party. */
export interface Again {
  readonly count: (id: LiveId, ret: Return, ask: Ask) => Counting;
  /** The verdict on one party on its own. */
  readonly verdictOn: (party: string) => Verdict;
}

/** How a counted figure is judged: its period, its plans and what was delivered of them, and where its path begins. */
export function courseOf(figure: Figure, again: Again): Course {
  const { id, ret, ask, counted, agreement } = figure;
  const norm = agreement.norms.find((one) => one.indicator === id);
  const judging = indicator(id)?.judging ?? {};
  if (norm === undefined) return { until: null };
  const period = norm.period ?? periodOf(ret, id, norm);
  const { quantity } = counted;
  const cases = casesOf(id, counted);
  const few = ask.party !== null && cases !== null && cases < chosenNumber(ret, SMALL, 20);
  const bound = ask.party === null ? (norm.parties ?? []) : [];
  const together = bound.length < 2 ? [] : bound;
  const until = untilOf(period, ask.quarter, agreement);
  const planned = counted.parts.filter(({ isPlanned }) => isPlanned).map(({ name }) => name);
  const apart = partsApart(figure, norm, until);
  const behind = [
    ...together.filter((party) => OUTSIDE.includes(again.verdictOn(party))).map((party) => partyName(ret, party)),
    ...apart.outside.map(({ name }) => name),
  ];
  const unsure = [
    ...together.flatMap((party) => {
      const because = whyUnsure(figure, norm, party, again);
      return because === null ? [] : { name: partyName(ret, party), because };
    }),
    ...apart.unsure.map(({ name, lacking }) => ({ name, because: listed(lacking.map(({ because }) => because)) })),
  ];
  return {
    until,
    ...(planned.length > 0 && { planned }),
    ...(few && { few: tooFew(cases, chosenNumber(ret, SMALL, 20)) }),
    ...(behind.length > 0 && { behind }),
    ...(unsure.length > 0 && {
      unsure: {
        names: unsure.map(({ name }) => name),
        because: listed([...new Map(unsure.map(({ because }) => [because.nl, because])).values()]),
      },
    }),
    ...(judging.plans && {
      plans: plansOf((phases) => {
        const found = again.count(id, ret, { quarter: ask.quarter, party: null, phases });
        if (found.state === "counted") return found;
        const { reason, because } = found;
        return { quantity: absent(reason, quantity.unit, quantity.label, because), open: nothingOpen };
      }),
    }),
    ...(needsPath(norm) && baselineOf(figure, again)),
    ...(norm.strength === "long-term" && additionsOf(ret, ask.quarter, again)),
  };
}

/** The parts that are outside the norm on their own, and those that may be; a single part equals the whole. */
function partsApart({ counted, day, agreement }: Figure, norm: Norm, until: Day | null) {
  const parts = counted.parts.length < 2 ? [] : counted.parts;
  const isOutside = ({ name, value, isPlanned }: Part, at: Fraction | null): boolean => {
    const course = { until, ...(isPlanned && { planned: [name] }) };
    const situation = { ...(day !== null && { day }), from: agreement.from, unit: value.unit, course };
    return OUTSIDE.includes(assess(at, norm, situation).verdict);
  };
  const ends = (part: Part): readonly boolean[] =>
    (["low", "high"] as const).map((end) => isOutside(part, endOf(part.value, part.lacking, end)));
  return {
    outside: parts.filter((part) => part.value.value !== null && ends(part).every((end) => end)),
    unsure: parts.filter((part) => part.value.value === null || new Set(ends(part)).size > 1),
  };
}

/** Parameter id: "Klein aantal". */
const SMALL = "klein-aantal";

const tooFew = (cases: number, small: number): Text =>
  fill(
    {
      nl: "geen oordeel: {cases:toewijzing|toewijzingen} is een klein aantal (minder dan {small})",
      en: "no verdict: {cases:letting|lettings} is a small number (fewer than {small})",
    },
    { cases, small },
  );

/** The default period of an indicator, for a norm without one. */
function periodOf(ret: Return, id: LiveId, norm: Norm): NonNullable<Norm["period"]> {
  const live = liveOf(id);
  if (indicator(id)?.judging?.plans) return "term";
  if (live.period !== "year") return norm.deadline === undefined ? "moment" : "term";
  switch (chosen(ret, "periode-toewijzing", "kalenderjaar")) {
    case "kwartaal":
      return "quarter";
    case "vier kwartalen":
      return "four-quarters";
    default:
      return "year";
  }
}

/** The last day of the period that contains a quarter; null if the norm holds at every moment. */
export function untilOf(
  period: NonNullable<Norm["period"]>,
  quarter: QuarterId,
  agreement: Pick<Agreement, "until">,
): Day | null {
  switch (period) {
    case "moment":
      return null;
    case "quarter":
    case "four-quarters":
      return lastDay(quarter);
    case "year":
      return `${quarter.slice(0, 4)}-12-31`;
    case "term":
      return agreement.until;
  }
}

/** The number of cases (the denominator of the share); null if the indicator has no minimum number of cases. */
const casesOf = (id: LiveId, { args }: Counted): number | null => {
  const cases = indicator(id)?.judging?.cases;
  return cases === undefined ? null : Number(args[cases]);
};

/**
 * What is unknown about a party, if only that prevents a verdict and one of the possible figures is outside the norm;
 * null otherwise.
 */
function whyUnsure(figure: Figure, norm: Norm, party: string, again: Again): Text | null {
  if (again.verdictOn(party) !== "unknown") return null;
  const ask = { ...figure.ask, party };
  const counted = again.count(figure.id, figure.ret, ask);
  if (counted.state === "absent" || whatIsOpen(counted.open) !== null) return null;
  const { range } = counted.open;
  const course = courseOf({ ...figure, ask, counted }, again);
  const { baseline } = course;
  const start = baseline?.doubt === undefined ? baseline?.range : undefined;
  const unknown = [range, start].flatMap((one) => one?.because ?? []);
  const starts = start === undefined ? [course] : [start.low, start.high].map((value) => startingAt(course, value));
  const situation = { ...(figure.day !== null && { day: figure.day }), from: figure.agreement.from };
  const verdicts = starts.flatMap((one) =>
    (range === null ? [counted.quantity.value] : [range.low, range.high]).map(
      (end) => assess(end, norm, { ...situation, course: one }).verdict,
    ),
  );
  return unknown.length > 0 && verdicts.some((verdict) => OUTSIDE.includes(verdict)) ? listed(unknown) : null;
}

/** The verdicts of a figure outside its norm. */
const OUTSIDE: readonly Verdict[] = ["missed", "attention"];

const needsPath = (norm: Norm): boolean =>
  norm.strength === "long-term" || (norm.deadline !== undefined && norm.baseline === undefined);

/** The first of these quarters for which a figure is complete: an even path starts there. */
export function startOf(
  quarters: readonly QuarterId[],
  count: (quarter: QuarterId) => { readonly quantity: Quantity; readonly open: Open } | null,
): Pick<Course, "baseline"> {
  for (const quarter of quarters) {
    const found = count(quarter);
    if (found === null || whatIsOpen({ ...found.open, doubt: null }) !== null) continue;
    const { value } = found.quantity;
    if (value === null) continue;
    const { doubt, range } = found.open;
    const day = lastDay(quarter);
    return { baseline: { value: new Fraction(value), day, ...(doubt && { doubt }), ...(range && { range }) } };
  }
  return {};
}

const baselineOf = ({ id, ret, ask }: Figure, again: Again): Pick<Course, "baseline"> =>
  startOf(
    ret.quarters.filter((quarter) => quarter <= ask.quarter),
    (quarter) => {
      const found = again.count(id, ret, { ...ask, quarter });
      return found.state === "absent" ? null : found;
    },
  );

/** The social share of new build, for a goal about the stock. */
function additionsOf(ret: Return, quarter: QuarterId, again: Again): Pick<Course, "additions"> {
  const found = again.count("NEWBUILDSHARE", ret, { quarter, party: null });
  const value = found.state === "counted" ? found.quantity.value : null;
  return value === null ? {} : { additions: value };
}
