import { quarterLastDay, quarterOfDay, type Agreement } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";

export interface Held {
  readonly index: number;
  readonly day: string;
  readonly quarter: string;
}

/** Meetings of a kind held by a date; later ones are planned. */
export function meetingsHeld(table: ReturnTable, kind: string, day: string): readonly Held[] {
  const held: Held[] = [];
  for (let index = 0; index < table.length; index += 1) {
    const on = table.value("Datum", index);
    if (typeof on !== "string" || on > day || table.value("Soort", index) !== kind) continue;
    held.push({ index, day: on, quarter: quarterOfDay(on) });
  }
  return held;
}

/** The first date in the table; earlier meetings are not missing, because the table was not kept yet. */
export function keptSince(table: ReturnTable): string | null {
  let first: string | null = null;
  for (let index = 0; index < table.length; index += 1) {
    const on = table.value("Datum", index);
    if (typeof on === "string" && (first === null || on < first)) first = on;
  }
  return first;
}

/** Quarters of the agreement that have ended by a date. */
export function quartersDone(agreement: Pick<Agreement, "from" | "until">, day: string): readonly string[] {
  const done: string[] = [];
  for (let year = Number(agreement.from.slice(0, 4)); year <= Number(agreement.until.slice(0, 4)); year += 1) {
    for (let n = 1; n <= 4; n += 1) {
      const quarter = `${year}-Q${n}`;
      if (quarter >= quarterOfDay(agreement.from) && quarterLastDay(quarter) < day) done.push(quarter);
    }
  }
  return done;
}

/** The last day of a month: "2026-11-30". */
export function lastDayOfMonth(year: number, month: number): string {
  const days =
    month === 2
      ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
        ? 29
        : 28
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31;
  return `${year}-${String(month).padStart(2, "0")}-${days}`;
}
