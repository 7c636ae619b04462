import { setCell, those } from "./fixes.js";
import { eachRow, number } from "./each-row.js";
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
  check: eachRow(
    ["PA_Studenten", "PA_Woningen"],
    { rent: number("Kale huur") },
    ({ rent }, { ofTable, index }) =>
      // Twelve times a rent of 200 to 1,250 EUR/month.
      rent >= 2400 &&
      rent <= 15_000 && {
        header: "Kale huur",
        facts: { rent, month: perMonth(rent) },
        fixes: those(setCell(ofTable, index, "Kale huur", perMonth(rent), { because: perMonthBecause })),
      },
  ),
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
