import { hasAll, numberIn, rowsOf } from "./columns.js";
import { defineRule } from "./rule.js";

export const huurOnwaarschijnlijk = defineRule({
  id: "PA-303",
  severity: "warning",
  reads: ["PA_Studenten"],
  title: { nl: "Onwaarschijnlijke huur", en: "Unlikely rent" },
  why: {
    nl: "Een huur onder € 100 of boven € 1.000 is voor een studenteneenheid vaak een typefout.",
    en: "A rent below € 100 or above € 1,000 is often a typing error for a student unit.",
  },
  message: {
    nl: "Bij Kale huur staat {rent:€} per maand. Klopt dat?",
    en: "Kale huur is {rent:€} a month. Is that right?",
  },
  fix: {
    nl: "Controleer de huur. Klopt die toch, kies dan Waarschuwing toelichten.",
    en: "Check the rent. If it is right, choose Explain this warning.",
  },
  *check({ table: get }) {
    const table = get("PA_Studenten");
    if (!hasAll(table, "Kale huur")) return;
    const rent = numberIn(table, "Kale huur");
    for (const index of rowsOf(table)) {
      const euro = rent(index);
      if (euro !== null && ((euro > 0 && euro < 100) || (euro > 1000 && euro <= 2500)))
        yield { table, index, header: "Kale huur", facts: { rent: euro } };
    }
  },
  examples: {
    good: {
      "on the edge": [{ "Kale huur": 100 }, { "Kale huur": 1000 }],
    },
    bad: {
      "just outside": { times: 2, PA_Studenten: [{ "Kale huur": 99.99 }, { "Kale huur": 1000.01 }] },
    },
  },
});
