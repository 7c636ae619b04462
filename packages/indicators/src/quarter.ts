import { monthCalled } from "./month.js";
import { cleaned } from "./typed.js";

/** The quarter of a year and month (1-12): "2026-Q3". */
export const quarterOfMonth = (year: number, month: number): string => `${year}-Q${Math.ceil(month / 3)}`;

const lastDays = { 1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31" } as const;
const firstDays = { 1: "01-01", 2: "04-01", 3: "07-01", 4: "10-01" } as const;

/** The number of the quarter within its year (1-4). */
export const quarterNumber = (quarter: string): 1 | 2 | 3 | 4 => Number(quarter.slice(-1)) as 1 | 2 | 3 | 4;

/** The last day of a quarter (its peildatum). */
export const quarterLastDay = (quarter: string): string => `${quarter.slice(0, 4)}-${lastDays[quarterNumber(quarter)]}`;
/** The first day of a quarter. */
export const quarterFirstDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${firstDays[quarterNumber(quarter)]}`;

/** Quarters counted from year 0, so that the arithmetic below is plain counting. */
const ordinal = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + quarterNumber(quarter) - 1;
const fromOrdinal = (count: number): string => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

/** The quarter a number of quarters later; earlier if negative. "2026-Q4" + 1 is "2027-Q1". */
export const quarterAfter = (quarter: string, by = 1): string => fromOrdinal(ordinal(quarter) + by);

/** All quarters from one to another, inclusive, oldest first; empty if the first is later. */
export function quartersThrough(from: string, until: string): string[] {
  const list: string[] = [];
  for (let at = ordinal(from); at <= ordinal(until); at += 1) list.push(fromOrdinal(at));
  return list;
}

const longest = 60;
const word = "(?:kwartaal|kwrt|kwart|kw|k|quarter|qtr|q)\\.?";
const year = "'?(\\d{4}|\\d{2})";
const gap = "[\\s\\-_/.,]*";
const forms: readonly { readonly form: RegExp; readonly quarter: 1 | 2; readonly year: 1 | 2 }[] = [
  // 2026-Q3, 2026Q3, 2026 kwartaal 3
  { form: new RegExp(`^(\\d{4})${gap}${word}${gap}0?([1-4])$`), year: 1, quarter: 2 },
  // 2026 3, 2026/3 (a month would have two digits)
  { form: /^(\d{4})[\s\-_/.]+([1-4])$/, year: 1, quarter: 2 },
  // 2026 3e kwartaal
  { form: new RegExp(`^(\\d{4})${gap}([1-4])(?:e|de|ste|st|nd|rd|th)?${gap}${word}$`), year: 1, quarter: 2 },
  // Q3 2026, K3-26, kwartaal 3 van 2026
  { form: new RegExp(`^${word}${gap}0?([1-4])(?:\\s+(?:van|of)\\s+|[\\s\\-_/.,]+)${year}$`), quarter: 1, year: 2 },
  // 3e kwartaal 2026, 3rd quarter of 2026, 3Q26
  {
    form: new RegExp(`^([1-4])(?:e|de|ste|st|nd|rd|th)?${gap}${word}(?:\\s+(?:van|of)\\s+|${gap})${year}$`),
    quarter: 1,
    year: 2,
  },
];
const names: Readonly<Record<string, string>> = {
  eerste: "1e",
  tweede: "2e",
  derde: "3e",
  vierde: "4e",
  first: "1st",
  second: "2nd",
  third: "3rd",
  fourth: "4th",
};
const named = new RegExp(`\\b(?:${Object.keys(names).join("|")})\\b`);

const roman: Readonly<Record<string, string>> = { i: "q1", ii: "q2", iii: "q3", iv: "q4" };
const behind = /\s*(?:\(?(?:voorlopig|voorl\.?|definitief|def\.?|provisional|final)\)?|\*{1,2})$/;
const monthForms: readonly {
  readonly form: RegExp;
  readonly month: 1 | 2;
  readonly last?: 2;
  readonly year: 1 | 2 | 3;
}[] = [
  // juli 2026, jul-26
  { form: /^([a-z]{3,9})\.?[\s\-/.]*'?(\d{4}|\d{2})$/, month: 1, year: 2 },
  // jul-sep 2026, juli t/m september 2026
  {
    form: /^([a-z]{3,9})\.?\s?(?:-|\/|t\/m|tot en met|to|through)\s?([a-z]{3,9})\.?[\s\-/.,]+'?(\d{4}|\d{2})$/,
    month: 1,
    last: 2,
    year: 3,
  },
  // 2026MM07 (Statistics Netherlands); 2026-07, which cannot be a quarter. 2026-02 to 2026-04 are ambiguous and refused below.
  { form: /^(\d{4})(?:mm|-)(0[1-9]|1[0-2])$/, month: 2, year: 1 },
];

const wholeYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);
const isYear = (year: number): boolean => year >= 1900 && year < 2200;

/** The quarter of a month, or of a range of months that is exactly a quarter. */
function quarterOfMonths(typed: string): string | null {
  for (const { form, month: at, last: until, year: of } of monthForms) {
    const found = form.exec(typed);
    if (!found) continue;
    const month = monthCalled(found[at]!) ?? (/^\d/.test(found[at]!) ? Number(found[at]) : null);
    const last = until === undefined ? null : monthCalled(found[until]!);
    const year = wholeYear(found[of]!);
    if (month === null || !isYear(year)) return null;
    if (until !== undefined && (month % 3 !== 1 || last !== month + 2)) return null;
    if (typed.includes("-0") && month > 1 && month < 5) return null;
    return quarterOfMonth(year, month);
  }
  return null;
}

/**
 * Reads a quarter in any common spelling and returns "2026-Q3": "2026-Q3", "Q3 2026", "3e kwartaal 2026", "K3-26", "2026 3",
 * "2026KW03" (Statistics Netherlands), "III-2026", "jul-sep 2026", "juli 2026", "2026-Q3 (voorlopig)". Null if it is not a
 * quarter or has no year. Dates are read by `readDay`.
 */
export function readQuarter(text: string): string | null {
  if (text.length > longest) return null;
  // Shortcut for the product's own notation.
  if (/^(?:19|2[01])\d{2}-Q[1-4]$/.test(text)) return text;
  const typed = cleaned(text.normalize("NFKC"))
    .toLowerCase()
    .replace(behind, "")
    .replace(/^(?:het|the)\s+/, "")
    .replace(named, (name) => names[name]!)
    .replace(/(^|[^a-z])(iii|ii|iv|i)(?![a-z])/, (_, ahead: string, sign: string) => ahead + roman[sign]!)
    .replace(/(kwartaal|kw|quarter)(\s)q(?=[1-4])/, "$1$2");
  for (const { form, quarter, year: at } of forms) {
    const found = form.exec(typed);
    if (!found) continue;
    const year = wholeYear(found[at]!);
    return isYear(year) ? `${year}-Q${found[quarter]!}` : null;
  }
  return quarterOfMonths(typed);
}
