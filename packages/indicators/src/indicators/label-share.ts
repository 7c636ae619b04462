import * as kinds from "../kinds.js";
import type { Text } from "../text.js";
import { fill } from "../sentence.js";
import { counted, type Answer } from "../books/answer.js";
import type { Inputs } from "../define.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { countLabels, labelScale, noLabelCode, phasedOut, type EnergyLabel } from "../label.js";
import { absent, given, noted, ratio } from "../quantity.js";
import { InputError } from "../result.js";
import { argument, optional, partyArgument, quarterArgument, chooses } from "./arguments.js";
import { LABELSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const manyUnknown = (answer: Answer, threshold: number): Text | null => {
  const unknown = answer.unknownIn("Label").value;
  return unknown > threshold * (unknown + answer.value)
    ? fill(
        {
          nl: "Meer dan {percent}% van de labels is onbekend; vraag ze eerst op.",
          en: "More than {percent}% of the labels are unknown; ask for them first.",
        },
        { percent: threshold * 100 },
      )
    : null;
};
const chosen = (inputs: Inputs): readonly EnergyLabel[] => inputs.labelClasses("classes") ?? phasedOut;

/** What part of the homes with a known label has one of these labels? A share (0-1). */
export const labelShare = defineIndicator({
  id: "LABELSHARE",
  name: "labelShare",
  place: 170,
  title: { nl: "Aandeel woningen met label E, F of G", en: "Share of homes with label E, F or G" },
  meaning: {
    nl: "Welk deel van de woningen met een bekend label heeft een van deze labels?",
    en: "What part of the homes with a known label has one of these labels?",
  },
  definition: {
    nl: "Woningen met een gekozen label gedeeld door woningen met een bekend label. Woningen zonder bekend label tellen niet mee en worden genoemd; woningen uit Voorraad die niet bij de labels staan, horen daarbij. In de werkmap: sociale huur en middenhuur, uitzonderingen apart.",
    en: "Homes with a chosen label divided by homes with a known label. Homes without a known label do not count and are named; homes in Voorraad that are not among the labels count as such. In the workbook: social and mid rent, exceptions apart.",
  },
  source: { nl: "art. 19", en: "art. 19" },
  unit: "share",
  live: ({ fewUnknown, labelNotes, labels, withoutLabelRow }) =>
    counted({
      period: "at",
      perParty: true,
      asks: { labels: labels(labelScale, "snapshot", "Label") },
      given: ({ labels: { by } }) => {
        const found = [...by.keys()].sort();
        return { labels: found, counts: found.map((label) => by.get(label)!) };
      },
      lacking: (_, books) => withoutLabelRow(books),
      notes: ({ labels: answer }, books) => [...labelNotes(answer, books), manyUnknown(answer, fewUnknown(books))],
    }),
  better: "down",
  judged: (inputs) => chosen(inputs).join("") === phasedOut.join(""),
  judging: { deadline: "einddatum-labels" },
  reference: referenceWith(LABELSHARE),
  arguments: [
    argument("labels", kinds.labels, {
      label: { nl: "labels", en: "labels" },
      help: {
        nl: "Het energielabel van elke woning, of van elke rij.",
        en: "The energy label of each home, or of each row.",
      },
      ...optional,
    }),
    argument("classes", kinds.labelClasses, {
      label: { nl: "gekozen labels", en: "chosen labels" },
      help: {
        nl: "Welke labels, zoals EFG, A-B of E:G. Leeg: EFG. Een reeks loopt langs de schaal: A-B is niet A+.",
        en: "Which labels, such as EFG, A-B or E:G. Empty: EFG. A range runs along the scale: A-B is not A+.",
      },
      ...chooses,
    }),
    argument("counts", kinds.classes, {
      label: { nl: "woningen per rij", en: "homes per row" },
      help: { nl: "Hoeveel woningen elke rij is. Leeg: een.", en: "How many homes each row stands for. Empty: one." },
      ...optional,
    }),
    quarterArgument,
    partyArgument,
  ],
  calculate: (inputs) => {
    const classes = chosen(inputs);
    const name = classes.join(", ");
    const share = { nl: `label ${name}`, en: `label ${name}` };
    if (!inputs.has("labels"))
      return absent("missing", "share", share, {
        nl: "Er zijn geen labels gegeven. Geef de labels mee, of gebruik de functie in een werkmap met het blad Labels of Woningen.",
        en: "No labels are given. Pass the labels, or use the function in a workbook with the sheet Labels or Woningen.",
      });
    const labels = inputs.labels("labels");
    const counts = inputs.has("counts") ? inputs.rows("counts") : undefined;
    if (counts && counts.length !== labels.length) {
      throw new InputError(
        {
          nl: `Er zijn ${labels.length} labels en ${counts.length} aantallen. Geef bij elk label een aantal.`,
          en: `There are ${labels.length} labels and ${counts.length} counts. Give a count with each label.`,
        },
        "counts",
      );
    }
    const without = counts?.findIndex((count, i) => Number.isNaN(count) && labels[i] !== noLabelCode) ?? -1;
    if (without >= 0)
      return absent("missing", "share", share, {
        nl: `Bij het label op plaats ${without + 1} ontbreekt het aantal. Vul het in; leeg is niet hetzelfde als 0.`,
        en: `The count of the label in place ${without + 1} is missing. Enter it; empty is not the same as 0.`,
      });
    const tally = countLabels(
      labels,
      counts?.map((count) => (Number.isNaN(count) ? 0 : count)),
    );
    const known = tally.subarray(0, noLabelCode).reduce((a, b) => a + b, 0);
    const unknown = tally[noLabelCode] ?? 0;
    if (known === 0)
      return absent(labels.length === 0 || unknown > 0 || !counts ? "missing" : "undefined", "share", share, {
        nl: "Er is geen enkele woning met een bekend label. Vul de labels in.",
        en: "There is not a single home with a known label. Enter the labels.",
      });
    const with_ = classes.reduce((sum, label) => sum + (tally[labelScale.indexOf(label)] ?? 0), 0);
    const answer = ratio(
      given(with_, "homes", { nl: `woningen met label ${name}`, en: `homes with label ${name}` }),
      given(known, "homes", { nl: "woningen met een bekend label", en: "homes with a known label" }),
      share,
    );
    return unknown > 0
      ? noted(answer, {
          nl: `${unknown} zonder bekend label niet meegeteld; het aantal is een ondergrens`,
          en: `${unknown} without a known label not counted; the number is a lower bound`,
        })
      : answer;
  },
  examples: {
    "geen E, F of G meer": { given: { labels: ["A", "B", "C"] }, value: 0, verdict: "met", from: "art. 19" },
    "een op de vier": {
      given: { labels: ["A", "B", "C", "G"] },
      day: "2026-09-30",
      value: "1/4",
      verdict: "attention",
      from: "art. 19; de termijn loopt nog",
    },
    "na de termijn": {
      given: { labels: ["A", "G"] },
      day: "2028-12-31",
      value: "1/2",
      verdict: "missed",
      from: "art. 19: uiterlijk in 2028",
    },
    "A tot en met B, zonder A+": {
      given: { labels: ["A+", "A", "B", "C"], classes: "A-B" },
      value: "1/2",
      verdict: "no-norm",
      from: "schaal NTA 8800",
    },
    "met aantallen": {
      given: { labels: ["D", "E", "F", "G"], counts: [70, 10, 10, 10] },
      value: "3/10",
      from: "met de hand",
    },
    "schrijfwijzen en VERA-codes": {
      given: { labels: [" a ++", "APP", "g"], classes: "G" },
      value: "1/3",
      from: "VERA ENERGIELABEL",
    },
    "onbekend telt niet mee": { given: { labels: ["E", null, "A"] }, value: "1/2", from: "met de hand" },
    "niets bekend": emptyIsNotZero({ labels: [null] }),
    "geen label van de schaal": { given: { labels: ["A2"] }, refused: "A2", from: "schaal NTA 8800" },
  },
});
