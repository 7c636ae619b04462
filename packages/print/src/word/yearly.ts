import { Paragraph } from "docx";
import {
  dayText,
  fill,
  verdictSigns,
  verdictText,
  type Language,
  type Text,
  normWords,
} from "@prestatieafspraken/indicators";
import type { Report } from "@prestatieafspraken/quarterly";
import { checkNumberText, dash, notJudged, headings } from "../wording.js";
import { yearly } from "../yearly.js";
import { grid, heading, line, text, wordFile } from "./parts.js";

const words = {
  title: {
    nl: "Wat {party} in {year} deed met de prestatieafspraken",
    en: "What {party} did in {year} with the agreement",
  },
  what: {
    nl: "Voor het volkshuisvestingsverslag (Woningwet artikel 36a). Stand op {day}. Wat uit de cijfers volgt staat er al; vul aan wat er is gedaan.",
    en: "For the annual housing report (Woningwet article 36a). As of {day}. What follows from the figures is there; add what was done.",
  },
  figures: { nl: "Cijfers van {party}", en: "Figures of {party}" },
  computed: { nl: "Wat volgt uit de cijfers", en: "What follows from the figures" },
  done: { nl: "Wat er is gedaan", en: "What was done" },
  fillIn: { nl: "[nog in te vullen]", en: "[to be filled in]" },
} as const satisfies Record<string, Text>;

/** The yearly form of one party as a Word document, to complete and attach. */
export async function printYearly({
  report,
  party,
  language,
}: {
  readonly report: Report;
  /** Name of the party, as in the agreement. */
  readonly party: string;
  readonly language: Language;
}): Promise<Uint8Array> {
  const t = (one: Text): string => one[language];
  const told = yearly(report, party);
  const title = t(fill(words.title, { party: told.party, year: told.year }));
  return wordFile({
    title,
    foot: `${title} · ${t(checkNumberText(report))}`,
    language,
    children: [
      heading(title, 1),
      line(t(report.agreement.title)),
      line(t(fill(words.what, { day: dayText(report.generatedFor) }))),
      heading(t(fill(words.figures, { party: told.party }))),
      grid(
        [headings.indicator, headings.value, headings.norm, headings.verdict].map(t),
        told.lines.map((one) => [
          t(one.title),
          t(one.display),
          one.norm === null ? dash : t(normWords(one.norm, one.unit)),
          one.role === "judged" ? `${verdictSigns[one.verdict]} ${t(verdictText(one))}` : t(notJudged),
        ]),
        [40, 15, 25, 20],
      ),
      ...told.themes.flatMap(({ theme, rows }) => [
        heading(t(theme)),
        grid(
          [headings.article, headings.commitment, words.computed, words.done].map(t),
          rows.map(({ article, title: of, computed, reported }) => [
            t(article),
            t(of),
            t(computed),
            [
              new Paragraph({
                children: [
                  text(t(reported ?? words.fillIn), { size: 18, ...(reported === null && { color: "8A4B00" }) }),
                ],
              }),
            ],
          ]),
          [16, 28, 30, 26],
        ),
      ]),
    ],
  });
}
