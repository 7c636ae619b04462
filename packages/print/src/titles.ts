import type { Text } from "@prestatieafspraken/indicators";

/** Section titles of the report, for HTML and Word. */
export const titles = {
  howItStands: { nl: "Hoe staat het ervoor?", en: "How do things stand?" },
  talk: { nl: "Waarover gaat het gesprek?", en: "What is there to talk about?" },
  ahead: { nl: "Wat komt eraan?", en: "What is coming?" },
  perParty: { nl: "Per partij", en: "By party" },
  delivered: { nl: "Wie leverde wat?", en: "Who delivered what?" },
  efforts: { nl: "Afspraken zonder getal", en: "Commitments without a number" },
  choices: { nl: "Hoe zijn de cijfers gemaakt?", en: "How were the figures made?" },
  annex: { nl: "Bijlage", en: "Annex" },
  allLines: { nl: "Alle cijfers, met hun berekening", en: "All figures, with their calculation" },
  labelsByRent: { nl: "Labels en huren", en: "Labels and rents" },
  courses: { nl: "Verloop per kwartaal", en: "Trend by quarter" },
  issues: { nl: "Wat de controle vond", en: "What the check found" },
  commitments: { nl: "Alle afspraken", en: "All commitments" },
  calendar: { nl: "Agenda", en: "Calendar" },
  definitions: { nl: "Gekozen definities", en: "Definitions chosen" },
  meanings: { nl: "Wat de woorden betekenen", en: "What the words mean" },
  changed: { nl: "Veranderd sinds het vaststellen", en: "Changed since it was finalised" },
} as const satisfies Record<string, Text>;

export const noTalk: Text = {
  nl: "Uit de cijfers volgt geen gesprekspunt.",
  en: "The figures raise no points to discuss.",
};
export const nothingAhead: Text = { nl: "Niets in het komende kwartaal.", en: "Nothing in the coming quarter." };
/** The warning on a report of invented figures. */
export const fictitiousFigures: Text = { nl: "Verzonnen cijfers", en: "Invented figures" };
/** Beside a verdict: beyond the value at which parties talk. */
export const signalWord: Text = { nl: "signaal", en: "signal" };
export const standAt: Text = { nl: "Stand op {day} ({quarter})", en: "As of {day} ({quarter})" };
