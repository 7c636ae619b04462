import { setCell, those } from "./fixes.js";
import { perMonth, perMonthBecause } from "./pa-304-huur-per-jaar.js";
import { eachRow, number } from "./each-row.js";
import { defineRule } from "./rule.js";

export const huurOnmogelijk = defineRule({
  id: "PA-302",
  severity: "error",
  reads: ["PA_Studenten"],
  title: { nl: "Onmogelijke huur", en: "Impossible rent" },
  why: {
    nl: "Geen studenteneenheid kost niets of meer dan € 2.500 per maand.",
    en: "No student unit is free or costs more than € 2,500 a month.",
  },
  message: { nl: "Bij Kale huur staat {rent:€} per maand.", en: "Kale huur is {rent:€} a month." },
  fix: { nl: "Vul de kale huur per maand in.", en: "Enter the basic rent per month." },
  check: eachRow(
    "PA_Studenten",
    { rent: number("Kale huur") },
    ({ rent }, { ofTable, index }) =>
      (rent <= 0 || rent > 2500) && {
        header: "Kale huur",
        facts: { rent },
        // A yearly rent, about which PA-304 may ask too.
        fixes:
          rent >= 2500 ? those(setCell(ofTable, index, "Kale huur", perMonth(rent), { because: perMonthBecause })) : [],
      },
  ),
  examples: {
    good: {
      "on the edge": [{ "Kale huur": 2500 }, { "Kale huur": 0.01 }],
    },
    bad: {
      "nothing, and too much": { times: 2, PA_Studenten: [{ "Kale huur": 0 }, { "Kale huur": 2500.01 }] },
    },
  },
});
