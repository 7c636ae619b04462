import { fill, verdictWords, type Language } from "@prestatieafspraken/indicators";
import type { Report } from "@prestatieafspraken/quarterly";
import { countText } from "./counted.js";
import { judgedLines } from "./report-lines.js";
import { words } from "./words.js";

/** The return in some lines of plain text, for in a mail. */
export function summaryText(report: Report, language: Language): string {
  const lines = judgedLines(report)
    .filter(({ norm }) => norm !== null)
    .map((line) => {
      const value = line.value === null ? verdictWords.unknown[language] : line.display[language];
      const verdict = line.value === null ? "" : ` (${verdictWords[line.verdict][language]})`;
      return `- ${line.title[language]}: ${value}${verdict}, ${words.norm[language].toLowerCase()} ${line.norm!.display[language]}`;
    });
  const accepted = report.accepted.map(
    (issue) => `- ${issue.message[language]} ${issue.accepted!.party}: ${issue.accepted!.sentence}`,
  );
  return [
    fill(words.page.summaryTitle, { agreement: report.agreement.title, quarter: report.quarter })[language],
    fill(words.page.reportOn, { quarter: report.quarter, day: report.generatedFor })[language],
    fill(words.page.checked, { quarter: report.quarter, counts: countText(report.issues) })[language],
    "",
    ...lines,
    ...(accepted.length > 0 ? ["", `${words.page.accepted[language]}:`, ...accepted] : []),
  ].join("\n");
}
