import { defineRule } from "./rule.js";

export const geenKwartaal = defineRule({
  id: "PA-135",
  severity: "error",
  reads: ["*"],
  title: { nl: "Geen kwartaal", en: "Not a quarter" },
  why: {
    nl: "Zonder kwartaal en jaar telt de rij nergens mee.",
    en: "Without quarter and year the row counts nowhere.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat is geen kwartaal met een jaar.",
    en: "{field} says '{typed}'. That is not a quarter with a year.",
  },
  fix: { nl: "Vul het kwartaal in als 2026-Q3.", en: "Enter the quarter as 2026-Q3." },
  check: "reading",
  examples: {
    good: {
      "with year": { PA_Labels: [{ Kwartaal: "1e kwartaal 2025" }] },
    },
    bad: {
      "without year": { PA_Labels: [{ Kwartaal: "kwartaal 1" }] },
    },
  },
});
