import { quarterAfter } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, hasAll, numberIn, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const totaalGewijzigd = defineRule({
  id: "PA-207",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Totaal gewijzigd zonder toelichting", en: "Total changed without explanation" },
  why: {
    nl: "Een plan dat groeit of krimpt verandert de opgave; partijen willen weten waarom.",
    en: "A plan that grows or shrinks changes the task; parties want to know why.",
  },
  message: {
    nl: "Totaal gaat van {before} in het {quarter:quarter} naar {now}, zonder toelichting.",
    en: "Totaal goes from {before} in the {quarter:quarter} to {now}, without explanation.",
  },
  fix: {
    nl: "Leg het verschil uit bij Toelichting, of verbeter het totaal.",
    en: "Explain the difference under Toelichting, or correct the total.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Project_id", "Totaal")) return;
    const rows = groupBy(table, "Kwartaal", "Project_id");
    const quarter = textIn(table, "Kwartaal");
    const id = textIn(table, "Project_id");
    const total = numberIn(table, "Totaal");
    const why = textIn(table, "Toelichting");
    for (const index of rowsOf(table)) {
      const q = quarter(index);
      const project = id(index);
      const now = total(index);
      if (q === null || project === null || now === null || why(index) !== null) continue;
      const earlier = rows.get(groupKey(quarterAfter(q, -1), project))?.[0];
      const before = earlier === undefined ? null : total(earlier);
      if (before !== null && before !== now)
        yield { table, index, header: "Totaal", facts: { before, now, quarter: quarterAfter(q, -1) } };
    }
  },
  examples: {
    good: {
      explained: [
        { Kwartaal: "2025-Q4", Project_id: "P1", Totaal: 40, Toelichting: null },
        { Kwartaal: "2026-Q1", Project_id: "P1", Totaal: 36, Toelichting: "bouwblok kleiner" },
      ],
    },
    bad: {
      "over the turn of the year": {
        PA_Nieuwbouw: [
          { Kwartaal: "2025-Q4", Project_id: "P1", Totaal: 40 },
          { Kwartaal: "2026-Q1", Project_id: "P1", Totaal: 36 },
        ],
        says: "van 40 in het vierde kwartaal 2025 naar 36",
      },
    },
  },
});
