import type { Text } from "@prestatieafspraken/indicators";

const months = {
  nl: [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** "31 december 2026". */
export function dayText(day: string): Text {
  const [year = "", month = "1", date = "1"] = day.split("-");
  const write = (language: "nl" | "en"): string =>
    `${Number(date)} ${months[language][Number(month) - 1] ?? ""} ${year}`;
  return { nl: write("nl"), en: write("en") };
}

export const monthText = (month: number): Text => ({ nl: months.nl[month - 1] ?? "", en: months.en[month - 1] ?? "" });

/** Sentences after each other. */
export const together = (...texts: readonly (Text | null)[]): Text => {
  const said = texts.filter((text) => text !== null);
  return { nl: said.map(({ nl }) => nl).join(" "), en: said.map(({ en }) => en).join(" ") };
};
