import { quarterLastDay } from "@prestatieafspraken/indicators";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const opleveringNaKwartaal = defineRule({
  id: "PA-204",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Werkelijke oplevering na het kwartaal", en: "Actual delivery after the quarter" },
  why: {
    nl: "Een plan is geen oplevering: wat nog komt telt niet als gerealiseerd.",
    en: "A plan is not a delivery: future homes do not count as realised.",
  },
  message: {
    nl: "Oplevering werkelijk is {day:day}, dat is na het {quarter:quarter}.",
    en: "Oplevering werkelijk is {day:day}, which is after the {quarter:quarter}.",
  },
  fix: {
    nl: "Zet een verwachte datum bij Oplevering gepland, of verbeter de datum.",
    en: "Put an expected date at Oplevering gepland, or correct the date.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Oplevering werkelijk")) return;
    const quarter = textIn(table, "Kwartaal");
    const delivered = textIn(table, "Oplevering werkelijk");
    for (const index of rowsOf(table)) {
      const q = quarter(index);
      const day = delivered(index);
      if (q !== null && day !== null && day > quarterLastDay(q))
        yield { table, index, header: "Oplevering werkelijk", facts: { day, quarter: q } };
    }
  },
  examples: {
    good: [
      {
        name: "last day of the quarter",
        tables: { PA_Nieuwbouw: [{ Kwartaal: "2026-Q3", "Oplevering werkelijk": "2026-09-30" }] },
      },
    ],
    bad: [
      {
        name: "a day later",
        tables: { PA_Nieuwbouw: [{ Kwartaal: "2026-Q3", "Oplevering werkelijk": "2026-10-01" }] },
      },
    ],
  },
});
