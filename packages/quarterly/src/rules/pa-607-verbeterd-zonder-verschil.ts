import { labelCode } from "@prestatieafspraken/indicators";
import { hasAll, rowsOf, textIn } from "./columns.js";
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
  *check({ table: get }) {
    const table = get("PA_Woningen");
    if (!hasAll(table, "Label", "Vorig label", "Reden labelwijziging")) return;
    const label = textIn(table, "Label");
    const previous = textIn(table, "Vorig label");
    const reason = textIn(table, "Reden labelwijziging");
    for (const index of rowsOf(table)) {
      const now = label(index);
      const before = previous(index);
      if (reason(index) !== "maatregel" || now === null || before === null) continue;
      // A higher code is a worse label.
      if (labelCode(now)! >= labelCode(before)!) yield { table, index, header: "Label", facts: { before, now } };
    }
  },
  examples: {
    good: {
      better: [{ Label: "B", "Vorig label": "E", "Reden labelwijziging": "maatregel" }],
    },
    bad: {
      "the same": [{ Label: "E", "Vorig label": "E", "Reden labelwijziging": "maatregel" }],
    },
  },
});
