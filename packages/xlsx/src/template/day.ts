import { quarterOfDay } from "@prestatieafspraken/indicators";

/** The number a sheet keeps for a day ("2026-09-30" is 46295), in the 1900 date system. */
export function serialOfDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Every quarter that has a day between the two days, in order. */
export function quartersBetween(from: string, until: string): string[] {
  const quarters: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    for (let quarter = 1; quarter <= 4; quarter++) quarters.push(`${String(year)}-Q${String(quarter)}`);
  return quarters.filter((quarter) => quarter >= quarterOfDay(from) && quarter <= quarterOfDay(until));
}
