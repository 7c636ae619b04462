import { counted } from "../books/answer.js";
import { defineIndicator } from "../evaluate.js";
import { lettingsArgument, narrowed, regularArgument } from "./letting-arguments.js";
import { share } from "./part-of-whole.js";
import { REGULARSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** What part of the lettings went to regular seekers? A share (0-1). Not the complement of urgent: there are other categories. */
export const regularShare = defineIndicator({
  id: "REGULARSHARE",
  name: "regularShare",
  place: 140,
  title: { nl: "Toewijzingen aan regulier woningzoekenden", en: "Lettings to regular seekers" },
  meaning: {
    nl: "Welk deel van de toewijzingen ging naar regulier woningzoekenden?",
    en: "What part of the lettings went to regular seekers?",
  },
  definition: {
    nl: "Toewijzingen aan regulier woningzoekenden gedeeld door alle toewijzingen die meetellen. Niet hetzelfde als alles behalve urgent: er zijn ook andere categorieën.",
    en: "Lettings to regular seekers divided by all lettings that count. Not the same as everything but urgent: there are other categories too.",
  },
  source: { nl: "tussendoel Beschikbaarheid, art. 9", en: "interim goal Beschikbaarheid, art. 9" },
  live: ({ lettingNotes, lettingQuestions }) =>
    counted({
      period: "year",
      perParty: true,
      quarterBeside: true,
      asks: { regular: lettingQuestions.regular, lettings: lettingQuestions.lettings },
      notes: lettingNotes,
    }),
  better: "up",
  judging: { cases: "lettings" },
  reference: referenceWith(REGULARSHARE),
  arguments: [regularArgument, lettingsArgument, ...narrowed],
  ...share("regular", "lettings", { nl: "regulier", en: "regular" }),
  examples: {
    "precies 75%": { given: { regular: 63, lettings: 84 }, value: "3/4", verdict: "met", from: "art. 9" },
    "een te weinig": {
      given: { regular: 62, lettings: 84 },
      value: "31/42",
      verdict: "missed",
      display: "73,8%",
      from: "art. 9",
    },
    "PréWonen 2023: berekend, niet de gedrukte 58,4%": {
      given: { regular: 339, lettings: 578 },
      value: "339/578",
      verdict: "missed",
      display: "58,7%",
      from: "test/cases/allocations-prewonen-2023.json",
    },
  },
});
