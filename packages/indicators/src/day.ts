import { CalendarDate, parseDate } from "@internationalized/date";
import Fraction from "fraction.js";
import { quarterLastDay, quarterOf, readQuarter } from "./quarter.js";
import type { Text } from "./text.js";

/** Excel counts days from 30 December 1899 (its 1900 has a 29 February that never was). */
const serialZero = new CalendarDate(1899, 12, 30);
const plausible = { from: 1900, until: 2199 };

/** A real calendar day, or null: 31 September is refused, not moved. */
function calendarDay(year: number, month: number, day: number): string | null {
  if (year < plausible.from || year > plausible.until || month < 1 || month > 12 || day < 1) return null;
  const date = new CalendarDate(year, month, day);
  return date.day === day && date.month === month ? date.toString() : null;
}

/** Is the number a year somebody typed (2026), and so no count of days since 1900? */
const isYear = (value: number): boolean =>
  Number.isInteger(value) && value >= plausible.from && value <= plausible.until;

/**
 * A day as people and Excel write it, as "2026-09-30": an ISO date (a time of day is left off), day-month-year as in Dutch
 * ("30-9-2026", "30/09/26", "30 september 2026"), or an Excel serial number. Null where it is not a day; 2026 is a year and no day of 1905.
 */
export function readDay(value: string | number): string | null {
  if (typeof value === "number") {
    if (isYear(value)) return null;
    const days = Math.floor(value);
    // 61 is 1 March 1900: before it Excel's own count is off by one.
    if (!(days >= 61 && days <= 109_939)) return null;
    return serialZero.add({ days }).toString();
  }
  const text = value.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (dutch) return calendarDay(century(dutch[3]!), Number(dutch[2]), Number(dutch[1]));
  const written = /^(\d{1,2})\s([a-z]{3,9})\.?\s'?(\d{4}|\d{2})$/.exec(text.toLowerCase());
  const month = written ? monthCalled(written[2]!) : null;
  return written && month !== null ? calendarDay(century(written[3]!), month, Number(written[1])) : null;
}

const century = (year: string): number => Number(year.length === 2 ? `20${year}` : year);

/** The months as written in a sentence; `short` are abbreviations that are no beginning of the word. */
export const monthNames: readonly (Text & { readonly short?: string })[] = [
  { nl: "januari", en: "January" },
  { nl: "februari", en: "February" },
  { nl: "maart", en: "March", short: "mrt" },
  { nl: "april", en: "April" },
  { nl: "mei", en: "May" },
  { nl: "juni", en: "June" },
  { nl: "juli", en: "July" },
  { nl: "augustus", en: "August" },
  { nl: "september", en: "September", short: "sept" },
  { nl: "oktober", en: "October" },
  { nl: "november", en: "November" },
  { nl: "december", en: "December" },
];

/** The month somebody writes out or abbreviates to at least three letters, in Dutch or English. */
function monthCalled(word: string): number | null {
  const at = monthNames.findIndex(({ nl, en, short }) =>
    [nl, en.toLowerCase(), short ?? nl].some((name) => name.startsWith(word)),
  );
  return at < 0 ? null : at + 1;
}

/** A day, or the first or last day of a quarter. */
export function readDayOrQuarter(value: string | number, side: "first" | "last"): string | null {
  const day = readDay(value);
  if (day !== null || typeof value === "number") return day;
  const quarter = readQuarter(value);
  if (quarter === null) return null;
  return side === "last" ? quarterLastDay(quarter) : `${quarter.slice(0, 4)}-${firstMonth(quarter)}-01`;
}
const firstMonth = (quarter: string): string => String(Number(quarter.slice(-1)) * 3 - 2).padStart(2, "0");

/** "2026-Q3" from a day. */
export const quarterOfDay = (day: string): string => quarterOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

export const dayBefore = (day: string): string => parseDate(day).subtract({ days: 1 }).toString();

/** The same day so many years on; 28 February where 29 February is not in that year. */
export const yearsLater = (day: string, years: number): string => parseDate(day).add({ years }).toString();

/**
 * Years between the end of day `a` and the end of day `b`, as people count them: whole months, and the days left over as a part
 * of the month they fall in. 30 September 2026 to 31 December 2028 is 27 months, 2.25 years. Negative where `b` is before `a`.
 */
export function yearsBetween(a: string, b: string): Fraction {
  if (b < a) return yearsBetween(b, a).neg();
  const from = parseDate(a).add({ days: 1 });
  const until = parseDate(b).add({ days: 1 });
  let months = (until.year - from.year) * 12 + until.month - from.month;
  if (from.add({ months }).compare(until) > 0) months -= 1;
  const reached = from.add({ months });
  const left = until.compare(reached);
  const length = from.add({ months: months + 1 }).compare(reached);
  return new Fraction(months).add(new Fraction(left, length)).div(12);
}

/** Which part of the period from the end of `a` to the end of `b` has passed at the end of `day`: 0 before, 1 after. */
export function elapsedPart(a: string, b: string, day: string): Fraction {
  const whole = yearsBetween(a, b);
  if (day >= b || whole.lte(0)) return new Fraction(1);
  if (day <= a) return new Fraction(0);
  return yearsBetween(a, day).div(whole);
}
