import * as kinds from "../kinds.js";
import { counted, type Books } from "../books/answer.js";
import { phasedOut } from "../label.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, noted } from "../quantity.js";
import { argument, optional, partyArgument, quarterArgument, remainingArgument } from "./arguments.js";

/** The baseline in the agreement, which holds for all parties together. */
const agreedBaseline = ({ party, agreement }: Books): number | null =>
  party === null && agreement.figures.efgBaseline ? Number(agreement.figures.efgBaseline.value) : null;

/** What part of the homes with label E, F or G at the baseline has been dealt with? A share; negative if their number grew. */
export const labelProgress = defineIndicator({
  id: "LABELPROGRESS",
  name: "labelProgress",
  place: 180,
  title: { nl: "Voortgang labels E, F en G", en: "Progress on labels E, F and G" },
  meaning: {
    nl: "Welk deel van de woningen met label E, F of G is sinds het nulpunt aangepakt?",
    en: "What part of the homes with label E, F or G has been dealt with since the baseline?",
  },
  definition: {
    nl: "1 min het aantal dat nog over is gedeeld door het aantal op het nulpunt. Een nieuwe meting telt ook mee, niet alleen werk aan de woning.",
    en: "1 less the number left divided by the number at the baseline. A new measurement counts too, not only work on the home.",
  },
  source: { nl: "art. 19", en: "art. 19" },
  unit: "share",
  live: ({ baselineNote, labelNotes, labels }) => {
    /** The count in each party's first quarter with labels, so that the same parties are compared then and now. */
    const atFirst = labels(phasedOut, "first");
    return counted({
      period: "since-start",
      perParty: true,
      asks: { remaining: labels(phasedOut) },
      given: ({ remaining }, books) => ({
        baseline: agreedBaseline(books) ?? books.ask(atFirst).value,
        remaining: remaining.value,
      }),
      notes: ({ remaining }, books) => [
        ...labelNotes(remaining, books),
        agreedBaseline(books) === null ? baselineNote(books.beside(atFirst)?.quarters.used ?? [], books.quarter) : null,
      ],
    });
  },
  better: "up",
  judging: { deadline: "einddatum-labels" },
  arguments: [
    argument("baseline", kinds.count, {
      label: { nl: "woningen met label E, F of G op het nulpunt", en: "homes with label E, F or G at the baseline" },
      help: { nl: "Aantal op het nulpunt.", en: "Number at the baseline." },
      ...optional,
    }),
    remainingArgument,
    quarterArgument,
    partyArgument,
  ],
  calculate: (inputs) => {
    const [baseline, remaining] = [inputs.quantity("baseline"), inputs.quantity("remaining")];
    const progress = derive(
      "share",
      { nl: "aangepakt", en: "dealt with" },
      "formula",
      [remaining, baseline],
      (left, start) =>
        start.equals(0)
          ? {
              reason: "undefined",
              because: {
                nl: "Er waren op het nulpunt geen woningen met label E, F of G; voortgang bestaat dan niet.",
                en: "There were no homes with label E, F or G at the baseline; progress does not exist then.",
              },
            }
          : start.sub(left).div(start),
      { nl: "({1} − {0}) / nulpunt", en: "({1} − {0}) / baseline" },
    );
    return progress.value?.lt(0)
      ? noted(progress, { nl: "het aantal is toegenomen", en: "the number has grown" })
      : progress;
  },
  examples: {
    "alles aangepakt": { given: { baseline: 250, remaining: 0 }, value: 1, verdict: "no-norm", from: "art. 19" },
    "precies op schema": {
      given: { baseline: 240, remaining: 135 },
      day: "2026-09-30",
      value: "7/16",
      from: "21 van 48 maanden",
    },
    "een achter op schema": {
      given: { baseline: 240, remaining: 136 },
      day: "2026-09-30",
      value: "13/30",
      from: "21 van 48 maanden",
    },
    "meer dan op het nulpunt": { given: { baseline: 200, remaining: 210 }, value: "-1/20", from: "met de hand" },
    "op het nulpunt geen enkele": {
      given: { baseline: 0, remaining: 0 },
      value: null,
      reason: "undefined",
      from: "delen door nul",
    },
    "niet opgegeven": emptyIsNotZero({ baseline: 250, remaining: null }),
  },
});
