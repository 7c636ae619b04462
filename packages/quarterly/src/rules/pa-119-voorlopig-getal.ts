import { defineRule } from "./rule.js";

export const voorlopigGetal = defineRule({
  id: "PA-119",
  severity: "info",
  reads: ["*"],
  title: { nl: "Voorlopig getal", en: "Provisional figure" },
  why: {
    nl: "Een sterretje betekent bij het CBS: voorlopig. Het getal kan nog veranderen.",
    en: "Statistics Netherlands marks provisional figures with a star. The figure may still change.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Gelezen als {read}, voorlopig.",
    en: "{field} says '{typed}'. Read as {read}, provisional.",
  },
  fix: {
    nl: "Zet 'voorlopig' bij Toelichting en laat in de cel alleen het getal staan.",
    en: "Enter 'voorlopig' under Toelichting and keep only the figure in the cell.",
  },
  check: "reading",
  examples: {
    good: {
      "a number": { PA_Toewijzingen: [{ Aantal: 360 }] },
    },
    bad: {
      "a star": { PA_Toewijzingen: [{ Aantal: "360*" }] },
    },
  },
});
