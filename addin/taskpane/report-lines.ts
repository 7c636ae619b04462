import type { Language, Text } from "@prestatieafspraken/indicators";
import { lineTitle, whoText, type Report, type ReportLine } from "@prestatieafspraken/quarterly";

/** The other lines of an indicator: per party, and signals of a single quarter. */
export const besideLine = (report: Report, line: ReportLine): readonly ReportLine[] =>
  report.results.filter((other) => other !== line && other.indicator === line.indicator);

/** What a line covers, without the indicator's title: "WYwonen", "alleen het derde kwartaal 2026". */
export const aboutLine = (line: ReportLine, everybody: Text, language: Language): string => {
  const rest = lineTitle(line)[language].slice(line.title[language].length).replace(/^ · /, "");
  return whoText(line.scope) === null ? [everybody[language], rest].filter(Boolean).join(" · ") : rest;
};
