import { defineRule } from "./rule.js";

export const normwaardeOnleesbaar = defineRule({
  id: "PA-012",
  severity: "error",
  reads: ["PA_Normen"],
  title: { nl: "Normwaarde is geen getal", en: "The norm's value is no number" },
  why: {
    nl: "Met een tekst is niet te vergelijken; de norm uit de afspraak blijft gelden.",
    en: "A text cannot be compared with; the norm of the agreement stays.",
  },
  message: {
    nl: "Bij Waarde staat '{typed}'. Dat is geen zeker getal.",
    en: "Waarde says '{typed}'. That is no certain number.",
  },
  fix: { nl: "Vul een aandeel in als 25%, of een heel aantal.", en: "Enter a share as 25%, or a whole number." },
  check: "reading",
  examples: {
    good: [
      {
        name: "a share",
        tables: { PA_Normen: [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: "25%", Reden: "r" }] },
      },
    ],
    bad: [
      {
        name: "an estimate",
        tables: { PA_Normen: [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: "ca. 25%", Reden: "r" }] },
      },
    ],
  },
});
