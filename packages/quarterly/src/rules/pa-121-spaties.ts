import { defineRule } from "./rule.js";

export const spaties = defineRule({
  id: "PA-121",
  severity: "info",
  reads: ["*"],
  title: { nl: "Spaties of onzichtbare tekens", en: "Spaces or invisible characters" },
  why: {
    nl: "Een spatie te veel maakt van één partij er in een draaitabel twee.",
    en: "One space too many makes two parties of one in a pivot table.",
  },
  message: {
    nl: "Bij {field} staan spaties of onzichtbare tekens om '{read}'.",
    en: "{field} has spaces or invisible characters around '{read}'.",
  },
  fix: { nl: "Maak er '{read}' van.", en: "Make it '{read}'." },
  check: "reading",
  examples: {
    good: {
      clean: { PA_Toewijzingen: [{ Verhuurder: "WYwonen" }] },
    },
    bad: {
      "non-breaking space": { PA_Toewijzingen: [{ Verhuurder: " WYwonen\u00a0" }], after: "WYwonen" },
    },
  },
});
