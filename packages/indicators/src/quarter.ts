/** "2026-Q3" from a year and a month (1-12). */
export const quarterOf = (year: number, month: number): string => `${year}-Q${Math.ceil(month / 3)}`;

const lastDays = { 1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31" } as const;

/** The last day of a quarter: its peildatum. */
export const quarterLastDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${lastDays[Number(quarter.slice(-1)) as 1 | 2 | 3 | 4]}`;

const word = "(?:kwartaal|kwrt|kw|k|quarter|qtr|q)";
const year = "'?(\\d{4}|\\d{2})";
const gap = "[\\s\\-_/.,]*";
const forms: readonly { readonly form: RegExp; readonly quarter: 1 | 2; readonly year: 1 | 2 }[] = [
  // 2026-Q3, 2026Q3, 2026 kwartaal 3
  { form: new RegExp(`^(\\d{4})${gap}${word}${gap}([1-4])$`), year: 1, quarter: 2 },
  // 2026 3, 2026/3 (a month would have two digits)
  { form: /^(\d{4})[\s\-_/.]+([1-4])$/, year: 1, quarter: 2 },
  // 2026 3e kwartaal
  { form: new RegExp(`^(\\d{4})${gap}([1-4])(?:e|de|ste|st|nd|rd|th)?${gap}${word}$`), year: 1, quarter: 2 },
  // Q3 2026, K3-26, kwartaal 3 van 2026
  { form: new RegExp(`^${word}${gap}([1-4])(?:\\s+(?:van|of)\\s+|[\\s\\-_/.,]+)${year}$`), quarter: 1, year: 2 },
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

/**
 * A quarter in any spelling people use, as "2026-Q3": "2026-Q3", "Q3 2026", "3e kwartaal 2026", "K3-26", "2026 3".
 * Null where it is not one; also for "kwartaal 1" without a year. Dates are read by `readDay`.
 */
export function readQuarter(text: string): string | null {
  if (text.length > 60) return null;
  const typed = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[‐-―]/g, "-")
    .replace(/[‘’]/g, "'")
    .replace(/^(?:het|the)\s+/, "")
    .replace(/^[a-z]{5,6}(?=\s)/, (name) => names[name] ?? name);
  for (const { form, quarter, year: at } of forms) {
    const found = form.exec(typed);
    if (!found) continue;
    const digits = found[at]!;
    const whole = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
    return whole >= 1900 && whole < 2200 ? `${whole}-Q${found[quarter]!}` : null;
  }
  return null;
}
