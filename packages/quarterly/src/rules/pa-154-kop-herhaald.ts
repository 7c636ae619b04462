import { defineRule } from "./rule.js";

export const kopHerhaald = defineRule({
  id: "PA-154",
  severity: "info",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Kop staat nog eens tussen de rijen", en: "Header repeated among the rows" },
  why: {
    nl: "Wie een lijst met kop en al onder een andere plakt, krijgt de kop als rij.",
    en: "Whoever pastes a list with its header below another gets the header as a row.",
  },
  message: {
    nl: "Rij {row} herhaalt de kop van de tabel en is niet meegelezen.",
    en: "Row {row} repeats the header of the table and was left out.",
  },
  fix: { nl: "Verwijder de rij.", en: "Remove the row." },
  check: "reading",
  examples: {
    good: {
      "rows with values": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "totaal", Aantal: 10 }],
      },
    },
    bad: {
      "pasted with its header": {
        says: "rij 3 herhaalt de kop van de tabel en is niet meegelezen",
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
          { Kwartaal: "kwartaal", Verhuurder: "Verhuurder ", Categorie: "Categorie", Aantal: "AANTAL" },
          { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 1 },
        ],
      },
    },
  },
});
