import { defineRule } from "./rule.js";

export const bladNietInDeLijst = defineRule({
  id: "PA-156",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Blad dat niemand ziet", en: "Sheet that nobody sees" },
  why: {
    nl: "Een blad dat niet in de lijst van bladen staat, toont geen enkel programma. Wat erop staat, telt dan niet mee.",
    en: "No program shows a sheet that is missing from the list of sheets, so it does not count.",
  },
  message: {
    nl: "In het bestand zit een blad{with} dat niet in de lijst van bladen staat. Het is niet gelezen.",
    en: "The file contains a sheet{with} that is not in the list of sheets. It was not read.",
  },
  fix: {
    nl: "Vraag de afzender om een bestand waarin dat blad te zien is. Is het blad met opzet weggehaald, bewaar het bestand dan opnieuw in Excel.",
    en: "Ask the sender for a file that shows the sheet. If it was removed on purpose, save the file again in Excel.",
  },
  check: "reading",
  examples: {
    good: {
      "every sheet listed": { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] },
    },
    bad: {
      "with the lettings": {
        PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
        unlisted: [{ tables: ["PA_Toewijzingen"] }],
        says: "een blad met Toewijzingen dat niet in de lijst van bladen staat",
      },
      "without a table": {
        PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
        unlisted: [{ tables: [] }],
        says: "zit een blad dat niet in de lijst",
      },
    },
  },
});
