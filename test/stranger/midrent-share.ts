import { counted } from "../../packages/indicators/src/books/answer.js";
import { defineIndicator } from "../../packages/indicators/src/evaluate.js";
import { number } from "../../packages/indicators/src/indicators/arguments.js";
import { share } from "../../packages/indicators/src/indicators/part-of-whole.js";

/** Which share of the new homes is mid-market rent? A share (0-1). */
export const midrentShare = defineIndicator({
  id: "MIDRENTSHARE",
  name: "midrentShare",
  place: 65,
  title: { nl: "Aandeel middeldure huur in nieuwbouw", en: "Mid-rent share of new build" },
  meaning: {
    nl: "Welk deel van de nieuwe woningen is middeldure huur?",
    en: "What part of the new homes is mid rent?",
  },
  definition: {
    nl: "Middeldure huurwoningen gedeeld door alle nieuwe woningen, met studenteneenheden.",
    en: "Mid-rent homes divided by all new homes, student units included.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  live: ({ plans }) =>
    counted({ period: "at", asks: { midrent: plans(["Middeldure huur"]), homes: plans(["Totaal"]) } }),
  better: "up",
  judging: { plans: true },
  arguments: [
    number("midrent", { nl: "middeldure huurwoningen", en: "mid-rent homes" }),
    number("homes", { nl: "nieuwe woningen", en: "new homes" }),
  ],
  ...share("midrent", "homes", { nl: "middeldure huur", en: "mid rent" }),
  examples: {
    "een vijfde": { given: { midrent: 72, homes: 360 }, value: "1/5", from: "met de hand: 72 van 360" },
  },
});
