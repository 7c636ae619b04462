import { defineRule } from "./rule.js";

export const tabelKopie = defineRule({
  id: "PA-117",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Dezelfde tabel staat er twee keer", en: "The same table is there twice" },
  why: { nl: "Een gekopieerd blad zou alles dubbel tellen.", en: "A copied sheet would count everything twice." },
  message: {
    nl: "{second} is cel voor cel gelijk aan {first} en is één keer gelezen.",
    en: "{second} is equal to {first} cell by cell and was read once.",
  },
  fix: { nl: "Verwijder de kopie.", en: "Remove the copy." },
  check: "reading",
  examples: {
    good: {
      one: { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] },
    },
    bad: {
      "copied sheet": {
        PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
        PA_Overleg2: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
      },
    },
  },
});
