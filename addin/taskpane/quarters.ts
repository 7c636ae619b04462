import { quarterOfDay, type Agreement } from "@prestatieafspraken/indicators";

/** "2026-Q3" + 1 is "2026-Q4". */
export function quarterAfter(quarter: string, by = 1): string {
  const count = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}

/** The quarters an agreement lasts. */
export function quartersOf({ from, until }: Agreement): readonly string[] {
  const quarters: string[] = [];
  for (let quarter = quarterOfDay(from); quarter <= quarterOfDay(until); quarter = quarterAfter(quarter))
    quarters.push(quarter);
  return quarters;
}
