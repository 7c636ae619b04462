import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { judgedAsItIs, judgedAsPlan } from "./assess-figure.js";
import { final, plain, running, signals, type Assessment } from "./assessment.js";
import { holds, holdsAbout } from "./compare.js";
import type { Course, Judging, Situation } from "./course.js";
import { exact } from "./decimal.js";
import { direction } from "./direction.js";
import { display } from "./display.js";
import { deliveredOf, deliveredOnly, grown, nothingDelivered, onTheWay, planned, soFar } from "./on-the-way.js";
import { nothingOpen, whatIsOpen, type Open } from "./open.js";
import { paceOf } from "./pace.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";
import { verdictWords } from "./verdict.js";
import { listed } from "./written.js";

/**
 * Judges a value against a norm. Compares exactly.
 *
 * A value passed without a course is met or missed, unless the norm's deadline is still to come. A counted figure is met or
 * missed once its period is over, or if the norm holds at every moment; before that it is on track or needs attention: compared
 * with the norm so far, or with an even path if only the end counts. Plans never meet a norm. A long-term goal only has a
 * direction. If something is open that could change the verdict, the verdict is unknown.
 */
export function assess(
  value: Fraction | number | string | null,
  norm: Norm | null,
  situation: Situation = {},
): Assessment {
  if (value === null) return plain("unknown");
  if (norm === null) return plain("no-norm");
  const { open = nothingOpen, course } = situation;
  const reached = exact(value);
  if (course?.plans && isOver(norm, situation)) {
    const { plans, ...rest } = course;
    const done = plans.delivered.value;
    if (done === null) return plain("unknown", whatIsOpen(open) ?? plans.delivered.because ?? nothingDelivered);
    const final = assess(done, norm, { ...situation, open: { ...open, range: plans.range ?? null }, course: rest });
    const said = deliveredOf(plans, exact(norm.value), situation.unit ?? "number");
    return { ...final, notes: [deliveredOnly, said, ...final.notes] };
  }
  if (course?.few && open.doubt === null) return plain("unknown", course.few);
  const because = whatIsOpen(open);
  if (because !== null) {
    return open.doubt === null && beyondMending(reached, norm, situation)
      ? judged(reached, norm, situation)
      : plain("unknown", because);
  }
  const { range } = open;
  const start = course?.baseline?.doubt === undefined ? course?.baseline?.range : undefined;
  const judgedAt = (end: Fraction, first?: Fraction): Assessment => {
    const one = first === undefined ? course : startingAt(course, first);
    return hidingNobody(judged(end, norm, { ...situation, course: one }), norm, one);
  };
  // The notes must hold whatever is unknown, so they come from the bound farthest from the norm, and the strictest path.
  const isLeast = norm.comparator.startsWith(">");
  const ends = range === null ? [reached] : isLeast ? [range.low, range.high] : [range.high, range.low];
  const starts = start === undefined ? [undefined] : isLeast ? [start.high, start.low] : [start.low, start.high];
  const possible = ends.flatMap((end) => starts.map((first) => judgedAt(end, first)));
  const [sure] = possible as [Assessment];
  const unit = situation.unit ?? "number";
  const isPathUsed =
    start !== undefined && ends.some((_, i) => possible[2 * i]!.notes[0]?.nl !== possible[2 * i + 1]!.notes[0]?.nl);
  const unknown = [
    ...(isPathUsed ? [between(start, unit, course!.baseline!.day)] : []),
    ...(range === null ? [] : [between(range, unit)]),
  ];
  // A signal belongs to a norm that holds; a verdict outside the norm already holds without it.
  const isInside = sure.verdict === "met" || sure.verdict === "on-track";
  const isSame = ({ verdict, signal }: Assessment): boolean =>
    verdict === sure.verdict && (!isInside || signal === sure.signal);
  if (!possible.every(isSame)) return plain("unknown", ...unknown);
  return { ...sure, signal: possible.every(({ signal }) => signal), notes: [...sure.notes, ...unknown] };
}

/** The course if its path began at this value. */
export const startingAt = <C extends Course | undefined>(course: C, value: Fraction): C =>
  course?.baseline === undefined ? course : { ...course, baseline: { value, day: course.baseline.day } };

