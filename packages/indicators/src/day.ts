import Fraction from "fraction.js";
import { monthCalled } from "./month.js";
import { quarterFirstDay, quarterLastDay, quarterOfMonth, readQuarter } from "./quarter.js";
import { cleaned } from "./typed.js";

// Dates are handled as midnight UTC, where every day has 24 hours; no clock or time zone is involved.
const oneDay = 86_400_000;
const two = (part: number): string => String(part).padStart(2, "0");
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * The date of a Date of a program, null if it is invalid: at midnight UTC the UTC date, as in JSON; otherwise the local date, as
 * database drivers return it.
 */
export function dayOfDate(date: Date): string | null {
  const moment = date.getTime();
  if (Number.isNaN(moment)) return null;
  return moment % oneDay === 0
    ? dayAt(moment)
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The date a number of days later; earlier if negative. */
export const daysLater = (day: string, days: number): string => dayAt(Date.parse(day) + days * oneDay);

/** The same day a number of months later; the last day of that month if it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  // Day 0 of the next month is the last day of the month.
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return dayAt(last.getTime());
}

const daysFrom = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / oneDay;

/** Day 0 of Excel's serial numbers from 1 March 1900 on (Excel counts a 29 February 1900 that did not exist). */
const serialZero = "1899-12-30";

/** The serial number of a date in Excel: 46295 for "2026-09-30". */
export const daySerial = (day: string): number => daysFrom(serialZero, day);

const plausible = { from: 1900, until: 2199 };
const lastSerial = daySerial(`${plausible.until}-12-31`);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : lengths[month - 1]!);

/** A date, or null if it does not exist: 31 September is refused, not moved to 1 October. */
function calendarDay(year: number, month: number, day: number): string | null {
  if (year < plausible.from || year > plausible.until || month < 1 || month > 12 || day < 1) return null;
  if (day > daysIn(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** True if the number is a typed year (2026) rather than a serial number. */
const isYear = (value: number): boolean =>
  Number.isInteger(value) && value >= plausible.from && value <= plausible.until;

/** One minute as a part of a day: some exporters write midnight as 23:59:32 of the day before. */
const minute = 1 / 1440;
const longest = 60;
const weekday =
  "(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)";
const before = new RegExp(`^(?:(?:per|op|d\\.?d\\.?|datum:?|${weekday})\\.?,?\\s+)+`);
const after = new RegExp(`(^|[^a-z])${weekday}\\.?\\)?$`);
const timeBeside = /[t ,]\s?(?:om |at )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?:\s?(?:uur|u|h))?\.?$/;
const instant = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})?\s?(z|utc|[+-]\d{2}:?\d{2})$/;
const ending = "(?:e|ste|de|st|nd|rd|th)?";
const ordered: readonly { readonly form: RegExp; readonly at: readonly [year: 1 | 3, month: 1 | 2, day: 1 | 2 | 3] }[] =
  [
    { form: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, at: [1, 2, 3] },
    { form: /^(20\d{2})(\d{2})(\d{2})$/, at: [1, 2, 3] },
    { form: /^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}'?(\d{4}|\d{2})$/, at: [3, 2, 1] },
    {
      form: new RegExp(`^(\\d{1,2})${ending}[-/. ]{0,2}([a-z]{3,9})\\.?[-/., ]{0,2}'?(\\d{4}|\\d{2})$`),
      at: [3, 2, 1],
    },
    { form: new RegExp(`^([a-z]{3,9})\\.? (\\d{1,2})${ending},? (\\d{4})$`), at: [3, 1, 2] },
    { form: /^(\d{4})[-/. ]([a-z]{3,9})\.?[-/. ](\d{1,2})$/, at: [1, 2, 3] },
  ];
// Created on first use: that takes ten milliseconds, and few workbooks contain a moment with a time zone.
let dutchDay: Intl.DateTimeFormat | null = null;

/** The date in the Netherlands at a moment in UTC; a moment within a minute before midnight counts as midnight. */
export function dutchDayAt(milliseconds: number): string {
  dutchDay ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const part = Object.fromEntries(
    dutchDay.formatToParts(milliseconds + 60_000).map(({ type, value }) => [type, value]),
  );
  return `${part["year"] ?? ""}-${part["month"] ?? ""}-${part["day"] ?? ""}`;
}

/** True if a serial number or text has a time of day more than a minute from midnight. */
export function saysTime(value: string | number): boolean {
  if (typeof value === "number") {
    const part = value - Math.floor(value);
    return part > minute && part < 1 - minute - 1e-9;
  }
  const found = value.length > longest ? null : timeBeside.exec(cleaned(value).toLowerCase());
  if (!found) return false;
  const time = Number(found[1]) * 60 + Number(found[2]);
  return time > 0 && time < 1439;
}

