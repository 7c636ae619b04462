import { defineRule } from "./rule.js";

export const subtotaal = defineRule({
  id: "PA-107",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Subtotaal in de tabel", en: "Subtotal inside the table" },
  why: {
    nl: "Een totaalrij tussen de gewone rijen telt alles dubbel.",
    en: "With a total among ordinary rows, everything is counted twice.",
  },
  message: {
    nl: "Rij {row} ('{typed}' bij {field}) telt andere rijen op en is niet meegelezen.",
    en: "Row {row} ('{typed}' under {field}) adds up other rows and was left out.",
  },
  fix: {
    nl: "Verwijder de rij, of gebruik de totaalrij van Excel onder de tabel.",
    en: "Remove the row, or use Excel's totals row below the table.",
  },
  check: "reading",
  examples: {
    good: [
      {
        name: "category totaal is a check, not a subtotal",
        tables: { PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "totaal", Aantal: 10 }] },
      },
    ],
    bad: [
      {
        name: "Totaal WYwonen",
        tables: {
          PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "Totaal WYwonen", Categorie: "regulier", Aantal: 10 }],
        },
      },
    ],
  },
});
