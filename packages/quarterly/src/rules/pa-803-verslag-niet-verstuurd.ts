import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const verslagNietVerstuurd = defineRule({
  id: "PA-803",
  severity: "warning",
  reads: ["PA_Overleg"],
  title: { nl: "Verslag niet verstuurd", en: "Minutes not sent" },
  why: {
    nl: "De gemeente mailt van elk overleg agenda en verslag aan alle partijen (artikel 42).",
    en: "The municipality mails agenda and minutes of every meeting to all parties (article 42).",
  },
  message: {
    nl: "Van het overleg van {held} is niet ingevuld wanneer het verslag is verstuurd.",
    en: "For the meeting of {held} it was not entered when the minutes were sent.",
  },
  fix: { nl: "Vul bij Verslag verstuurd op de dag in.", en: "Enter the day under Verslag verstuurd op." },
  *check({ table: get, day }) {
    const table = get("PA_Overleg");
    if (!hasAll(table, "Datum", "Verslag verstuurd op") || day === null) return;
    const date = textIn(table, "Datum");
    for (const index of rowsOf(table)) {
      const held = date(index);
      if (
        held !== null &&
        held < day &&
        table.value("Verslag verstuurd op", index) === null &&
        table.reading("Verslag verstuurd op", index).state === "missing"
      ) {
        yield { table, index, header: "Verslag verstuurd op", facts: { held } };
      }
    }
  },
  examples: {
    good: {
      "sent, or still to come": {
        day: "2026-09-15",
        PA_Overleg: [
          { Datum: "2026-09-01", "Verslag verstuurd op": "2026-09-10" },
          { Datum: "2026-09-20", "Verslag verstuurd op": null },
        ],
      },
    },
    bad: {
      "not sent": { day: "2026-09-15", PA_Overleg: [{ Datum: "2026-09-01", "Verslag verstuurd op": null }] },
    },
  },
});
