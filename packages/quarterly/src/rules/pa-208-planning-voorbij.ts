import { quarterLastDay } from "@prestatieafspraken/indicators";
import { eachRow, text } from "./each-row.js";
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
  check: eachRow(
    "PA_Nieuwbouw",
    { quarter: text("Kwartaal"), phase: text("Fase"), day: text("Oplevering gepland") },
    ({ quarter, phase, day }) =>
      !["opgeleverd", "vervallen"].includes(phase) &&
      day < quarterLastDay(quarter) && { header: "Oplevering gepland", facts: { day, quarter, phase } },
  ),
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
