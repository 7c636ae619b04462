import { defineRule } from "./rule.js";

export const tabelLijktErop = defineRule({
  id: "PA-105",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Nog een blad dat op deze tabel lijkt", en: "Another sheet that looks like this table" },
  why: {
    nl: "Misschien staan daar cijfers die mee moeten doen, misschien is het een kopie.",
    en: "It may hold figures that should count, or it may be a copy.",
  },
  message: {
    nl: "{place} lijkt op {table}, maar is niet gelezen. Gelezen is: {read}.",
    en: "{place} looks like {table} but was not read. Read instead: {read}.",
  },
  fix: {
    nl: "Moet het meetellen, zet de rijen dan in de tabel {table}. Anders hoeft u niets te doen.",
    en: "If it should count, put the rows in the table {table}. Otherwise do nothing.",
  },
  check: "reading",
  examples: {
    good: {
      "only the table": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
      },
    },
    bad: {
      "a plain sheet beside it": {
        unnamed: { kopie: "Oud" },
        tables: {
          PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
          kopie: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 9 }],
        },
      },
    },
  },
});
