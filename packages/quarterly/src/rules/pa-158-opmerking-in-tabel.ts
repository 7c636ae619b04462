import { defineRule } from "./rule.js";

const letting = { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10, Toelichting: null };
const none = { Verhuurder: null, Categorie: null, Aantal: null, Toelichting: null };

export const opmerkingInTabel = defineRule({
  id: "PA-158",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Opmerking in de tabel", en: "Remark in the table" },
  why: {
    nl: "Een rij met alleen tekst is geen rij met cijfers. Excel telt en filtert die wel mee.",
    en: "Excel counts and filters a row of text only like the others.",
  },
  message: {
    nl: "Rij {row} van {table} bevat alleen tekst ({what}) en is niet als rij gelezen.",
    en: "Row {row} of {table} holds text only ({what}) and was not read as a row.",
  },
  fix: {
    nl: "Zet een opmerking buiten de tabel en verwijder de rij, of vul de rij aan.",
    en: "Put a remark outside the table and delete the row, or complete the row.",
  },
  check: "reading",
  examples: {
    good: {
      "a row that is not finished": {
        PA_Toewijzingen: [letting, { ...none, Kwartaal: "2026-Q3", Verhuurder: "Portaal" }],
      },
      "below a plain list": {
        tables: { lijst: [letting, { ...none, Kwartaal: "Bron: eigen administratie" }] },
        unnamed: { lijst: "Toewijzingen" },
      },
    },
    bad: {
      "in the first column": {
        PA_Toewijzingen: [
          letting,
          { ...none, Kwartaal: "let op: voorlopig cijfer van WYwonen" },
          { ...letting, Categorie: "urgent" },
        ],
        says: "Rij 3 van Toewijzingen bevat alleen tekst ('let op: voorlopig cijfer van WYwonen')",
        fixes: ["Rij 3 verwijderen"],
      },
      "a heading above rows of a plain list": {
        tables: {
          lijst: [
            { ...none, Kwartaal: "Portaal" },
            { ...letting, Verhuurder: "Portaal" },
          ],
        },
        unnamed: { lijst: "Toewijzingen" },
      },
      "in two cells, beginning with NB": {
        PA_Toewijzingen: [letting, { ...none, Kwartaal: "NB", Toelichting: "nog niet compleet" }],
      },
      "among meetings": {
        PA_Overleg: [
          { Datum: "2026-09-10", Soort: "ambtelijk" },
          { Datum: "let op: verzet", Soort: null },
        ],
      },
      "at the explanation, at the end": {
        PA_Toewijzingen: [letting, { ...none, Kwartaal: null, Toelichting: "cijfers volgen nog" }],
      },
    },
  },
});
