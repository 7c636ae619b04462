import { articleNumber, fill, statusText, type Text } from "@prestatieafspraken/indicators";
import { mainLines, type CommitmentLine, type Report, type ReportLine } from "@prestatieafspraken/quarterly";

/** A commitment of a party, with what is known about it. */
export interface YearlyRow {
  readonly article: Text;
  readonly title: Text;
  /** What follows from figures, dates and meetings. */
  readonly computed: Text;
  /** What was reported: status, explanation, evidence; null if nothing. */
  readonly reported: Text | null;
}

/**
 * A party's progress on each commitment in the year: input for the volkshuisvestingsverslag that a corporation
 * publishes every year (Woningwet art. 36a), and for discussing it.
 */
export interface Yearly {
  readonly party: string;
  readonly year: string;
  /** The party's own figures. */
  readonly lines: readonly ReportLine[];
  /** By theme, in the agreement's order: the commitments the party leads or is involved in. */
  readonly themes: readonly { readonly theme: Text; readonly rows: readonly YearlyRow[] }[];
}

function reported({ reported: said }: CommitmentLine): Text | null {
  if (said === null) return null;
  const rest = [said.explanation, said.evidence].filter((part) => part !== null && part !== "").join(". ");
  return fill(
    { nl: "{status}{rest}", en: "{status}{rest}" },
    { status: statusText(said.status), rest: rest === "" ? "" : `. ${rest}` },
  );
}

/** `party` is the name in the agreement. `report` covers a quarter of the year: the last one, for the whole year. */
export function yearly(report: Report, party: string): Yearly {
  const mine = report.commitments.filter(({ lead }) => lead.length === 0 || lead.includes(party));
  const themes = Array.from(new Map(mine.map(({ theme }) => [theme.nl, theme])).values());
  const own = report.results.filter(({ scope }) => scope.partyName === party && scope.period !== "quarter");
  return {
    party,
    year: report.quarter.slice(0, 4),
    lines: own.length > 0 ? own : mainLines(report),
    themes: themes.map((theme) => ({
      theme,
      rows: mine
        .filter((line) => line.theme.nl === theme.nl)
        .map((line) => ({
          article: articleNumber(line),
          title: line.title,
          computed: line.statement,
          reported: reported(line),
        })),
    })),
  };
}
