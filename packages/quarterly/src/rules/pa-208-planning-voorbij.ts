import { quarterLastDay } from "@prestatieafspraken/indicators";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const planningVoorbij = defineRule({
  id: "PA-208",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Geplande oplevering is voorbij", en: "Planned delivery has passed" },
  why: {
    nl: "Als de geplande datum voorbij is, lijkt de planning beter dan zij is.",
    en: "When the planned date has passed, the plan looks better than it is.",
  },
  message: {
    nl: "De oplevering was gepland op {day:day}, maar aan het eind van het {quarter:quarter} is de fase '{phase}'.",
    en: "Delivery was planned for {day:day}, but at the end of the {quarter:quarter} the phase is '{phase}'.",
  },
  fix: {
    nl: "Stel Oplevering gepland bij, of verbeter de fase.",
    en: "Adjust Oplevering gepland, or correct the phase.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Fase", "Oplevering gepland")) return;
    const quarter = textIn(table, "Kwartaal");
    const phase = textIn(table, "Fase");
    const planned = textIn(table, "Oplevering gepland");
    for (const index of rowsOf(table)) {
      const q = quarter(index);
      const now = phase(index);
      const day = planned(index);
      if (q === null || now === null || day === null || now === "opgeleverd" || now === "vervallen") continue;
      if (day < quarterLastDay(q))
        yield { table, index, header: "Oplevering gepland", facts: { day, quarter: q, phase: now } };
    }
  },
  examples: {
    good: {
      "delivered in time": [
        { Kwartaal: "2026-Q3", Fase: "opgeleverd", "Oplevering gepland": "2026-06-30" },
        { Kwartaal: "2026-Q3", Fase: "in aanbouw", "Oplevering gepland": "2026-09-30" },
      ],
    },
    bad: {
      "not delivered": [{ Kwartaal: "2026-Q3", Fase: "vergunning", "Oplevering gepland": "2026-06-30" }],
    },
  },
});
