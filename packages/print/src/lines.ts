import type { Verdict } from "@prestatieafspraken/indicators";
import type { Report, ReportLine } from "@prestatieafspraken/quarterly";

/** Lines of one indicator for a party of its own, judged or not, in the order of the report. */
export const partyLines = (report: Pick<Report, "results">, indicator: string): readonly ReportLine[] =>
  report.results.filter(
    (line) => line.indicator === indicator && line.scope.party !== null && line.scope.period !== "quarter",
  );

/** From what a meeting has to look at first to what needs no talk. */
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

/** The point of a line's course before the one reported on; undefined where there is none. */
export const previousPoint = (line: Pick<ReportLine, "trend" | "scope">): ReportLine["trend"][number] | undefined =>
  line.trend.filter(({ quarter }) => quarter < line.scope.quarter).at(-1);
