import { defineRule } from "./rule.js";

export const tabelMeermaals = defineRule({
  id: "PA-104",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Eén tabel op meer plaatsen", en: "One table in several places" },
  why: {
    nl: "Twee bladen van twee partijen zijn gewoon; een oude kopie niet. Alles is gelezen, zodat niets wegvalt.",
    en: "Two sheets of two parties are usual; an old copy is not. Everything was read, so that nothing is lost.",
  },
  message: {
    nl: "{table} staat op {count:plaats|plaatsen}: {places}. Ze zijn als één tabel gelezen.",
    en: "{table} is in {count:place|places}: {places}. They were read as one table.",
  },
  fix: {
    nl: "Klopt dit niet, verwijder dan wat oud is of geef het een andere naam.",
    en: "If that is wrong, remove what is old or give it another name.",
  },
  check: "reading",
  examples: {
    good: {
      "one table": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
      },
    },
    bad: {
      "two lists on a sheet": {
        unnamed: { a: "Lijst", b: "Lijst" },
        besides: { b: { headerRow: 9 } },
        says: "staat op 2 plaatsen: Lijst (rij 1), Lijst (rij 9)",
        tables: {
          a: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
          b: [{ Kwartaal: "2026-Q3", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 2 }],
        },
      },
      "a sheet per party": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
        PA_Toewijzingen_Portaal: [{ Kwartaal: "2026-Q3", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 2 }],
      },
    },
  },
});
