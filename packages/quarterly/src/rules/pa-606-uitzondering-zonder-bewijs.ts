import { eachRow, text, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

export const uitzonderingZonderBewijs = defineRule({
  id: "PA-606",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Uitzondering zonder bewijs", en: "Exception without evidence" },
  why: {
    nl: "Een uitgezonderde woning telt niet mee bij E, F en G; de ander moet dat kunnen nagaan.",
    en: "An excepted home does not count under E, F and G; others must be able to check that.",
  },
  message: {
    nl: "De woning is uitgezonderd ({kind}), maar Bewijs uitzondering is leeg.",
    en: "The home is excepted ({kind}), but Bewijs uitzondering is empty.",
  },
  fix: {
    nl: "Vul bij Bewijs uitzondering het besluit of nummer in.",
    en: "Enter the decision or number under Bewijs uitzondering.",
  },
  check: eachRow(
    "PA_Woningen",
    { kind: text("Uitzondering"), evidence: textIfAny("Bewijs uitzondering") },
    ({ kind, evidence }) => kind !== "nee" && evidence === null && { header: "Uitzondering", facts: { kind } },
  ),
  examples: {
    good: {
      "with evidence, or none": [
        { Uitzondering: "monument", "Bewijs uitzondering": "RM 31234" },
        { Uitzondering: "nee", "Bewijs uitzondering": null },
      ],
    },
    bad: {
      without: [{ Uitzondering: "ja", "Bewijs uitzondering": null }],
    },
  },
});
