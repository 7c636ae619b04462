import { defineRule } from "./rule.js";

export const onthoudenOnleesbaar = defineRule({
  id: "PA-115",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Onthouden gegevens zijn onleesbaar", en: "Remembered data cannot be read" },
  why: {
    nl: "De werkmap onthoudt welke kolom wat is en welke waarschuwingen zijn aanvaard.",
    en: "The workbook remembers which column is what and which warnings were accepted.",
  },
  message: {
    nl: "Wat de werkmap onthield ('{setting}') is beschadigd en niet gebruikt.",
    en: "What the workbook remembered ('{setting}') is damaged and was not used.",
  },
  fix: {
    nl: "Koppel de kolommen opnieuw, of aanvaard de waarschuwingen opnieuw.",
    en: "Map the columns again, or accept the warnings again.",
  },
  check: "reading",
  examples: {
    good: [
      { name: "nothing kept", tables: { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] } },
      {
        name: "a mapping that can be read",
        tables: { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] },
        kept: { mapping: '{"PA_Labels":{"sheet":"Eigen","headers":{"Aantal":"n"}}}' },
      },
    ],
    bad: [
      {
        name: "half a mapping",
        tables: { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] },
        kept: { mapping: '{"PA_Labels":' },
        says: "'mapping'",
      },
      {
        name: "a list where accepted warnings belong",
        tables: { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] },
        kept: { accepted: "[1]" },
        says: "'accepted'",
      },
    ],
  },
});
