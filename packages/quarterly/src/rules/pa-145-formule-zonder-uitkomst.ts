import { defineRule } from "./rule.js";

export const formuleZonderUitkomst = defineRule({
  id: "PA-145",
  severity: "error",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Formule zonder uitkomst", en: "Formula without a result" },
  why: {
    nl: "Sommige programma's schrijven een formule zonder uit te rekenen wat eruit komt. De cel lijkt dan leeg, en is het niet.",
    en: "Some programs save a formula without its result. The cell looks empty, but is not.",
  },
  message: {
    nl: "Bij {field} staat een formule waarvan de uitkomst niet in het bestand is bewaard.",
    en: "{field} holds a formula, but the file holds no result of it.",
  },
  fix: {
    nl: "Open het bestand in Excel of LibreOffice, laat het rekenen en sla het opnieuw op. Of typ de waarde.",
    en: "Open the file in Excel or LibreOffice, let it calculate and save it again. Or type the value.",
  },
  check: "reading",
  examples: {
    good: {
      calculated: { PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: 12 }] },
    },
    bad: {
      "written by a program that does not calculate": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: null }],
        besides: { PA_Toewijzingen: { uncalculated: [[0, 1]] } },
      },
      "the whole row": {
        PA_Toewijzingen: [{ Kwartaal: null }],
        besides: { PA_Toewijzingen: { uncalculated: [[0, 0]] } },
      },
    },
  },
});
