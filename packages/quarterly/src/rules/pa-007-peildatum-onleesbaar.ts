import { defineRule } from "./rule.js";

export const peildatumOnleesbaar = defineRule({
  id: "PA-007",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Peildatum is geen datum", en: "The reference date is not a date" },
  why: { nl: "De peildatum bepaalt welke norm geldt.", en: "The reference date decides which norm holds." },
  message: {
    nl: "Peildatum staat op '{typed}'. Dat is geen dag die bestaat.",
    en: "Peildatum says '{typed}'. That day does not exist.",
  },
  fix: {
    nl: "Vul een datum in als 30-9-2026, of laat leeg voor de laatste dag van het kwartaal.",
    en: "Enter a date as 30-9-2026, or leave empty for the last day of the quarter.",
  },
  check: "reading",
  examples: {
    good: {
      "a day": [{ Instelling: "Peildatum", Waarde: "30-9-2026" }],
    },
    bad: {
      "31 September": [{ Instelling: "Peildatum", Waarde: "31-9-2026" }],
    },
  },
});
