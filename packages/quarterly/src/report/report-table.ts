import {
  fill,
  listed,
  placeText,
  quarterText,
  verdictText,
  type Language,
  type Text,
} from "@prestatieafspraken/indicators";
import type { Report, ReportLine, Scope } from "../report-shape.js";
import type { CellValue } from "../workbook.js";

const header: readonly Text[] = [
  { nl: "Indicator", en: "Indicator" },
  { nl: "Waarde", en: "Value" },
  { nl: "Norm", en: "Norm" },
  { nl: "Oordeel", en: "Verdict" },
  { nl: "Toelichting", en: "Explanation" },
  { nl: "Artikel", en: "Article" },
];

/** The party of a line, or the parties that a line over all is about; null if those are all parties. */
export const whoText = ({ partyName, about }: Scope): Text | null =>
  partyName !== null ? { nl: partyName, en: partyName } : about === null ? null : listed(about);

/** The title with its party and period: "Aandeel urgente groepen · WYwonen · alleen het derde kwartaal 2026". */
export function lineTitle(line: Pick<ReportLine, "title" | "scope">): Text {
  const { period, quarter } = line.scope;
  const when = period === "quarter" && fill({ nl: "alleen het {q}", en: "the {q} only" }, { q: quarterText(quarter) });
  return [line.title, whoText(line.scope), when]
    .filter((part): part is Text => Boolean(part))
    .reduce((a, b) => ({ nl: `${a.nl} · ${b.nl}`, en: `${a.en} · ${b.en}` }));
}

/**
 * The report as rows for a sheet: a header row, then one row per line in report order. Values are numbers (shares 0-1); empty if
 * unknown.
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
      line.norm?.source.article === undefined ? line.sources[language] : placeText(line.norm.source.article)[language],
    ]),
  ];
}
