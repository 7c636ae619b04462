import Papa from "papaparse";
import { verdictWords, type Language } from "@prestatieafspraken/indicators";
import type { Report } from "@prestatieafspraken/quarterly";
import { headings, scopeText } from "./wording.js";

/** One row a line, for a spreadsheet: Dutch with `;` and decimal comma, English with `,` and decimal point. Text that looks like a formula is disarmed. */
export function printCsv(report: Report, language: Language): string {
  const t = (text: { nl: string; en: string }): string => text[language];
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? "" : language === "nl" ? String(value).replace(".", ",") : String(value);
  const rows = report.results.map((line) => [
    line.indicator,
    t(line.title),
    scopeText(line.scope, language),
    number(line.value),
    line.exact ?? "",
    line.unit,
    t(line.display),
    line.norm?.comparator ?? "",
    number(line.norm?.value),
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
  // A byte order mark, or Excel reads the accents wrong.
  return `\uFEFF${Papa.unparse([header, ...rows], { delimiter: language === "nl" ? ";" : ",", escapeFormulae: /^[=+\-@\t\r][^\d]/, newline: "\r\n" })}\r\n`;
}
