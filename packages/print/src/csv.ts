import { verdictText, type Language } from "@prestatieafspraken/indicators";
import { csvText, type Report } from "@prestatieafspraken/quarterly";
import { checkNumber, headings, scopeText } from "./wording.js";

/** The report as CSV, one row per line of the report. */
export function printCsv(report: Report, language: Language): string {
  const { indicator, scope, value, exact, unit, shown, comparison, norm, verdict, explanation } = headings;
  const header = [indicator, scope, value, exact, unit, shown, comparison, norm, verdict, explanation, headings.source];
  const number = checkNumber(report);
  return csvText(
    [
      ["id", ...[...header, headings.checkNumber].map((text) => text[language])],
      ...report.results.map((line) => [
        line.indicator,
        line.title[language],
        scopeText(line.scope)[language],
        line.value,
        line.exact ?? "",
        line.unit,
        line.display[language],
        line.norm?.comparator ?? "",
        line.norm?.value ?? null,
        line.role === "judged" ? verdictText(line)[language] : "",
        line.explanations[language],
        line.sources[language],
        number,
      ]),
    ],
    language,
  );
}
