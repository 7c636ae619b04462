import { phases } from "@prestatieafspraken/indicators";
import { projectChanges } from "./project-changes.js";
import { defineRule } from "./rule.js";

const order = new Map<string, number>(phases.map(({ value }, place) => [value, place]));

export const faseTerug = defineRule({
  id: "PA-210",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Fase gaat terug", en: "Phase goes back" },
  why: {
    nl: "Een project kan vertragen, maar wat gebouwd of opgeleverd is wordt niet weer een plan.",
    en: "A project can be delayed, but what is built does not become a plan again.",
  },
  message: {
    nl: "De fase gaat van '{before}' in het {quarter:quarter} terug naar '{now}'.",
    en: "The phase goes back from '{before}' in the {quarter:quarter} to '{now}'.",
  },
  fix: {
    nl: "Verbeter de fase, of leg het uit bij Toelichting.",
    en: "Correct the phase, or explain it under Toelichting.",
  },
  check: projectChanges<string>("Fase", (before, now) => order.get(now)! < order.get(before)!),
  examples: {
    good: {
      forward: [
        { Kwartaal: "2026-Q2", Project_id: "P1", Fase: "ontwerp" },
        { Kwartaal: "2026-Q3", Project_id: "P1", Fase: "in aanbouw" },
      ],
    },
    bad: {
      "delivered becomes design": [
        { Kwartaal: "2026-Q2", Project_id: "P1", Fase: "opgeleverd" },
        { Kwartaal: "2026-Q3", Project_id: "P1", Fase: "ontwerp" },
      ],
    },
  },
});
