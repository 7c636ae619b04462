import { hasAll, numberIn, rowsOf } from "./columns.js";
import { setCell, those } from "./fixes.js";
import { perMonth, perMonthBecause } from "./pa-304-huur-per-jaar.js";
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
  *check({ table: get }) {
    const table = get("PA_Studenten");
    if (!hasAll(table, "Kale huur")) return;
    const rent = numberIn(table, "Kale huur");
    for (const index of rowsOf(table)) {
      const euro = rent(index);
      if (euro !== null && (euro <= 0 || euro > 2500))
        yield {
          table,
          index,
          header: "Kale huur",
          facts: { rent: euro },
          // A yearly rent, about which PA-304 may ask too.
          fixes:
            euro >= 2500 ? those(setCell(table, index, "Kale huur", perMonth(euro), { because: perMonthBecause })) : [],
        };
    }
  },
  examples: {
    good: {
      "on the edge": [{ "Kale huur": 2500 }, { "Kale huur": 0.01 }],
    },
    bad: {
      "nothing, and too much": { times: 2, PA_Studenten: [{ "Kale huur": 0 }, { "Kale huur": 2500.01 }] },
    },
  },
});
