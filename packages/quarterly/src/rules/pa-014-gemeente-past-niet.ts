import { defineRule } from "./rule.js";

export const gemeentePastNiet = defineRule({
  id: "PA-014",
  severity: "warning",
  reads: ["PA_Instellingen"],
  title: { nl: "Andere gemeente dan in de afspraak", en: "Another municipality than the agreement's" },
  why: { nl: "De afspraak geldt voor één gemeente.", en: "The agreement holds for one municipality." },
  message: {
    nl: "Bij Gemeente staat '{typed}', de afspraak is van {municipality}.",
    en: "Gemeente says '{typed}', the agreement is for {municipality}.",
  },
  fix: {
    nl: "Kies bij Afspraak de afspraak van deze gemeente, of verbeter de gemeente.",
    en: "Choose this municipality's agreement at Afspraak, or correct the municipality.",
  },
  check: "reading",
  examples: {
    good: {
      "the same": [{ Instelling: "Gemeente", Waarde: "Gemeente Oegstgeest" }],
    },
    bad: {
      "next door": [{ Instelling: "Gemeente", Waarde: "Leiden" }],
    },
  },
});
