import { rawColumn } from "./columns.js";
import { defineRule } from "./rule.js";

export const formuleOverschreven = defineRule({
  id: "PA-114",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Getal over een formule heen getypt", en: "A number typed over a formula" },
  why: {
    nl: "De andere rijen rekenen zelf; deze verandert niet meer mee.",
    en: "The other rows calculate; this one no longer follows.",
  },
  message: {
    nl: "Bij {field} rekenen de meeste rijen met een formule, maar hier staat een getypt getal ({typed}).",
    en: "In {field} most rows have a formula, but here a number was typed ({typed}).",
  },
  fix: {
    nl: "Zet de formule terug, of leg bij Toelichting uit waarom niet.",
    en: "Put the formula back, or explain under Toelichting why not.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const { formula } = table.raw;
      if (!formula) continue;
      for (const { header, type } of table.definition.fields) {
        const column = table.has(header) && (type === "count" || type === "change") ? rawColumn(table, header) : null;
        if (column === null) continue;
        const typed: number[] = [];
        let calculated = 0;
        for (let index = 0; index < table.length; index += 1) {
          if (formula(index, column) !== null) calculated += 1;
          else if (table.value(header, index) !== null) typed.push(index);
        }
        if (calculated >= 2 && calculated > typed.length) for (const index of typed) yield { table, index, header };
      }
    }
  },
  examples: {
    good: {
      "all calculated": {
        formulas: { PA_Nieuwbouw: { Totaal: ["=H2", "=H3", "=H4"] } },
        PA_Nieuwbouw: [{ Totaal: 1 }, { Totaal: 2 }, { Totaal: 3 }],
      },
    },
    bad: {
      "one typed": {
        formulas: { PA_Nieuwbouw: { Totaal: ["=H2", "=H3", null] } },
        PA_Nieuwbouw: [{ Totaal: 1 }, { Totaal: 2 }, { Totaal: 3 }],
      },
    },
  },
});
