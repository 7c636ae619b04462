import { eachRow, text, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

export const maatregelZonderDag = defineRule({
  id: "PA-615",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Verbeterd, maar de dag ontbreekt", en: "Improved, but the day is missing" },
  why: {
    nl: "Zonder dag is niet te zien in welk jaar de woning is verbeterd: het aantal is een ondergrens, en dat kan een oordeel tegenhouden.",
    en: "Without a day nobody can see in which year the home was improved: the number is a lower bound, which can hold up a verdict.",
  },
  message: {
    nl: "De reden is maatregel, maar Opnamedatum is niet bekend: of deze woning in het jaar is verbeterd, is niet te zien.",
    en: "The reason is an improvement, but Opnamedatum is not known: whether this home was improved in the year cannot be seen.",
  },
  fix: {
    nl: "Vul bij Opnamedatum de dag in waarop het nieuwe label is opgenomen.",
    en: "Enter under Opnamedatum the day the new label was surveyed.",
  },
  check: eachRow(
    "PA_Woningen",
    { reason: text("Reden labelwijziging"), day: textIfAny("Opnamedatum") },
    ({ reason, day }, { ofTable }) =>
      reason === "maatregel" &&
      day === null && { header: ofTable.has("Opnamedatum") ? "Opnamedatum" : "Reden labelwijziging" },
  ),
  examples: {
    good: {
      "with a day, or for another reason": [
        { Label: "B", "Reden labelwijziging": "maatregel", Opnamedatum: "2026-05-01" },
        { Label: "B", "Reden labelwijziging": "hermeting", Opnamedatum: null },
      ],
    },
    bad: {
      "no day": {
        says: "of deze woning in het jaar is verbeterd, is niet te zien",
        PA_Woningen: [{ Label: "B", "Reden labelwijziging": "maatregel", Opnamedatum: null }],
      },
      "no column for the day": [{ Label: "B", "Reden labelwijziging": "maatregel" }],
    },
  },
});
