import {
  fill,
  listed,
  quarterText,
  statusText,
  untranslated,
  type Language,
  type Text,
} from "@prestatieafspraken/indicators";
import { whoText, type CommitmentLine, type Delivery, type Report, type Scope } from "@prestatieafspraken/quarterly";

/** Column headings, equal in all formats of the report. */
export const headings = {
  indicator: { nl: "Indicator", en: "Indicator" },
  scope: { nl: "Over", en: "About" },
  value: { nl: "Waarde", en: "Value" },
  exact: { nl: "Exact", en: "Exact" },
  unit: { nl: "Eenheid", en: "Unit" },
  shown: { nl: "Getoond", en: "Shown" },
  comparison: { nl: "Vergelijking", en: "Comparison" },
  norm: { nl: "Norm", en: "Norm" },
  verdict: { nl: "Oordeel", en: "Verdict" },
  meaning: { nl: "Betekenis", en: "Meaning" },
  explanation: { nl: "Berekening", en: "Calculation" },
  source: { nl: "Bron", en: "Source" },
  article: { nl: "Artikel", en: "Article" },
  commitment: { nl: "Afspraak", en: "Commitment" },
  status: { nl: "Stand", en: "Status" },
  lead: { nl: "Trekker", en: "Lead" },
  day: { nl: "Datum", en: "Date" },
  done: { nl: "Gereed", en: "Done" },
  definition: { nl: "Definitie", en: "Definition" },
  choice: { nl: "Keuze", en: "Choice" },
  together: { nl: "Samen", en: "Together" },
  previous: { nl: "Vorig kwartaal", en: "Previous quarter" },
  party: { nl: "Partij", en: "Party" },
  checkNumber: { nl: "Controlegetal", en: "Check number" },
} as const satisfies Record<string, Text>;

/** The same number under two reports means the same figures and the same agreement. */
export const checkNumber = ({ receipt }: Pick<Report, "receipt">): string =>
  `${receipt.agreementHash.slice(0, 8)}-${receipt.inputHash.slice(0, 8)}`;
/** "controlegetal 0c5f9713-ae548e9b". */
export const checkNumberText = (report: Pick<Report, "receipt">): Text =>
  fill({ nl: "controlegetal {number}", en: "check number {number}" }, { number: checkNumber(report) });

interface DeliverySign {
  readonly sign: string;
  readonly word: Text;
}
const states: Readonly<Record<Delivery["state"], DeliverySign>> = {
  received: { sign: "✓", word: { nl: "ontvangen", en: "received" } },
  incomplete: { sign: "◐", word: { nl: "onvolledig", en: "incomplete" } },
  missing: { sign: "✕", word: { nl: "ontbreekt", en: "missing" } },
};
const notNeeded: DeliverySign = { sign: "–", word: { nl: "niet nodig", en: "not needed" } };

/**
 * Whether a party delivered a table, as a sign with its meaning, for a narrow column; null means that it need not
 * deliver it.
 */
export const deliverySign = (delivery: Delivery | null): DeliverySign =>
  delivery === null ? notNeeded : states[delivery.state];

/** Whether a party delivered a table; null means it need not. */
export const deliveryWord = (delivery: Delivery | null): Text =>
  fill({ nl: "{sign} {word}", en: "{sign} {word}" }, { ...deliverySign(delivery) });

/** Empty cells in a delivered table: "Eindstand in 2 rijen"; empty if there are none. */
export const leftEmpty = ({ empty }: Delivery): Text =>
  listed(
    empty.map(({ header, rows }) =>
      fill({ nl: "{header} in {n:rij|rijen}", en: "{header} in {n:row|rows}" }, { header, n: rows }),
    ),
  );

export const allParties: Text = { nl: "alle partijen", en: "all parties" };
/** Who leads a commitment; a long list with every party that leads anything becomes "alle partijen". */
export const leadText = (lead: readonly string[], { commitments }: Pick<Report, "commitments">): Text => {
  const everybody = new Set(commitments.flatMap((one) => one.lead));
  return lead.length > 3 && lead.length === everybody.size ? allParties : untranslated(lead.join(", "));
};

/** The state of a commitment; where the figure's own line has the calculation, only its outcome is given. */
export function standText({ statement, indicators }: CommitmentLine, { results }: Pick<Report, "results">): Text {
  const told = results.filter(({ indicator, scope }) => indicators.includes(indicator) && scope.party === null);
  const inLanguage = (language: Language): string =>
    told.reduce(
      (text, line) =>
        [
          ...line.notes.map((note) => [` ${note[language]}`, ""] as const),
          [line.explanations[language], line.display[language]] as const,
        ].reduce((before, [from, to]) => before.replace(from, to), text),
      statement[language],
    );
  return { nl: inLanguage("nl"), en: inLanguage("en") };
}

export const notJudged: Text = { nl: "niet beoordeeld", en: "not judged" };
export const dash = "–";

/** The period a figure is counted over: "dit jaar tot en met het derde kwartaal 2026". */
export function periodText({ period, quarter }: Pick<Scope, "period" | "quarter">): Text {
  const words: Readonly<Record<Scope["period"], Text>> = {
    at: { nl: "stand {quarter}", en: "at the end of the {quarter}" },
    quarter: { nl: "alleen het {quarter}", en: "the {quarter} only" },
    year: { nl: "het jaar tot en met het {quarter}", en: "the year up to the {quarter}" },
    "since-start": { nl: "sinds het begin tot en met het {quarter}", en: "since the start up to the {quarter}" },
  };
  return fill(words[period], { quarter: quarterText(quarter) });
}

/** What a line covers: "alle partijen · stand derde kwartaal 2026". */
export const scopeText = (scope: Scope): Text =>
  fill({ nl: "{who} · {when}", en: "{who} · {when}" }, { who: whoText(scope) ?? allParties, when: periodText(scope) });

export const doneText = (done: boolean | null): Text =>
  done === null ? { nl: "onbekend", en: "unknown" } : done ? { nl: "ja", en: "yes" } : { nl: "nee", en: "no" };

/** What the parties report in the evaluation overview, where the statement does not say it already. */
export function reportedText({ reported, statement, indicators }: CommitmentLine): Text | null {
  if (reported === null) return null;
  const { explanation } = reported;
  const status = statusText(reported.status);
  const words = [status.nl, ...(explanation === null ? [] : [explanation])];
  if (indicators.length === 0 && words.every((word) => statement.nl.includes(word))) return null;
  return fill(
    { nl: "Opgegeven: {status}{aside}", en: "Reported: {status}{aside}" },
    { status, aside: explanation === null ? "" : ` (${explanation})` },
  );
}
