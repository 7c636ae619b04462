import { markdownTable } from "markdown-table";
import { verdictSigns, verdictWords, type Language } from "@prestatieafspraken/indicators";
import { markdownText, type Report } from "@prestatieafspraken/quarterly";
import { headings, normText, scopeText } from "./wording.js";

/** The report as Markdown tables. */
export function printMarkdown(report: Report, language: Language): string {
  const t = (text: { nl: string; en: string }): string => text[language];
  const table = (rows: readonly (readonly string[])[]): string =>
    markdownTable(rows.map((row) => row.map(markdownText)));
  const parts = [
    `# ${markdownText(t(report.agreement.title))} · ${report.quarter}`,
    table([
      [
        headings.indicator,
        headings.scope,
        headings.value,
        headings.norm,
        headings.verdict,
        headings.explanation,
        headings.source,
      ].map(t),
      ...report.results.map((line) => [
        t(line.title),
        scopeText(line.scope, language),
        line.value === null ? "–" : t(line.display),
        normText(line, language),
        line.role === "judged" ? `${verdictSigns[line.verdict]} ${t(verdictWords[line.verdict])}` : "–",
        line.explanations[language],
        line.source,
      ]),
    ]),
    `## ${t({ nl: "Waar tekst en rekensom verschillen", en: "Where text and arithmetic differ" })}`,
    report.tensions.map((tension) => `- ${markdownText(t(tension.explanation))}`).join("\n"),
    `## ${t({ nl: "Alle afspraken", en: "All commitments" })}`,
    table([
      [headings.article, headings.commitment, headings.verdict, headings.status, headings.lead].map(t),
      ...report.commitments.map((line) => [
        line.article,
        t(line.title),
        `${verdictSigns[line.verdict]} ${t(verdictWords[line.verdict])}`,
        t(line.statement),
        line.lead.join(", "),
      ]),
    ]),
    `${t({ nl: "Peildag", en: "Day" })} ${report.generatedFor} · ${report.receipt.agreement} ${report.receipt.agreementHash.slice(0, 12)} · ${t({ nl: "invoer", en: "input" })} ${report.receipt.inputHash.slice(0, 12)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
