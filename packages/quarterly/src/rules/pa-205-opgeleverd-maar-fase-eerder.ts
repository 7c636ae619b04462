import { quarterLastDay } from "@prestatieafspraken/indicators";
import { eachRow, text, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

export const opgeleverdMaarFaseEerder = defineRule({
  id: "PA-205",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Opleverdatum, maar de fase is eerder", en: "Delivery date, but an earlier phase" },
  why: {
    nl: "Alleen projecten met de fase opgeleverd tellen als gerealiseerd.",
    en: "Only projects with the phase opgeleverd count as realised.",
  },
  message: {
    nl: "Oplevering werkelijk is {day:day}, maar de fase is '{phase}'.",
    en: "Oplevering werkelijk is {day:day}, but the phase is '{phase}'.",
  },
  fix: { nl: "Zet Fase op opgeleverd, of verwijder de datum.", en: "Set Fase to opgeleverd, or remove the date." },
  check: eachRow(
    "PA_Nieuwbouw",
    { quarter: textIfAny("Kwartaal"), phase: text("Fase"), day: text("Oplevering werkelijk") },
    ({ quarter, phase, day }) =>
      phase !== "opgeleverd" &&
      (quarter === null || day <= quarterLastDay(quarter)) && { header: "Fase", facts: { day, phase } },
  ),
  examples: {
    good: {
      delivered: [{ Kwartaal: "2026-Q3", Fase: "opgeleverd", "Oplevering werkelijk": "2026-08-01" }],
    },
    bad: {
      "still under construction": [{ Kwartaal: "2026-Q3", Fase: "in aanbouw", "Oplevering werkelijk": "2026-08-01" }],
    },
  },
});
