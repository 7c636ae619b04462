import { defineRule } from "./rule.js";

export const streepje = defineRule({
  id: "PA-127",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Streepje: geen of onbekend?", en: "A dash: none or unknown?" },
  why: {
    nl: "In tabellen van het CBS betekent - nul; anderen bedoelen onbekend. Het verschil telt.",
    en: "In Statistics Netherlands' tables - means none; others mean unknown. The difference matters.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Is dat 0 of onbekend? Er wordt niet mee gerekend.",
    en: "{field} says '{typed}'. Is that 0 or unknown? It is left out of the calculation.",
  },
  fix: {
    nl: "Vul 0 in als het er geen zijn, n.b. als het niet bekend is, of n.v.t. als het niet van toepassing is.",
    en: "Enter 0 if there are none, n.b. if it is not known, or n.v.t. if it does not apply.",
  },
  check: "reading",
  examples: {
    good: {
      "not applicable": { PA_Toewijzingen: [{ Aantal: "n.v.t." }] },
    },
    bad: {
      dash: { PA_Toewijzingen: [{ Aantal: "-" }] },
    },
  },
});
