import { eachRow, number, text } from "./each-row.js";
import { defineRule } from "./rule.js";

/** From the permit phase on, the segments are decided. */
const decided = new Set(["vergunning", "in aanbouw", "opgeleverd"]);

export const segmentOnbepaald = defineRule({
  id: "PA-209",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Segment nog niet bepaald", en: "Segment not decided yet" },
  why: {
    nl: "Bij de vergunning ligt vast wat er gebouwd wordt; anders is het aandeel sociaal onzeker.",
    en: "With the permit it is settled what will be built; otherwise the social share is uncertain.",
  },
  message: {
    nl: "Van {count:woning|woningen} is het segment nader te bepalen, terwijl de fase '{phase}' is.",
    en: "The segment of {count:home|homes} is to be decided, although the phase is '{phase}'.",
  },
  fix: { nl: "Verdeel de woningen over de segmenten.", en: "Divide the homes over the segments." },
  check: eachRow(
    "PA_Nieuwbouw",
    { phase: text("Fase"), count: number("Nader te bepalen") },
    ({ phase, count }) => count > 0 && decided.has(phase) && { header: "Nader te bepalen", facts: { count, phase } },
  ),
  examples: {
    good: {
      "still a design": [{ Fase: "ontwerp", "Nader te bepalen": 12 }],
    },
    bad: {
      permit: [{ Fase: "vergunning", "Nader te bepalen": 12 }],
    },
  },
});
