import type { Comparator, Language, Unit } from "@prestatieafspraken/indicators";

const formats: Partial<Record<Unit, string>> = {
  share: "0.0%",
  "EUR/month": '"€ "#,##0.00',
  EUR: '"€ "#,##0',
  factor: "0.00",
};

/** The number format for values of a unit. */
export const valueFormat = (unit: Unit): string => formats[unit] ?? "#,##0";

const bounds: Readonly<Record<Comparator, Readonly<Record<Language, string>>>> = {
  ">=": { nl: "ten minste", en: "at least" },
  "<=": { nl: "ten hoogste", en: "at most" },
  ">": { nl: "meer dan", en: "more than" },
  "<": { nl: "minder dan", en: "less than" },
  "=": { nl: "precies", en: "exactly" },
};
const none: Readonly<Record<Language, string>> = { nl: "geen meer", en: "none left" };
const notLess: Readonly<Record<Language, string>> = { nl: "niet minder", en: "not less" };

/** A number format that shows a norm in words, "ten minste 30%" or "geen meer", while the cell stays a number. */
export function normFormat(comparator: Comparator, unit: Unit, language: Language): string {
  const number = unit === "share" ? "0.##%" : valueFormat(unit);
  const shown = `"${bounds[comparator][language]} "${number === "0.##%" ? "0%" : number}`;
  const zero = comparator === "<=" ? none[language] : comparator === ">=" ? notLess[language] : null;
  return zero === null ? shown : `${shown};${shown};"${zero}"`;
}
