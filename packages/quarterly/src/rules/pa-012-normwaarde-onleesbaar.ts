import { defineRule } from "./rule.js";

export const normwaardeOnleesbaar = defineRule({
  id: "PA-012",
  severity: "error",
  reads: ["PA_Normen"],
  title: { nl: "Normwaarde is geen getal", en: "The norm's value is not a number" },
  why: {
    nl: "Een norm moet een getal zijn. Tot dan geldt de norm uit de afspraken.",
    en: "A norm is a number. Until then the norm of the agreement holds.",
  },
  message: {
    nl: "Bij Waarde staat '{typed}'. Dat is geen zeker getal.",
    en: "Waarde says '{typed}'. That is not a number to rely on.",
  },
  fix: { nl: "Vul een aandeel in als 25%, of een heel aantal.", en: "Enter a share as 25%, or a whole number." },
  check: "reading",
  examples: {
    good: {
      "a share": [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: "25%", Reden: "r" }],
    },
    bad: {
      "an estimate": [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: "ca. 25%", Reden: "r" }],
    },
  },
});