/**
 * Reads a date as people, Excel and other programs write it and returns "2026-09-30": year-month-day, Dutch day-month-year
 * ("30-9-2026", "30/09/'26", "30 september 2026", "wo 30-sep-2026"), or an Excel serial number.
 * A time of day is dropped; within a minute of midnight it counts as that midnight; a moment with a time zone becomes the date in
 * the Netherlands. Null if it is not a date; the number 2026 is a year, not a day in 1905.
 */
export function readDay(value: string | number): string | null {
  if (typeof value === "number") {
    if (isYear(value)) return null;
    const days = Math.floor(value + minute + 1e-9);
    // 61 is 1 March 1900; Excel's earlier serial numbers are off by one.
    if (!(days >= 61 && days <= lastSerial)) return null;
    return daysLater(serialZero, days);
  }
  if (value.length > longest) return null;
  // Shortcut for the product's own notation, which most dates have.
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return calendarDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));
  const typed = cleaned(value).toLowerCase();
  const moment = instant.exec(typed);
  if (moment) {
    const [, day = "", time = "", seconds = ":00", zone = ""] = moment;
    const offset = zone === "z" || zone === "utc" ? "Z" : zone.replace(/^(.\d{2})(\d{2})$/, "$1:$2");
    const milliseconds = Date.parse(`${day}T${time}${seconds}${offset}`);
    return Number.isNaN(milliseconds) ? null : dutchDayAt(milliseconds);
  }
  const bare = withoutWeekday(typed.replace(before, ""));
  const time = timeBeside.exec(bare);
  const day = dayAsWritten(time && Number(time[1]) < 25 ? bare.slice(0, time.index) : bare);
  const isLastMinute = time !== null && Number(time[1]) * 60 + Number(time[2]) >= 1439;
  return day !== null && isLastMinute ? daysLater(day, 1) : day;
}

/**
 * "30-9-2026 (wo)" without its day of the week. Avoids look-behind, which older Safari (and so older Office for Mac)
 * cannot parse.
 */
function withoutWeekday(text: string): string {
  const left = text.replace(after, "$1");
  return left === text ? text : left.replace(/\s*\(?$/, "");
}

function dayAsWritten(text: string): string | null {
  for (const { form, at } of ordered) {
    const found = form.exec(text);
    if (!found) continue;
    const [year, month, day] = at.map((place) => found[place]!) as [string, string, string];
    const number = /^\d/.test(month) ? Number(month) : monthCalled(month);
    return number === null ? null : calendarDay(century(year), number, Number(day));
  }
  return null;
}

const century = (year: string): number => Number(year.length === 2 ? `20${year}` : year);

/** Reads a date, or a quarter as its first or last day. */
export function readDayOrQuarter(value: string | number, side: "first" | "last"): string | null {
  const day = readDay(value);
  if (day !== null || typeof value === "number") return day;
  const quarter = readQuarter(value);
  if (quarter === null) return null;
  return side === "last" ? quarterLastDay(quarter) : quarterFirstDay(quarter);
}

/** The quarter of a date: "2026-Q3". */
export const quarterOfDay = (day: string): string => quarterOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/** The day before a date. */
export const dayBefore = (day: string): string => daysLater(day, -1);

/** The same day a number of years later; 28 February instead of 29 if that year has none. */
export const yearsLater = (day: string, years: number): string => monthsLater(day, 12 * years);

/**
 * Years from the end of day `a` to the end of day `b`: whole months, plus the remaining days as a part of the month they fall in.
 * 30 September 2026 to 31 December 2028 is 27 months, 2.25 years. Negative if `b` is before `a`.
 */
export function yearsBetween(a: string, b: string): Fraction {
  if (b < a) return yearsBetween(b, a).neg();
  const from = daysLater(a, 1);
  const until = daysLater(b, 1);
  const [[fromYear, fromMonth], [untilYear, untilMonth]] = [from, until].map((day) => day.split("-").map(Number)) as [
    [number, number],
    [number, number],
  ];
  let months = (untilYear - fromYear) * 12 + untilMonth - fromMonth;
  if (monthsLater(from, months) > until) months -= 1;
  const reached = monthsLater(from, months);
  const left = daysFrom(reached, until);
  const length = daysFrom(reached, monthsLater(from, months + 1));
  return new Fraction(months).add(new Fraction(left, length)).div(12);
}

/** The part (0-1) of the period from the end of `a` to the end of `b` that has passed at the end of `day`. */
export function elapsedPart(a: string, b: string, day: string): Fraction {
  const whole = yearsBetween(a, b);
  if (day >= b || whole.lte(0)) return new Fraction(1);
  if (day <= a) return new Fraction(0);
  return yearsBetween(a, day).div(whole);
}
