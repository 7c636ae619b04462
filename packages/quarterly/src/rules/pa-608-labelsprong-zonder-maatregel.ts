import { labelCode } from "@prestatieafspraken/indicators";
import { eachRow, text, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

export const labelsprongZonderMaatregel = defineRule({
  id: "PA-608",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Twee labels beter zonder maatregel", en: "Two labels better without an improvement" },
  why: {
    nl: "Een hermeting of nieuwe methode is geen verbeterde woning; de landelijke cijfers hebben daar last van gehad.",
    en: "A new measurement or method does not make a better home; it has distorted the national figures.",
  },
  message: {
    nl: "Het label gaat van {before} naar {now}, zonder reden.",
    en: "The label goes from {before} to {now}, without a reason.",
  },
  fix: {
    nl: "Vul bij Reden labelwijziging in: maatregel, hermeting, methode of nieuw.",
    en: "Enter under Reden labelwijziging: maatregel (improvement), hermeting (measured again), methode (method) or nieuw (new).",
  },
  check: eachRow(
    "PA_Woningen",
    { now: text("Label"), before: text("Vorig label"), reason: textIfAny("Reden labelwijziging") },
    ({ now, before, reason }) =>
      reason === null && labelCode(before)! - labelCode(now)! >= 2 && { header: "Label", facts: { before, now } },
  ),
  examples: {
    good: {
      "one step, or a reason": [
        { Label: "C", "Vorig label": "D", "Reden labelwijziging": null },
        { Label: "A", "Vorig label": "D", "Reden labelwijziging": "hermeting" },
      ],
    },
    bad: {
      "two steps": [{ Label: "C", "Vorig label": "E", "Reden labelwijziging": null }],
    },
  },
});
