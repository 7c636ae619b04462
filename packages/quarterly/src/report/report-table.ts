import { fill, verdictText, type Language, type Text } from "@prestatieafspraken/indicators";
import type { Report, ReportLine } from "../report-shape.js";
import type { CellValue } from "../workbook.js";

const header: readonly Text[] = [
  { nl: "Indicator", en: "Indicator" },
  { nl: "Waarde", en: "Value" },
  { nl: "Norm", en: "Norm" },
  { nl: "Oordeel", en: "Verdict" },
  { nl: "Toelichting", en: "Explanation" },
  { nl: "Artikel", en: "Article" },
];

/** The title with what the line is about: "Aandeel urgente groepen · WYwonen · alleen 2026-Q3". */
export function lineTitle(line: Pick<ReportLine, "title" | "scope">): Text {
  const { partyName, period, quarter } = line.scope;
  const who = partyName === null ? "" : ` · ${partyName}`;
  const when = period === "quarter" ? { nl: ` · alleen ${quarter}`, en: ` · ${quarter} only` } : "";
  return fill({ nl: "{title}{who}{when}", en: "{title}{who}{when}" }, { title: line.title, who, when });
}

/**
 * The report as rows for a sheet: a header row, then a row per line in the order of the report. The value is a number (a share
 * a fraction of 1); empty where it cannot be said.
 */
export function table(report: Pick<Report, "results">, language: Language): CellValue[][] {
  return [
    header.map((text) => text[language]),
    ...report.results.map((line): CellValue[] => [
      lineTitle(line)[language],
      line.value,
      line.norm?.display[language] ?? null,
      line.role === "shown" ? null : verdictText(line)[language],
      line.explanations[language],
      line.norm?.source.article ?? line.source,
    ]),
  ];
}
