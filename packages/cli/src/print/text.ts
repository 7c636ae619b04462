import { normWords } from "@prestatieafspraken/indicators";
import Table from "cli-table3";
import type { Language } from "@prestatieafspraken/indicators";
import { articleText, capital, fill, verdictSigns, verdictText, verdictWords } from "@prestatieafspraken/indicators";
import { lineTitle, mainLines, otherLines, type Report } from "@prestatieafspraken/quarterly";
import {
  checkNumberText,
  fictitiousFigures,
  headings,
  labelRentTable,
  meeting,
  scopeText,
} from "@prestatieafspraken/print";

const plain = { head: [], border: [] };

/** The report as a table in a terminal. */
export function printText(report: Report, language: Language, columns: number): string {
  const t = (text: { nl: string; en: string }): string => text[language];
  const table = new Table({
    head: [t(headings.indicator), t(headings.value), t(headings.norm), t(headings.verdict), t(headings.explanation)],
    style: plain,
    wordWrap: true,
    colWidths: [30, 11, 26, 20, Math.max(30, Math.min(90, columns - 94))],
  });
  for (const line of mainLines(report)) {
    table.push([
      t(lineTitle(line)),
      t(line.display),
      line.norm === null ? "–" : t(normWords(line.norm, line.unit)),
      `${verdictSigns[line.verdict]} ${t(verdictText(line))}${line.signal ? t({ nl: " (signaal)", en: " (signal)" }) : ""}`,
      line.explanations[language],
    ]);
  }
  const told = meeting(report);
  const out = [
    `${t(report.agreement.title)} · ${t(fill({ nl: "stand op {day:day} ({quarter:quarter})", en: "as on {day:day} ({quarter:quarter})" }, { day: report.generatedFor, quarter: report.quarter }))}`,
    ...(told.fictitious ? [t(fictitiousFigures)] : []),
    ...told.notReady.map(t),
    table.toString(),
  ];

  const others = otherLines(report);
  if (others.length > 0) {
    out.push("", t({ nl: "Per partij, en signalen", en: "By party, and signals" }));
    for (const line of others) {
      out.push(
        `  ${t(line.title)} · ${t(scopeText(line.scope))}: ${t(line.display)}${line.role === "judged" ? ` · ${verdictSigns[line.verdict]} ${t(verdictText(line))}` : ""}`,
      );
    }
  }
  if (report.labelsByRent !== null) {
    const { head, rows } = labelRentTable(report.labelsByRent);
    const rents = new Table({
      head: head.map(t),
      style: plain,
      colAligns: head.map((_, at) => (at === 0 ? "left" : "right")),
    });
    rents.push(...rows.map((row) => row.map(t)));
    out.push("", t({ nl: "Labels en huren", en: "Labels and rents" }), rents.toString());
  }
  if (report.tensions.length > 0) {
    out.push("", t({ nl: "Waar tekst en rekensom verschillen", en: "Where text and arithmetic differ" }));
    for (const tension of report.tensions) out.push(`  ${t(tension.explanation)}`);
  }
  const withCount = (verdict: string): number => report.commitments.filter((line) => line.verdict === verdict).length;
  out.push(
    "",
    t({ nl: `${report.commitments.length} afspraken`, en: `${report.commitments.length} commitments` }) +
      ": " +
      (["met", "on-track", "attention", "missed", "direction", "unknown", "no-norm"] as const)
        .map((verdict) => `${withCount(verdict)} ${t(verdictWords[verdict])}`)
        .join(", "),
  );
  for (const line of report.commitments.filter(({ verdict }) => verdict === "missed" || verdict === "attention")) {
    out.push(`  ${t(capital(articleText(line)))}. ${t(line.title)}: ${t(line.statement)}`);
  }
  out.push("", t(checkNumberText(report)));
  return `${out.join("\n")}\n`;
}
