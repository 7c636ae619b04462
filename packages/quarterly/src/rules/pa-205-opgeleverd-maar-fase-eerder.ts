import { quarterLastDay } from "@prestatieafspraken/indicators";
import { hasAll, rowsOf, textIn } from "./columns.js";
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
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Fase", "Oplevering werkelijk")) return;
    const quarter = textIn(table, "Kwartaal");
    const phase = textIn(table, "Fase");
    const delivered = textIn(table, "Oplevering werkelijk");
    for (const index of rowsOf(table)) {
      const day = delivered(index);
      const now = phase(index);
      const q = quarter(index);
      if (day === null || now === null || now === "opgeleverd") continue;
      if (q === null || day <= quarterLastDay(q)) yield { table, index, header: "Fase", facts: { day, phase: now } };
    }
  },
  examples: {
    good: {
      delivered: [{ Kwartaal: "2026-Q3", Fase: "opgeleverd", "Oplevering werkelijk": "2026-08-01" }],
    },
    bad: {
      "still under construction": [{ Kwartaal: "2026-Q3", Fase: "in aanbouw", "Oplevering werkelijk": "2026-08-01" }],
    },
  },
});
