import type { Agreement, Commitment, Day } from "@prestatieafspraken/indicators";
import { lastDay, yearOf } from "../measures/quarter.js";
import { lastDayOfMonth } from "../rules/meetings.js";

/** The days a commitment falls due within the agreement: once, or every year. Meetings: the last day each has to be held by. */
export function dueDays(agreement: Pick<Agreement, "from" | "until">, commitment: Commitment): Day[] {
  const years: number[] = [];
  for (let year = yearOf(agreement.from); year <= yearOf(agreement.until); year += 1) years.push(year);
  const inEvery = (days: (year: number) => Day[]): Day[] =>
    years.flatMap(days).filter((day) => day >= agreement.from && day <= agreement.until);
  const { due, recurs, meetings } = commitment;
  if (meetings) return inEvery((year) => meetingDays(meetings, year));
  if (recurs?.month !== undefined) return inEvery((year) => [lastDayOfMonth(year, recurs.month!)]);
  if (recurs?.quarter !== undefined) return inEvery((year) => [lastDay(`${year}-Q${recurs.quarter!}`)]);
  return due === undefined ? [] : [due];
}

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