/** Between which values a figure lies, or on which the path begins, and why that is not known exactly. */
function between({ low, high, because }: NonNullable<Open["range"]>, unit: Unit, starts?: string): Text {
  const facts = { from: display(low, unit), to: display(high, unit), because };
  return starts === undefined
    ? fill({ nl: "{from} tot {to}: {because}", en: "{from} to {to}: {because}" }, facts)
    : fill(
        {
          nl: "het pad begint op {starts:day} bij {from} tot {to}: {because}",
          en: "the path begins on {starts:day} at {from} to {to}: {because}",
        },
        { ...facts, starts },
      );
}

/** How a figure counted in a workbook is judged: by its course, and by what is unknown about it. */
export const asCounted = (known: Pick<Situation, "course" | "open">): Judging => ({
  assess: (value, norm, moment) => assess(value, norm, { ...moment, ...known }),
  plans: known.course?.plans !== undefined,
});

/**
 * Turns "met" or "on track" of the whole into "attention" if a party or part the norm binds is outside it on its own, or into
 * "unknown" if one may be.
 */
function hidingNobody(together: Assessment, { comparator }: Norm, course: Course | undefined): Assessment {
  const { behind = [], unsure } = course ?? {};
  if (!["met", "on-track"].includes(together.verdict)) return together;
  if (behind.length === 0)
    return unsure === undefined
      ? together
      : plain(
          "unknown",
          fill(
            {
              nl: "niet te zeggen voor {names} apart: {because}",
              en: "not known yet for {names} separately: {because}",
            },
            { names: listed(unsure.names), because: unsure.because },
          ),
        );
  const facts = {
    word: verdictWords[together.verdict],
    names: listed(behind),
    side: comparator.startsWith("<")
      ? { nl: "boven de norm", en: "above the norm" }
      : { nl: "onder de norm", en: "below the norm" },
  };
  return {
    ...together,
    verdict: "attention",
    notes: [
      fill({ nl: "gezamenlijk {word}; {names} {side}", en: "together {word}; {names} {side}" }, facts),
      ...together.notes,
    ],
  };
}

/** True if the period the norm is judged over has ended; false if the norm holds at every moment. */
const isOver = (norm: Norm, { day, course }: Situation): boolean => {
  const until = norm.deadline ?? course?.until ?? null;
  return until !== null && day !== undefined && day >= until;
};

/**
 * True if figures still to come cannot undo the breach: homes that should be gone still exist, or the count already exceeds the
 * maximum.
 */
function beyondMending(value: Fraction, norm: Norm, situation: Situation): boolean {
  const { course, unit } = situation;
  if (!["<=", "<", "="].includes(norm.comparator)) return false;
  const limit = exact(norm.value);
  if (!isOver(norm, situation) || holds(value, norm.comparator, limit)) return false;
  return limit.equals(0) ? value.gt(0) : course?.grows === true && unit !== "share" && value.gt(limit);
}

function judged(reached: Fraction, norm: Norm, situation: Situation): Assessment {
  const { day, from, course, unit = "number" } = situation;
  if (!course) return judgedAsItIs(reached, norm, situation);
  if (norm.strength === "long-term") {
    return plain("direction", ...direction(reached, norm, unit, (goal) => paceOf(reached, goal, unit, day, course)));
  }
  const limit = exact(norm.value);
  const until = norm.deadline ?? course.until;
  if (course.plans) return planned(reached, norm, limit, course.plans, unit);
  if (until === null && course.planned?.length) return judgedAsPlan(reached, norm, course.planned);
  if (until === null || isOver(norm, situation)) return final(reached, norm, limit);
  if (norm.deadline === undefined && norm.period !== "term" && !course.grows) {
    const inside = holdsAbout(reached, norm, limit);
    return { ...running(inside ? "on-track" : "attention", soFar(inside)), signal: inside && signals(reached, norm) };
  }
  if (course.grows) return grown(reached, norm, limit, { day, from: course.from ?? norm.from ?? from, until });
  return holds(reached, norm.comparator, limit)
    ? running("on-track", { nl: "nu al bereikt", en: "reached already" })
    : onTheWay(reached, norm, limit, situation);
}
