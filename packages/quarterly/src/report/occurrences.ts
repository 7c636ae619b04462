import { quarterLastDay, type Agreement, type Commitment, type Day } from "@prestatieafspraken/indicators";
import { lastDayOfMonth } from "../rules/meetings.js";
import { yearOf } from "./year.js";

/** One occurrence of something due. */
export interface Occurrence {
  /** The occurrence, if it recurs, as in column Periode of PA_Evaluatie: "2026", "2026-Q1"; null if it is due once. */
  readonly period: string | null;
  readonly due: Day;
}

/**
 * All occurrences of a commitment within the agreement: once or every year. For meetings: the last day on which each must be
 * held.
 */
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
    return inEvery((year) => [{ period: `${year}-Q${quarter}`, due: quarterLastDay(`${year}-Q${quarter}`) }]);
  return due === undefined ? [] : [{ period: null, due }];
}

/** The due dates of the occurrences. */
export const dueDays = (agreement: Pick<Agreement, "from" | "until">, commitment: Commitment): Day[] =>
  occurrences(agreement, commitment).map(({ due }) => due);

/**
 * The last days for a number of meetings a year, spread evenly: four means one a quarter, two one in each half-year. A month
 * named in the agreement replaces the period it lies in.
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
