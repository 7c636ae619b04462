import type { Language, Text } from "@prestatieafspraken/indicators";
import { lineTitle, type Report, type ReportLine } from "@prestatieafspraken/quarterly";

/** Judged lines over all parties: what people look at first. */
export const judgedLines = (report: Report): readonly ReportLine[] =>
  report.results.filter(({ role, scope }) => role === "judged" && scope.party === null);

/** The other lines of the same indicator: by party, and signals of a single quarter. */
export const otherLines = (report: Report, line: ReportLine): readonly ReportLine[] =>
  report.results.filter((other) => other !== line && other.indicator === line.indicator);

/** What a line is about beside its indicator: "WYwonen", "alleen 2026-Q3". */
export const aboutLine = (line: ReportLine, everybody: Text, language: Language): string => {
  const rest = lineTitle(line)[language].slice(line.title[language].length).replace(/^ · /, "");
  return line.scope.party === null ? [everybody[language], rest].filter(Boolean).join(" · ") : rest;
};
