import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { plain, running, type Assessment } from "./assessment.js";
import { better, holds, holdsAbout } from "./compare.js";
import type { Plans, Situation } from "./course.js";
import { dayBefore, elapsedPart } from "./day.js";
import { exact, rounded } from "./decimal.js";
import { display, displayNorm } from "./display.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";
import { listed } from "./written.js";

/** Judges a value short of a norm before its deadline: on track if at or ahead of an even path from the baseline. */
export function onTheWay(value: Fraction, norm: Norm, limit: Fraction, situation: Situation): Assessment {
  const { day, from, course } = situation;
  const until = norm.deadline ?? course?.until ?? null;
  const start: { readonly value: Fraction; readonly day: string | undefined; readonly doubt?: Text } | undefined =
    norm.baseline !== undefined
      ? { value: exact(norm.baseline), day: norm.baselineDay ?? dayBeforeOf(norm.from ?? from) }
      : course?.baseline;
  if (day === undefined || until === null || start?.day === undefined) return running("attention");
  if (start.doubt !== undefined) return plain("unknown", start.doubt);
  if (start.day >= day && course) {
    return plain("unknown", {
      nl: "er is nog maar één meting, dus nog geen verloop om te beoordelen",
      en: "there is only one measurement, so no trend to judge yet",
    });
  }
  const expected = start.value.add(limit.sub(start.value).mul(elapsedPart(start.day, until, day)));
  const behind = better(expected, norm.comparator, value);
  const facts = { start: start.day, expected: display(expected, situation.unit ?? "number", [value]) };
  return behind
    ? running(
        "attention",
        fill(
          {
            nl: "achter op een gelijk pad vanaf {start:day}: nu hoort {expected}",
            en: "behind an even path from {start:day}: {expected} by now",
          },
          facts,
        ),
      )
    : running(
        "on-track",
        fill(
          {
            nl: "op of voor op een gelijk pad vanaf {start:day}: nu hoort {expected}",
            en: "at or ahead of an even path from {start:day}: {expected} by now",
          },
          facts,
        ),
      );
}
const dayBeforeOf = (day: string | undefined): string | undefined => (day === undefined ? undefined : dayBefore(day));

/** Judges a growing sum while its period is running, against the part of the time that has passed. */
export function grown(
  value: Fraction,
  norm: Norm,
  limit: Fraction,
  { day, from, until }: { readonly day: string | undefined; readonly from: string | undefined; readonly until: string },
): Assessment {
  const atMost = norm.comparator.startsWith("<");
  if (day === undefined || from === undefined || limit.lte(0)) {
    return running(holds(value, norm.comparator, limit) ? "on-track" : "attention");
  }
  const time = elapsedPart(dayBefore(from), until, day);
  const used = value.div(limit);
  const facts = { used: wholePercent(used), time: wholePercent(time) };
  if (atMost) {
    return running(
      used.gt(time) ? "attention" : "on-track",
      fill({ nl: "{used} gebruikt na {time} van de tijd", en: "{used} used after {time} of the time" }, facts),
    );
  }
  const expected = limit.mul(time);
  const onPath = holdsAbout(value, { ...norm, value: expected.toFraction() }, expected);
  return running(
    onPath ? "on-track" : "attention",
    fill({ nl: "{used} bereikt na {time} van de tijd", en: "{used} reached after {time} of the time" }, facts),
  );
}
const wholePercent = (part: Fraction): Text => displayNorm(rounded(part, 2), "share");

/**
 * Judges a figure that consists of plans: on track or attention, never met. Notes what was delivered and how much is uncertain.
 */
export function planned(value: Fraction, norm: Norm, limit: Fraction, plans: Plans, unit: Unit): Assessment {
  const within = holds(value, norm.comparator, limit);
  const { soft } = plans;
  return running(
    within ? "on-track" : "attention",
    deliveredOf(plans, limit, unit),
    ...(soft > 0
      ? [
          fill(
            {
              nl: "waarvan {soft:woning|woningen} in plannen die nog idee of haalbaarheid zijn",
              en: "of which {soft:home|homes} in plans that are still an idea or being explored",
            },
            { soft },
          ),
        ]
      : []),
  );
}

/** What was delivered of a figure that consists of plans: "opgeleverd 24 van 68 (35,3%)". */
export function deliveredOf({ delivered }: Plans, limit: Fraction, unit: Unit): Text {
  const [part, whole] = delivered.by === "ratio" ? (delivered.of ?? []) : [];
  const counts = part?.value && whole?.value ? { part: part.value, whole: whole.value } : null;
  return counts !== null
    ? fill(
        { nl: "opgeleverd {part} van {whole}{share}", en: "delivered {part} of {whole}{share}" },
        {
          part: display(counts.part, "homes"),
          whole: display(counts.whole, "homes"),
          share:
            delivered.value === null
              ? ""
              : fill({ nl: " ({share})", en: " ({share})" }, { share: display(delivered.value, unit, [limit]) }),
        },
      )
    : delivered.value !== null
      ? fill({ nl: "opgeleverd {done}", en: "delivered {done}" }, { done: display(delivered.value, unit) })
      : (delivered.because ?? nothingDelivered);
}
export const deliveredOnly: Text = { nl: "alleen wat is opgeleverd telt", en: "only what was delivered counts" };
export const nothingDelivered: Text = { nl: "nog niets opgeleverd", en: "nothing delivered yet" };
export const notDelivered = (names: readonly string[]): Text =>
  fill(
    { nl: "{names} {count|is|zijn} nog niet opgeleverd", en: "{names} {count|is|are} not delivered yet" },
    { names: listed(names), count: names.length },
  );
export const soFar = (inside: boolean): Text =>
  inside
    ? { nl: "tot nu toe binnen de norm", en: "within the norm so far" }
    : { nl: "tot nu toe buiten de norm", en: "outside the norm so far" };
