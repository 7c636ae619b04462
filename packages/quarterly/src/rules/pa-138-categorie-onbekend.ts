import { defineRule } from "./rule.js";

export const categorieOnbekend = defineRule({
  id: "PA-138",
  severity: "warning",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Onbekende categorie", en: "Unknown category" },
  why: {
    nl: "Een onbekende categorie telt mee in het totaal, maar niet als urgent of regulier.",
    en: "An unknown category counts in the total, but not as urgent or regular.",
  },
  message: {
    nl: "De categorie '{typed}' is niet bekend en telt als '{read}'.{suggestion}",
    en: "The category '{typed}' is not known and counts as '{read}'.{suggestion}",
  },
  fix: { nl: "Kies uit: {choices}.", en: "Choose one of: {choices}." },
  check: "reading",
  examples: {
    good: {
      "VERA code": [{ Categorie: "MED" }],
    },
    bad: {
      "own word": { PA_Toewijzingen: [{ Categorie: "zorgvrager bijzonder" }], fixes: [] },
      "two letters the other way round": {
        PA_Toewijzingen: [{ Categorie: "woningriul" }],
        fixes: ["Categorie = woningruil"],
      },
    },
  },
});
