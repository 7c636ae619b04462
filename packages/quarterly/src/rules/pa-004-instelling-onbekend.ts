import { defineRule } from "./rule.js";

export const instellingOnbekend = defineRule({
  id: "PA-004",
  severity: "warning",
  reads: ["PA_Instellingen"],
  title: { nl: "Onbekende instelling", en: "Unknown setting" },
  why: {
    nl: "Een verkeerd gespelde instelling doet niets, en dat merkt niemand.",
    en: "A misspelt setting does nothing, and nobody notices.",
  },
  message: {
    nl: "De instelling '{typed}' is niet bekend en wordt niet gebruikt.{suggestion}",
    en: "The setting '{typed}' is not known and is not used.{suggestion}",
  },
  fix: { nl: "Verbeter de naam, of verwijder de rij.", en: "Correct the name, or remove the row." },
  check: "reading",
  examples: {
    good: {
      "a parameter of the agreement": [{ Instelling: "Studenten tellen", Waarde: "geen" }],
    },
    bad: {
      "slip of the keyboard": {
        PA_Instellingen: [{ Instelling: "Studenten telen", Waarde: "geen" }],
        says: "Bedoelt u 'Studenten tellen'?",
      },
      "a remark without a value": [{ Instelling: "Let op: niet wijzigen", Waarde: null }],
    },
  },
});
