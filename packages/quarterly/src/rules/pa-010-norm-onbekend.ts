import { defineRule } from "./rule.js";

export const normOnbekend = defineRule({
  id: "PA-010",
  severity: "error",
  reads: ["PA_Normen"],
  title: { nl: "Onbekende norm", en: "Unknown norm" },
  why: {
    nl: "Een rij bij een norm die niet bestaat verandert niets.",
    en: "A row for a norm that does not exist changes nothing.",
  },
  message: {
    nl: "Er is geen norm met de code '{typed}', of meer dan één norm over dit onderwerp.{suggestion}",
    en: "There is no norm with the code '{typed}', or more than one about it.{suggestion}",
  },
  fix: { nl: "Gebruik een van de codes: {known}.", en: "Use one of the codes: {known}." },
  check: "reading",
  examples: {
    good: {
      "a figure the agreement starts from": [
        { Norm: "HOUSINGNEED", Vergelijking: "=", Waarde: 1700, Reden: "besluit raad" },
      ],
      "a norm the agreement does not have": [
        { Norm: "REMAININGNEED", Vergelijking: "≤", Waarde: 500, Reden: "besluit raad" },
      ],
      "by code": [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: "30%", Reden: "besluit BO" }],
    },
    bad: {
      misspelt: {
        PA_Normen: [{ Norm: "ART-9-URGNT", Vergelijking: "≤", Waarde: "30%", Reden: "besluit BO" }],
        says: "Bedoelt u 'ART-9-URGENT'?",
      },
    },
  },
});
