import type { Agreement, Commitment, Day } from "@prestatieafspraken/indicators";
import { lastDay, yearOf } from "../measures/quarter.js";
import { lastDayOfMonth } from "../rules/meetings.js";

/** One time that something is due. */
export interface Occurrence {
  /** Which time it is, where it returns, as PA_Evaluatie says it under Periode: "2026", "2026-Q1"; null where it is due once. */
  readonly period: string | null;
  readonly due: Day;
}

/** Every time a commitment falls due within the agreement: once, or every year. Meetings: the last day each has to be held by. */
export function occurrences(agreement: Pick<Agreement, "from" | "until">, commitment: Commitment): Occurrence[] {
  const years: number[] = [];
  for (let year = yearOf(agreement.from); year <= yearOf(agreement.until); year += 1) years.push(year);
  const inEvery = (of: (year: number) => Occurrence[]): Occurrence[] =>
    years.flatMap(of).filter(({ due }) => due >= agreement.from && due <= agreement.until);
  const { due, recurs, meetings } = commitment;
  if (meetings)
    return inEvery((year) => meetingDays(meetings, year).map((day) => ({ period: String(year), due: day })));
  const { month, quarter } = recurs ?? {};
  if (month !== undefined) return inEvery((year) => [{ period: String(year), due: lastDayOfMonth(year, month) }]);
  if (quarter !== undefined)
    return inEvery((year) => [{ period: `${year}-Q${quarter}`, due: lastDay(`${year}-Q${quarter}`) }]);
  return due === undefined ? [] : [{ period: null, due }];
}

/** The days of the occurrences. */
export const dueDays = (agreement: Pick<Agreement, "from" | "until">, commitment: Commitment): Day[] =>
  occurrences(agreement, commitment).map(({ due }) => due);

/**
 * So many meetings a year, spread evenly: four are one a quarter, two one in each half. A month that was named takes the place
 * of the period it lies in.
 */
export function meetingDays(meetings: NonNullable<Commitment["meetings"]>, year: number): Day[] {
  const length = 12 / meetings.perYear;
  const days: Day[] = [];
  for (let meeting = 1; meeting <= meetings.perYear; meeting += 1) {
    const until = Math.round(meeting * length);
    const from = Math.round((meeting - 1) * length) + 1;
    const named = meetings.months?.find((month) => month >= from && month <= until);
    days.push(lastDayOfMonth(year, named ?? until));
  }
  return days;
}
