import { defineRule } from "./rule.js";

export const verslagkwartaalOnleesbaar = defineRule({
  id: "PA-002",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Verslagkwartaal is geen kwartaal", en: "The reporting quarter is not a quarter" },
  why: {
    nl: "Zonder kwartaal is niet te zeggen waar het rapport over gaat.",
    en: "Without a quarter nobody can say what the report is about.",
  },
  message: {
    nl: "Verslagkwartaal staat op '{typed}'. Dat is geen kwartaal met een jaar.",
    en: "Verslagkwartaal says '{typed}'. That is not a quarter with a year.",
  },
  fix: { nl: "Vul het kwartaal in als 2026-Q3.", en: "Enter the quarter as 2026-Q3." },
  check: "reading",
  examples: {
    good: {
      "spelling of people": [{ Instelling: "Verslagkwartaal", Waarde: "3e kwartaal 2026" }],
    },
    bad: {
      "no year": [{ Instelling: "Verslagkwartaal", Waarde: "kwartaal 3" }],
    },
  },
});
