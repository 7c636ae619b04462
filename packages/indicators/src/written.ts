import { readDay } from "./day.js";
import { monthNames } from "./month.js";
import { readQuarter } from "./quarter.js";
import type { Language, Text } from "./text.js";
import { writtenNumber } from "./written-number.js";

const inBoth = (write: (language: Language) => string): Text => ({ nl: write("nl"), en: write("en") });

/** The name of a month (1-12): "september", "September". */
export const monthText = (month: number): Text => {
  const { nl = "", en = "" } = monthNames[month - 1] ?? {};
  return { nl, en };
};

/** "30 september 2026" from "2026-09-30"; text that is not a date is returned unchanged. */
export function dayText(day: string): Text {
  const read = readDay(day);
  if (read === null) return inBoth(() => day);
  const [year = "", month = "", date = ""] = read.split("-");
  const name = monthText(Number(month));
  return inBoth((language) => `${Number(date)} ${name[language]} ${year}`);
}

const ordinals: readonly Text[] = [
  { nl: "eerste", en: "first" },
  { nl: "tweede", en: "second" },
  { nl: "derde", en: "third" },
  { nl: "vierde", en: "fourth" },
];

/** "derde kwartaal 2026" from "2026-Q3", without an article; text that is not a quarter is returned unchanged. */
export function quarterText(quarter: string): Text {
  const read = readQuarter(quarter);
  const ordinal = ordinals[Number(read?.slice(-1)) - 1];
  if (read === null || ordinal === undefined) return inBoth(() => quarter);
  const year = read.slice(0, 4);
  return { nl: `${ordinal.nl} kwartaal ${year}`, en: `${ordinal.en} quarter of ${year}` };
}

/** "Q3 2026" from "2026-Q3", where there is little room; text that is not a quarter is returned unchanged. */
export function shortQuarter(quarter: string): string {
  const read = readQuarter(quarter);
  return read === null ? quarter : `${read.slice(-2)} ${read.slice(0, 4)}`;
}

/** Joins names: "WYwonen, Portaal en DUWO". */
export function listed(names: readonly (string | Text)[]): Text {
  return inBoth((language) => {
    const words = names.map((name) => (typeof name === "string" ? name : name[language]));
    const and = language === "nl" ? "en" : "and";
    return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)!}`;
  });
}

/** Joins sentences with spaces; null is skipped. */
export const together = (...sentences: readonly (Text | null | undefined)[]): Text =>
  inBoth((language) => sentences.flatMap((sentence) => sentence?.[language] ?? []).join(" "));

const betweenThousands: Readonly<Record<Language, string>> = { nl: ".", en: "," };

/** Formats a number with thousands separators: "1.090", "1,090". Pass a year as text. */
export const numberText = (value: number): Text =>
  inBoth((language) =>
    // Most numbers are whole, and creating an Intl.NumberFormat takes longer than reading a small workbook.
    Number.isSafeInteger(value)
      ? String(value).replace(/\B(?=(?:\d{3})+$)/g, betweenThousands[language])
      : writtenNumber(language, value, { maximumFractionDigits: 4 }),
  );

/** An amount with its cents: "€ 1.234,50", "€1,234.50". */
export function euroText(amount: number): Text {
  const [whole = "", cents = ""] = Math.abs(amount).toFixed(2).split(".");
  const { nl, en } = numberText(Number(whole));
  const minus = amount < 0 ? "-" : "";
  return { nl: `€ ${minus}${nl},${cents}`, en: `${minus}€${en}.${cents}` };
}
