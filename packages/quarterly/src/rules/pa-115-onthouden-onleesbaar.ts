import { defineRule } from "./rule.js";

export const onthoudenOnleesbaar = defineRule({
  id: "PA-115",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Onthouden gegevens zijn onleesbaar", en: "Remembered data cannot be read" },
  why: {
    nl: "De werkmap onthoudt welke kolom wat is, welke waarschuwingen zijn toegelicht en over welke afspraken zij gaat.",
    en: "The workbook remembers which column is what, which warnings were explained and which agreement it is about.",
  },
  message: {
    nl: "Wat de werkmap onthield ({what}) is beschadigd en niet gebruikt.",
    en: "What the workbook remembered ({what}) is damaged and was not used.",
  },
  fix: {
    nl: "Doe dat opnieuw: Eigen tabellen aanwijzen, Waarschuwing toelichten, of Afspraken uit een bestand.",
    en: "Do that again: Use your own tables, Explain the warning, or Agreement from a file.",
  },
  check: "reading",
  examples: {
    good: {
      "nothing kept": { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] },
      "a mapping that can be read": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        kept: { mapping: '{"PA_Labels":{"sheet":"Eigen","headers":{"Aantal":"n"}}}' },
      },
    },
    bad: {
      "half a mapping": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        kept: { mapping: '{"PA_Labels":' },
        says: "welke kolom wat is",
      },
      "a list where accepted warnings belong": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        kept: { accepted: "[1]" },
        says: "welke waarschuwingen zijn toegelicht",
      },
      "half an agreement": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        kept: { agreement: '{"id":"elders"}' },
        says: "eigen afspraken",
      },
    },
  },
});
