import { defineRule } from "./rule.js";

export const normwaardeProcent = defineRule({
  id: "PA-013",
  severity: "error",
  reads: ["PA_Normen"],
  title: { nl: "Is deze norm een percentage?", en: "Is this norm a percentage?" },
  why: {
    nl: "Een aandeel boven 1 is nooit te halen of altijd gehaald.",
    en: "A share above 1 is never or always met.",
  },
  message: {
    nl: "Bij deze norm hoort een aandeel, en er staat '{typed}'. Bedoelt u {suggestion}? De norm uit de afspraak blijft gelden.",
    en: "This norm is a share, and it says '{typed}'. Do you mean {suggestion}? The norm of the agreement stays.",
  },
  fix: { nl: "Vul {suggestion} in, met procentteken.", en: "Enter {suggestion}, with the percent sign." },
  check: "reading",
  examples: {
    good: {
      "a fraction": [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 0.25, Reden: "r" }],
    },
    bad: {
      "a bare 25": {
        PA_Normen: [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 25, Reden: "r" }],
        says: "Bedoelt u 25%?",
      },
      "a bare 1": {
        PA_Normen: [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 1, Reden: "r" }],
        says: "Bedoelt u 1% of 100%?",
      },
    },
  },
});
