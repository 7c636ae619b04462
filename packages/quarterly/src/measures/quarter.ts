import { quarterLastDay, quarterOfDay, type Day, type QuarterId } from "@prestatieafspraken/indicators";

export { quarterLastDay as lastDay, quarterOfDay as quarterOf };

/** Quarters as whole numbers since the year 0: the arithmetic below is plain counting. */
const ordinal = (quarter: QuarterId): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
const fromOrdinal = (count: number): QuarterId => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

export const yearOf = (dayOrQuarter: Day): number => Number(dayOrQuarter.slice(0, 4));
/** Number of the quarter in its year, 1-4. */
export const numberOf = (quarter: QuarterId): number => Number(quarter.slice(6));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export const firstDay = (quarter: QuarterId): Day =>
  `${quarter.slice(0, 4)}-${["01", "04", "07", "10"][numberOf(quarter) - 1] ?? "01"}-01`;

/** The quarter so many quarters further on (or back). */
export const shift = (quarter: QuarterId, by: number): QuarterId => fromOrdinal(ordinal(quarter) + by);

/** All quarters from one through another, oldest first; none when the first is later. */
export function through(from: QuarterId, until: QuarterId): QuarterId[] {
  const list: QuarterId[] = [];
  for (let at = ordinal(from); at <= ordinal(until); at += 1) list.push(fromOrdinal(at));
  return list;
}
