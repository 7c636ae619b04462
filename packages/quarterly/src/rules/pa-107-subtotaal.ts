import { defineRule } from "./rule.js";

export const subtotaal = defineRule({
  id: "PA-107",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Subtotaal in de tabel", en: "Subtotal inside the table" },
  why: {
    nl: "Een totaalrij tussen de gewone rijen telt alles dubbel.",
    en: "With a total among ordinary rows, everything is counted twice.",
  },
  message: {
    nl: "Rij {row} ({what} bij {field}) telt andere rijen op en is niet meegelezen.",
    en: "Row {row} ({what} under {field}) adds up other rows and was left out.",
  },
  fix: {
    nl: "Verwijder de rij, of gebruik de totaalrij van Excel onder de tabel.",
    en: "Remove the row, or use Excel's totals row below the table.",
  },
  check: "reading",
  examples: {
    good: {
      "category totaal is a check, not a subtotal": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "totaal", Aantal: 10 }],
      },
      "a total of something may be that row under another name": {
        PA_Voorraad: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "Totaal sociaal", Beginstand: 9, Eindstand: 9 },
        ],
      },
    },
    bad: {
      "Totaal WYwonen": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "Totaal WYwonen", Categorie: "regulier", Aantal: 10 }],
      },
      "among the categories": {
        times: 2,
        says: "rij 3 ('Subtotaal' bij Categorie) telt andere rijen op",
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "Subtotaal", Aantal: 10 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "Totaal WYwonen", Aantal: 10 },
        ],
      },
      "a sum without a word": {
        says: "rij 3 (een som bij Kwartaal) telt andere rijen op",
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
          { Kwartaal: null, Verhuurder: null, Categorie: null, Aantal: 10 },
        ],
        formulas: { PA_Toewijzingen: { Aantal: [null, "=SUM(D2:D2)"] } },
      },
    },
  },
});
