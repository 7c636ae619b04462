import { defineRule } from "./rule.js";

export const geenTabel = defineRule({
  id: "PA-113",
  severity: "error",
  reads: ["*"],
  title: { nl: "Geen enkele tabel gevonden", en: "No table found at all" },
  why: {
    nl: "Zonder tabellen is er niets te controleren; dat is iets anders dan in orde.",
    en: "Without tables there is nothing to check; that is not the same as being fine.",
  },
  message: {
    nl: "In deze werkmap is geen tabel van de kwartaalopgave gevonden (bekeken blokken: {blocks}).",
    en: "No table of the quarterly return was found in this workbook (blocks looked at: {blocks}).",
  },
  fix: {
    nl: "Gebruik het sjabloon, of noem uw tabellen PA_Nieuwbouw, PA_Voorraad enzovoort.",
    en: "Use the template, or name your tables PA_Nieuwbouw, PA_Voorraad and so on.",
  },
  check: "reading",
  examples: {
    good: {
      "one of ours": { PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }] },
    },
    bad: {
      "something else": { unnamed: { x: "Boodschappen" }, tables: { x: [{ Wat: "melk", Hoeveel: 2 }] } },
    },
  },
});
