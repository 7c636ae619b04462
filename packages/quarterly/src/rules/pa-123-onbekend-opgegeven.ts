import { defineRule } from "./rule.js";

export const onbekendOpgegeven = defineRule({
  id: "PA-123",
  severity: "info",
  reads: ["*"],
  title: { nl: "Opgegeven als onbekend", en: "Reported as unknown" },
  why: {
    nl: "Onbekend is iets anders dan nul: er wordt niet mee gerekend.",
    en: "Unknown is not zero: it is left out of the calculation.",
  },
  message: {
    nl: "Bij {field} staat '{typed}': nog niet bekend. Het telt niet als 0.",
    en: "{field} says '{typed}': not known yet. It does not count as 0.",
  },
  fix: {
    nl: "Vul het getal in zodra het bekend is; is het er geen, vul dan 0 in.",
    en: "Enter the figure once it is known; if there are none, enter 0.",
  },
  check: "reading",
  examples: {
    good: {
      "zero is known": { PA_Toewijzingen: [{ Aantal: 0 }] },
    },
    bad: {
      "n.b.": { PA_Toewijzingen: [{ Aantal: "n.b." }] },
      "the dot of Statistics Netherlands": { PA_Toewijzingen: [{ Aantal: "." }] },
    },
  },
});
