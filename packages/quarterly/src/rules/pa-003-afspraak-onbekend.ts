import { defineRule } from "./rule.js";

export const afspraakOnbekend = defineRule({
  id: "PA-003",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Onbekende prestatieafspraak", en: "Unknown agreement" },
  why: {
    nl: "De normen komen uit de afspraak. Een verkeerde afspraak geeft verkeerde oordelen.",
    en: "The norms come from the agreement. A wrong agreement gives wrong verdicts.",
  },
  message: {
    nl: "De afspraak '{typed}' is niet bekend.{suggestion} Nu is gerekend met: {used}.",
    en: "The agreement '{typed}' is not known.{suggestion} Used instead: {used}.",
  },
  fix: {
    nl: "Vul bij Afspraak de code of titel van een bekende afspraak in, of kies Afspraken uit een bestand.",
    en: "Enter the code or title of a known agreement at Afspraak, or choose an agreement from a file.",
  },
  check: "reading",
  examples: {
    good: {
      "by code": [{ Instelling: "Afspraak", Waarde: "oegstgeest-2025-2028" }],
    },
    bad: {
      "another year": [{ Instelling: "Afspraak", Waarde: "oegstgeest-2021-2024" }],
    },
  },
});
