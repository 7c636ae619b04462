import { verdictWords, type Language } from "@prestatieafspraken/indicators";
import { lineTitle, type Report } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

/** Text that a spreadsheet would take for a formula is disarmed; quotes are doubled. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r][^\d]/.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row a line, for a spreadsheet: Dutch with `;` and decimal comma, English with `,` and decimal point. */
export function reportCsv(report: Report, language: Language): string {
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? "" : language === "nl" ? String(value).replace(".", ",") : String(value);
  const { page } = words;
  const header = [
    "id",
    words.screen.indicators[language],
    page.about[language],
    words.value[language],
    page.exact[language],
    page.unit[language],
    page.displayed[language],
    page.comparison[language],
    words.norm[language],
    words.verdict[language],
    words.indicators.arithmetic[language],
    words.indicators.source[language],
  ];
  const rows = report.results.map((line) => [
    line.indicator,
    lineTitle(line)[language],
    line.scope.partyName ?? words.allParties[language],
    number(line.value),
    line.exact ?? "",
    line.unit,
    line.display[language],
    line.norm?.comparator ?? "",
    number(line.norm?.value),
    line.role === "judged" ? verdictWords[line.verdict][language] : "",
    line.explanations[language],
    line.source,
  ]);
  const separator = language === "nl" ? ";" : ",";
  // A byte order mark, or Excel reads the accents wrong.
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
