import type { Language, Text } from "@prestatieafspraken/indicators";
import type { CommitmentLine, Report, ReportLine, Scope } from "@prestatieafspraken/quarterly";

export const headings = {
  indicator: { nl: "Indicator", en: "Indicator" },
  scope: { nl: "Over", en: "About" },
  value: { nl: "Waarde", en: "Value" },
  norm: { nl: "Norm", en: "Norm" },
  verdict: { nl: "Oordeel", en: "Verdict" },
  explanation: { nl: "Berekening", en: "Arithmetic" },
  source: { nl: "Bron", en: "Source" },
  article: { nl: "Artikel", en: "Article" },
  commitment: { nl: "Afspraak", en: "Commitment" },
  status: { nl: "Stand", en: "Status" },
  lead: { nl: "Trekker", en: "Lead" },
  day: { nl: "Datum", en: "Date" },
  done: { nl: "Gereed", en: "Done" },
  definition: { nl: "Definitie", en: "Definition" },
  choice: { nl: "Keuze", en: "Choice" },
} as const satisfies Record<string, Text>;

/** What a line is about: "alle partijen · 2026 t/m Q3". */
export function scopeText(scope: Scope, language: Language): string {
  const who = scope.partyName ?? { nl: "alle partijen", en: "all parties" }[language];
  const [year = "", part = ""] = scope.quarter.split("-");
  const when: Record<Scope["period"], Text> = {
    at: { nl: `stand ${scope.quarter}`, en: `at ${scope.quarter}` },
    quarter: { nl: `alleen ${scope.quarter}`, en: `${scope.quarter} only` },
    year: { nl: `${year} t/m ${part}`, en: `${year} up to ${part}` },
    "since-start": { nl: `sinds het begin t/m ${scope.quarter}`, en: `since the start up to ${scope.quarter}` },
  };
  return `${who} · ${when[scope.period][language]}`;
}

export const normText = (line: ReportLine, language: Language): string => line.norm?.display[language] ?? "–";

/** The table people look at first: judged lines over all parties, or those of the one party the report is about. */
export function mainLines(report: Report): readonly ReportLine[] {
  const judged = report.results.filter((line) => line.role === "judged");
  const together = judged.filter((line) => line.scope.party === null);
  return together.length > 0 ? together : judged;
}
export const otherLines = (report: Report): readonly ReportLine[] => {
  const main = new Set(mainLines(report));
  return report.results.filter((line) => !main.has(line));
};

export const doneText = (done: boolean | null): Text =>
  done === null ? { nl: "onbekend", en: "unknown" } : done ? { nl: "ja", en: "yes" } : { nl: "nee", en: "no" };

/** What the evaluation overview of the parties says beside what follows from the figures. */
export const reportedText = (line: CommitmentLine): Text | null =>
  line.reported && {
    nl: `Opgegeven: ${line.reported.status}${line.reported.explanation ? ` (${line.reported.explanation})` : ""}`,
    en: `Reported: ${line.reported.status}${line.reported.explanation ? ` (${line.reported.explanation})` : ""}`,
  };
