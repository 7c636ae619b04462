import { defineRule } from "./rule.js";

const one = [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }];

export const cijfersOnderTabel = defineRule({
  id: "PA-157",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Cijfers onder de tabel", en: "Figures below the table" },
  why: {
    nl: "Wat onder een tabel staat, telt niet mee; een rij die daar is geplakt, mist dan.",
    en: "What stands below a table does not count; a row pasted there is missing.",
  },
  message: {
    nl: "Onder de tabel {table} staan nog cijfers die niet zijn meegelezen: {range}.",
    en: "Below the table {table} there are figures that were not read: {range}.",
  },
  fix: {
    nl: "Horen ze bij de tabel, zet ze er dan als hele rijen in.",
    en: "If they belong to the table, put them in it as complete rows.",
  },
  check: "reading",
  examples: {
    good: {
      "a total and a source": {
        PA_Toewijzingen: one,
        besides: {
          PA_Toewijzingen: {
            below: {
              firstRow: 4,
              rows: [
                ["Totaal", null, null, 10],
                ["Bron:", "eigen administratie", null, null],
              ],
            },
          },
        },
      },
    },
    bad: {
      "without its category": {
        PA_Toewijzingen: one,
        besides: { PA_Toewijzingen: { below: { firstRow: 5, rows: [["2026-Q3", "Portaal", null, 5]] } } },
        says: "cijfers die niet zijn meegelezen: rij 5.",
      },
      "one column too far to the left": {
        PA_Toewijzingen: one,
        besides: { PA_Toewijzingen: { below: { firstRow: 5, rows: [["Portaal", "urgent", 5, null]] } } },
      },
    },
  },
});
