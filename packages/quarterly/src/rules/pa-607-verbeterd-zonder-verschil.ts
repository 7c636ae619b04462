import { labelCode } from "@prestatieafspraken/indicators";
import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const verbeterdZonderVerschil = defineRule({
  id: "PA-607",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Verbeterd, maar het label is niet beter", en: "Improved, but the label is the same" },
  why: {
    nl: "De woning telt mee als verbeterd (de reden is maatregel), maar aan het label is dat niet te zien.",
    en: "The home counts as improved (the reason is maatregel), but the label does not show it.",
  },
  message: {
    nl: "De reden is maatregel, maar het label gaat van {before} naar {now}.",
    en: "The reason is an improvement, but the label goes from {before} to {now}.",
  },
  fix: {
    nl: "Verbeter het label of de reden; is het nieuwe label nog niet geregistreerd, laat de reden dan leeg.",
    en: "Correct the label or the reason; if the new label is not registered yet, leave the reason empty.",
  },
  check: eachRow(
    "PA_Woningen",
    { now: text("Label"), before: text("Vorig label"), reason: text("Reden labelwijziging") },
    ({ now, before, reason }) =>
      // A higher code is a worse label.
      reason === "maatregel" && labelCode(now)! >= labelCode(before)! && { header: "Label", facts: { before, now } },
  ),
  examples: {
    good: {
      better: [{ Label: "B", "Vorig label": "E", "Reden labelwijziging": "maatregel" }],
    },
    bad: {
      "the same": [{ Label: "E", "Vorig label": "E", "Reden labelwijziging": "maatregel" }],
    },
  },
});
