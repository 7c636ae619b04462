import { eachRow, number } from "./each-row.js";
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
  check: eachRow(
    "PA_Studenten",
    { rent: number("Kale huur") },
    ({ rent }) =>
      ((rent > 0 && rent < 100) || (rent > 1000 && rent <= 2500)) && { header: "Kale huur", facts: { rent } },
  ),
  examples: {
    good: {
      "on the edge": [{ "Kale huur": 100 }, { "Kale huur": 1000 }],
    },
    bad: {
      "just outside": { times: 2, PA_Studenten: [{ "Kale huur": 99.99 }, { "Kale huur": 1000.01 }] },
    },
  },
});
