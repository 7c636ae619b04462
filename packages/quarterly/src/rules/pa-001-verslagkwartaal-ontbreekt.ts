import { settingAt } from "./columns.js";
import { defineRule } from "./rule.js";

export const verslagkwartaalOntbreekt = defineRule({
  id: "PA-001",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Verslagkwartaal ontbreekt", en: "The reporting quarter is missing" },
  why: {
    nl: "Zonder kwartaal is niet te zeggen waar het rapport over gaat.",
    en: "Without a quarter nobody can say what the report is about.",
  },
  message: {
    nl: "Er staat nergens over welk kwartaal deze opgave gaat.",
    en: "It is not stated which quarter this return is about.",
  },
  fix: {
    nl: "Vul in Instellingen bij Verslagkwartaal het kwartaal in, zoals 2026-Q3.",
    en: "Enter the quarter at Verslagkwartaal in Instellingen, such as 2026-Q3.",
  },
  *check({ ret }) {
    if (ret.settings.quarter === null && ret.tables.size > 0) yield settingAt(ret, "Verslagkwartaal");
  },
  examples: {
    good: {
      stated: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
    },
    bad: {
      "no such row": [{ Instelling: "Gemeente", Waarde: "Oegstgeest" }],
    },
  },
});
