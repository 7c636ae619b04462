import { hasAll, numberIn } from "./columns.js";
import { setCell, those } from "./fixes.js";
import { defineRule } from "./rule.js";

/** A twelfth of a yearly rent, in whole cents. */
export const perMonth = (euro: number): number => Math.round((euro / 12) * 100) / 100;
export const perMonthBecause = { nl: "een twaalfde", en: "a twelfth" };

export const huurPerJaar = defineRule({
  id: "PA-304",
  severity: "warning",
  reads: ["PA_Studenten", "PA_Woningen"],
  title: { nl: "Huur per jaar ingevuld?", en: "Rent per year entered?" },
  why: {
    nl: "Een jaarhuur in een kolom per maand valt altijd boven de grens.",
    en: "A yearly rent in a monthly column is always above the limit.",
  },
  message: {
    nl: "Bij Kale huur staat {rent:€}. Is dat per jaar? Per maand zou het {month:€} zijn.",
    en: "Kale huur is {rent:€}. Is that per year? Per month it would be {month:€}.",
  },
  fix: { nl: "Vul de huur per maand in.", en: "Enter the rent per month." },
  *check({ table: get }) {
    for (const table of [get("PA_Studenten"), get("PA_Woningen")]) {
      if (!hasAll(table, "Kale huur")) continue;
      const rent = numberIn(table, "Kale huur");
      for (let index = 0; index < table.length; index += 1) {
        const euro = rent(index);
        // Twelve times a rent of 200 to 1,250 EUR/month.
        if (euro !== null && euro >= 2400 && euro <= 15_000)
          yield {
            table,
            index,
            header: "Kale huur",
            facts: { rent: euro, month: perMonth(euro) },
            fixes: those(setCell(table, index, "Kale huur", perMonth(euro), { because: perMonthBecause })),
          };
      }
    }
  },
  examples: {
    good: {
      "per month": { PA_Studenten: [{ "Kale huur": 480 }] },
    },
    bad: {
      "twelve times 480": {
        PA_Studenten: [{ "Kale huur": 5760 }],
        says: "€ 480,00",
        fixes: ["Kale huur = 480, een twaalfde"],
      },
    },
  },
});
