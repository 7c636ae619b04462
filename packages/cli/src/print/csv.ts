import { verdictWords, type Language } from "@prestatieafspraken/indicators";
import { csvText, type Report } from "@prestatieafspraken/quarterly";
import { headings, scopeText } from "./wording.js";

/** One row a line, for a spreadsheet. */
export function printCsv(report: Report, language: Language): string {
  const t = (text: { nl: string; en: string }): string => text[language];
  const rows = report.results.map((line) => [
    line.indicator,
    t(line.title),
    scopeText(line.scope, language),
    line.value,
    line.exact ?? "",
    line.unit,
    t(line.display),
    line.norm?.comparator ?? "",
    line.norm?.value ?? null,
    line.role === "judged" ? t(verdictWords[line.verdict]) : "",
    line.explanations[language],
    line.source,
  ]);
  const header = [
    "id",
    t(headings.indicator),
    t(headings.scope),
    t(headings.value),
    t({ nl: "Exact", en: "Exact" }),
    t({ nl: "Eenheid", en: "Unit" }),
    t({ nl: "Getoond", en: "Shown" }),
    t({ nl: "Vergelijking", en: "Comparison" }),
    t(headings.norm),
    t(headings.verdict),
    t(headings.explanation),
    t(headings.source),
  ];
  return csvText([header, ...rows], language);
}
