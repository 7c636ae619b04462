import { defineRule } from "./rule.js";

export const partijOnbekend = defineRule({
  id: "PA-111",
  severity: "error",
  reads: ["*"],
  title: { nl: "Onbekende partij", en: "Unknown party" },
  why: {
    nl: "Een rij van een partij die niemand kent telt bij niemand mee.",
    en: "A row of a party nobody knows counts for nobody.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Die partij staat niet in de afspraak.{suggestion}",
    en: "{field} says '{typed}'. That party is not in the agreement.{suggestion}",
  },
  fix: { nl: "Gebruik de naam uit de afspraak.", en: "Use the name in the agreement." },
  check: "reading",
  examples: {
    good: {
      "a former name": { PA_Toewijzingen: [{ Verhuurder: "MeerWonen" }] },
    },
    bad: {
      "with words around it": {
        PA_Toewijzingen: [{ Verhuurder: "Woningcorporatie WYwonen (Leiden)" }],
        says: "Bedoelt u 'WYwonen'?",
      },
      misspelt: { PA_Toewijzingen: [{ Verhuurder: "WYwoonen" }], says: "Bedoelt u 'WYwonen'?" },
    },
  },
});
