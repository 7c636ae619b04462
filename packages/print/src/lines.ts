import type { Verdict } from "@prestatieafspraken/indicators";
import type { Report, ReportLine } from "@prestatieafspraken/quarterly";

/** Lines of one indicator that concern a single party, judged or not, in report order. */
export const partyLines = (report: Pick<Report, "results">, indicator: string): readonly ReportLine[] =>
  report.results.filter(
    (line) => line.indicator === indicator && line.scope.party !== null && line.scope.period !== "quarter",
  );

/** Verdicts in order of urgency for a meeting. */
export const gravity: readonly Verdict[] = [
  "missed",
  "attention",
  "unknown",
  "direction",
  "on-track",
  "met",
  "no-norm",
];

export const byGravity = (a: { readonly verdict: Verdict }, b: { readonly verdict: Verdict }): number =>
  gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict);

/** The point before the reported quarter in a line's trend; undefined if there is none. */
export const previousPoint = (line: Pick<ReportLine, "trend" | "scope">): ReportLine["trend"][number] | undefined =>
  line.trend.filter(({ quarter }) => quarter < line.scope.quarter).at(-1);
