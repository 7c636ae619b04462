import { eachRow, number, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

export const correctieZonderToelichting = defineRule({
  id: "PA-403",
  severity: "warning",
  reads: ["PA_Voorraad"],
  title: { nl: "Correctie zonder toelichting", en: "Correction without explanation" },
  why: {
    nl: "Een correctie kan een verkoop verbergen; de ander wil weten wat het is.",
    en: "A correction can hide a sale; others want to know what it is.",
  },
  message: {
    nl: "Er is een correctie van {correction:woning|woningen} zonder toelichting.",
    en: "There is a correction of {correction:home|homes} without explanation.",
  },
  fix: { nl: "Leg de correctie uit bij Toelichting.", en: "Explain the correction under Toelichting." },
  check: eachRow(
    "PA_Voorraad",
    { correction: number("Correctie"), why: textIfAny("Toelichting") },
    ({ correction, why }) => correction !== 0 && why === null && { header: "Correctie", facts: { correction } },
  ),
  examples: {
    good: {
      "explained, or none": [
        { Correctie: -3, Toelichting: "dubbel adres na fusie" },
        { Correctie: 0, Toelichting: null },
      ],
    },
    bad: {
      "not explained": [{ Correctie: -3, Toelichting: null }],
      "n.v.t. is no explanation": [{ Correctie: 1, Toelichting: "n.v.t." }],
    },
  },
});
