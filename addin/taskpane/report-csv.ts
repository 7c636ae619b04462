import { verdictWords, type Language } from "@prestatieafspraken/indicators";
import { csvText, lineTitle, type Report } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

/** One row a line, for a spreadsheet. */
export function reportCsv(report: Report, language: Language): string {
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
    line.value,
    line.exact ?? "",
    line.unit,
    line.display[language],
    line.norm?.comparator ?? "",
    line.norm?.value ?? null,
    line.role === "judged" ? verdictWords[line.verdict][language] : "",
    line.explanations[language],
    line.source,
  ]);
  return csvText([header, ...rows], language);
}
