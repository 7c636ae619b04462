import type { Report, ReportLine } from "../report-shape.js";

/** The main lines: the judged lines over all parties, or those of the party the report is about. */
export function mainLines(report: Pick<Report, "results">): readonly ReportLine[] {
  const judged = report.results.filter(({ role, scope }) => role === "judged" && scope.period !== "quarter");
  const together = judged.filter(({ scope }) => scope.party === null);
  return together.length > 0 ? together : judged;
}

/** All other lines: per party, and of a single quarter. */
export function otherLines(report: Pick<Report, "results">): readonly ReportLine[] {
  const main = new Set(mainLines(report));
  return report.results.filter((line) => !main.has(line));
}
