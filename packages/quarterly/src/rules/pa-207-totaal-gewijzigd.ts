import { projectChanges } from "./project-changes.js";
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
  check: projectChanges("Totaal", (before, now) => before !== now),
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
