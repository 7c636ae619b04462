import {
  fill,
  placeOfGoal,
  quarterAfter,
  quarterLastDay,
  quarterOfDay,
  quarterText,
  type Day,
} from "@prestatieafspraken/indicators";
import { agreementInForce } from "../judging/in-force.js";
import type { Duty } from "../report-shape.js";
import type { Return } from "../return.js";
import { judgeDated } from "./duties.js";
import { about as rowAbout, evaluations } from "./evaluation.js";
import { meetings } from "./meetings.js";
import { dueDays, occurrences } from "./occurrences.js";
import { yearOf } from "./year.js";

/**
 * Due dates in order: every duty with a single date, and yearly duties and meetings from the start of the quarter's year through
 * the next quarter (at least to the end of the year). `done` is false if the date passed without it being done, null if unknown.
 */
export function calendar(ret: Return, { quarter, day }: { readonly quarter: string; readonly day: Day }): Duty[] {
  const agreement = agreementInForce(ret);
  const evaluation = evaluations(ret);
  const held = meetings(ret);
  const from = `${yearOf(quarter)}-01-01`;
  const next = quarterLastDay(quarterAfter(quarter));
  const until = next > `${yearOf(quarter)}-12-31` ? next : `${yearOf(quarter)}-12-31`;
  const inView = (due: Day): boolean => due >= from && due <= until;

  const duties = agreement.commitments.flatMap((commitment): Duty[] => {
    const about = {
      article: commitment.article,
      place: placeOfGoal(commitment),
      title: commitment.title,
      lead: commitment.lead,
    };
    const days = dueDays(agreement, commitment);
    const { meetings: rule } = commitment;
    if (rule) {
      return days.filter(inView).map((due) => {
        const period =
          days.filter((other) => other < due && yearOf(other) === yearOf(due)).at(-1) ?? `${yearOf(due) - 1}-12-31`;
        const took = held?.some(
          (one) => one.kind === rule.kind && one.day > period && one.day <= due && one.day <= day,
        );
        return { ...about, day: due, done: took === true ? true : held !== null && due <= day ? false : null };
      });
    }
    if (commitment.kind !== "dated") return [];
    const rows = evaluation?.all(commitment.article) ?? [];
    if (commitment.recurs === undefined) {
      const due = days[0] ?? rows.at(-1)?.deadline ?? null;
      return due === null ? [] : [{ ...about, day: due, done: judgeDated(due, rows.at(-1) ?? null, day).done }];
    }
    const times = occurrences(agreement, commitment);
    const started = times.filter(
      ({ due }, at) => due <= day || times[at - 1]?.due === undefined || times[at - 1]!.due <= day,
    );
    return times
      .filter(({ due }) => inView(due))
      .map((time) => ({
        ...about,
        day: time.due,
        done: judgeDated(time.due, rowAbout(rows, time, started.length === 1), day).done,
      }));
  });

  const planned = (held ?? [])
    .filter((meeting) => meeting.day > day && meeting.day <= until)
    .map((meeting): Duty => {
      const commitment = agreement.commitments.find((one) => one.meetings?.kind === meeting.kind);
      return {
        day: meeting.day,
        article: commitment?.article ?? "",
        place: commitment ? placeOfGoal(commitment) : null,
        title: fill(
          { nl: "Gepland overleg ({kind}), {quarter}", en: "Planned meeting ({kind}), {quarter}" },
          { kind: meeting.kind, quarter: quarterText(quarterOfDay(meeting.day)) },
        ),
        lead: commitment?.lead ?? [],
        done: null,
      };
    });
  return [...duties, ...planned]
    .map((duty) => ({
      ...duty,
      lead: duty.lead.map((id) => agreement.parties.find((one) => one.id === id)?.name ?? id),
    }))
    .sort((a, b) => (a.day === b.day ? (a.article < b.article ? -1 : 1) : a.day < b.day ? -1 : 1));
}
