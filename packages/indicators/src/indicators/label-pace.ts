import * as kinds from "../kinds.js";
import { counted } from "../books/answer.js";
import { normsInForce } from "../judged-norm.js";
import { dayText } from "../written.js";
import { phasedOut } from "../label.js";
import { quarterLastDay } from "../quarter.js";
import { yearsBetween } from "../day.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { absent, derive, Fraction, noted } from "../quantity.js";
import { display } from "../display.js";
import { argument, chooses, remainingArgument } from "./arguments.js";
import { LABELSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const label = { nl: "woningen per jaar nodig", en: "homes a year needed" };

/** How many homes a year must be improved so that none has label E, F or G at the deadline? In homes/year. */
export const labelPace = defineIndicator({
  id: "LABELPACE",
  name: "labelPace",
  place: 190,
  title: { nl: "Nodig tempo labels E, F en G", en: "Pace needed for labels E, F and G" },
  meaning: {
    nl: "Hoeveel woningen per jaar moeten er worden aangepakt om op tijd op nul te zijn?",
    en: "How many homes a year have to be dealt with to reach zero in time?",
  },
  definition: {
    nl: "Wat over is gedeeld door de tijd tot de einddatum, in jaren (hele maanden en dagen). Afgesproken is ongeveer 50 per jaar.",
    en: "What is left divided by the time until the deadline, in years (whole months and days). About 50 a year was agreed.",
  },
  source: { nl: "art. 19", en: "art. 19" },
  unit: "homes/year",
  live: ({ labelNotes, labels }) =>
    counted({
      period: "at",
      perParty: true,
      asks: { remaining: labels(phasedOut) },
      given: ({ remaining }, { agreement, quarter }) => {
        const deadline = agreement.norms.find((norm) => norm.indicator === "LABELSHARE" && norm.deadline)?.deadline;
        return { remaining: remaining.value, from: quarterLastDay(quarter), ...(deadline && { deadline }) };
      },
      notes: ({ remaining }, books) => labelNotes(remaining, books),
    }),
  better: "down",
  judging: { deadline: "einddatum-labels" },
  reference: referenceWith(LABELSHARE),
  arguments: [
    remainingArgument,
    argument("from", kinds.date, {
      label: { nl: "vanaf", en: "from" },
      help: {
        nl: "De dag van de telling, of een kwartaal. Leeg: de peildatum.",
        en: "The day of the count, or a quarter. Empty: the reference date of the workbook.",
      },
      ...chooses,
    }),
    argument("deadline", kinds.date, {
      label: { nl: "einddatum", en: "deadline" },
      help: {
        nl: "De dag waarop het nul moet zijn. Leeg: die van de afspraken.",
        en: "The day by which it has to be zero. Empty: that of the agreement.",
      },
      ...chooses,
    }),
  ],
  calculate: (inputs) => {
    const { agreement, day } = inputs.context;
    const from = inputs.day("from") ?? day ?? null;
    const deadline =
      inputs.day("deadline") ??
      (agreement ? normsInForce(agreement.norms, "LABELSHARE", day)[0]?.deadline : undefined) ??
      null;
    if (from === null)
      return absent("missing", "homes/year", label, {
        nl: "Vanaf welke dag? Geef de dag van de telling mee.",
        en: "From which day? Pass the day of the count.",
      });
    if (deadline === null)
      return absent("missing", "homes/year", label, {
        nl: "De afspraken noemen geen einddatum voor de labels. Geef de einddatum mee.",
        en: "The agreement names no deadline for the labels. Pass the deadline.",
      });
    const years = yearsBetween(from, deadline);
    const shown = display(years, "number");
    const pace = derive(
      "homes/year",
      label,
      "formula",
      [inputs.quantity("remaining")],
      (left) => {
        if (left.equals(0)) return new Fraction(0);
        if (years.lte(0))
          return {
            reason: "unreachable",
            because: {
              nl: `De einddatum ${dayText(deadline).nl} is voorbij en er zijn nog woningen over; dat is niet meer op tijd te halen.`,
              en: `The deadline ${dayText(deadline).en} has passed and there are homes left; it can no longer be met in time.`,
            },
          };
        return left.div(years);
      },
      years.lte(0)
        ? { nl: "{0}, en de einddatum is voorbij", en: "{0}, and the deadline has passed" }
        : { nl: `{0} / ${shown.nl} jaar`, en: `{0} / ${shown.en} years` },
    );
    return noted(pace, {
      nl: `van ${dayText(from).nl} tot en met ${dayText(deadline).nl}`,
      en: `from ${dayText(from).en} up to and including ${dayText(deadline).en}`,
    });
  },
  examples: {
    "180 over, nog 2,25 jaar": {
      given: { remaining: 180, from: "2026-09-30", deadline: "2028-12-31" },
      value: 80,
      from: "180 / 2,25; art. 19 zegt ongeveer 50",
    },
    "vanaf een kwartaal, einddatum uit de afspraken": {
      given: { remaining: 180, from: "2026-Q3" },
      value: 80,
      from: "art. 19: uiterlijk in 2028",
    },
    "precies 50 per jaar": { given: { remaining: 100, from: "2026-12-31" }, value: 50, from: "art. 19" },
    "niets meer over": { given: { remaining: 0, from: "2029-01-31" }, value: 0, from: "met de hand" },
    "te laat": { given: { remaining: 3, from: "2028-12-31" }, value: null, reason: "unreachable", from: "art. 19" },
    "niet geteld": emptyIsNotZero({ remaining: null, from: "2026-09-30" }),
  },
});
