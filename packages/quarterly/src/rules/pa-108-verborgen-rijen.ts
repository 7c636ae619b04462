import { defineRule } from "./rule.js";

const meeting = { Datum: "2026-09-10", Soort: "ambtelijk", Aanwezig: null };

export const verborgenRijen = defineRule({
  id: "PA-108",
  severity: "info",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Verborgen rijen, kolommen of blad", en: "Hidden rows, columns or sheet" },
  why: {
    nl: "Wat u niet ziet, telt wel mee. Dat mist u als u op het oog controleert.",
    en: "What you do not see still counts; checking by eye misses it.",
  },
  message: { nl: "{what}. Wat verborgen is, telt gewoon mee.", en: "{what}. What is hidden counts all the same." },
  fix: {
    nl: "Maak het zichtbaar en verwijder wat niet mee moet doen. Anders hoeft u niets te doen.",
    en: "Show it and remove what should not count. Otherwise nothing needs doing.",
  },
  check: "reading",
  examples: {
    good: {
      "all shown": { PA_Overleg: [meeting] },
      "a column that nobody uses": { PA_Overleg: [meeting], besides: { PA_Overleg: { hiddenColumns: [2] } } },
    },
    bad: {
      "one row": {
        hidden: { PA_Overleg: [0] },
        PA_Overleg: [meeting],
        says: "In Overleg is 1 rij verborgen (rij 2). Wat verborgen is, telt gewoon mee.",
      },
      "rows of a filter": {
        hidden: { PA_Overleg: [0, 1, 3] },
        PA_Overleg: ["10", "11", "12", "13"].map((day) => ({ ...meeting, Datum: `2026-09-${day}` })),
        says: "In Overleg zijn 3 rijen verborgen (rij 2 tot en met 3 en rij 5).",
      },
      columns: {
        PA_Overleg: [meeting],
        besides: { PA_Overleg: { hiddenColumns: [0, 1, 2] } },
        says: "In Overleg zijn de kolommen Datum en Soort verborgen.",
      },
      "a column, and the row below its header": {
        hidden: { PA_Overleg: [0] },
        PA_Overleg: [meeting],
        besides: { PA_Overleg: { hiddenColumns: [0] } },
        times: 2,
      },
      "the sheet": {
        PA_Overleg: [meeting],
        besides: { PA_Overleg: { hiddenSheet: true } },
        says: "Het blad Overleg is verborgen.",
      },
    },
  },
});
