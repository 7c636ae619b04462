import { defineRule } from "./rule.js";

export const normZonderReden = defineRule({
  id: "PA-011",
  severity: "warning",
  reads: ["PA_Normen"],
  title: { nl: "Norm gewijzigd zonder reden", en: "Norm changed without a reason" },
  why: {
    nl: "Wie van de afspraken afwijkt, moet kunnen laten zien wie dat besloot.",
    en: "Others must be able to see who decided to depart from the agreement.",
  },
  message: {
    nl: "De norm {norm} wijkt af van de afspraak, zonder reden.",
    en: "The norm {norm} differs from the agreement, without a reason.",
  },
  fix: { nl: "Vul bij Reden in wie dit wanneer besloot.", en: "Enter under Reden who decided this and when." },
  check: "reading",
  examples: {
    good: {
      "with a reason": [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 0.3, Reden: "besluit bestuurlijk overleg" }],
    },
    bad: {
      without: [{ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 0.3, Reden: null }],
    },
  },
});
