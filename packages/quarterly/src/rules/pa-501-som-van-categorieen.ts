import { groupBy, hasAll, numberIn, sumOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const somVanCategorieen = defineRule({
  id: "PA-501",
  severity: "error",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Categorieën tellen niet op tot het totaal", en: "Categories do not add up to the total" },
  why: {
    nl: "Een vergeten categorie maakt het aandeel urgent te hoog of te laag.",
    en: "A forgotten category makes the urgent share too high or too low.",
  },
  message: {
    nl: "Het totaal is {total}, de categorieën tellen op tot {sum}.",
    en: "The total is {total}, the categories add up to {sum}.",
  },
  fix: {
    nl: "Voeg de ontbrekende categorie toe (of onbekend), of verbeter het totaal.",
    en: "Add the missing category (or onbekend), or correct the total.",
  },
  *check({ table: get }) {
    const table = get("PA_Toewijzingen");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Categorie", "Aantal")) return;
    const category = textIn(table, "Categorie");
    const count = numberIn(table, "Aantal");
    for (const rows of groupBy(table, "Kwartaal", "Verhuurder").values()) {
      for (const index of rows) {
        const total = category(index) === "totaal" ? count(index) : null;
        if (total === null) continue;
        const parts = rows.filter((other) => category(other) !== "totaal").map(count);
        const sum = parts.length === 0 ? null : sumOf(parts);
        if (sum !== null && sum !== total)
          yield { table, index, header: "Aantal", about: { rows, headers: ["Aantal"] }, facts: { total, sum } };
      }
    }
  },
  examples: {
    good: {
      "adds up": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 63 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 21 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "totaal", Aantal: 84 },
      ],
    },
    bad: {
      "one short": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 63 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 20 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "totaal", Aantal: 84 },
      ],
    },
  },
});
