import { defineRule } from "./rule.js";

export const tekstAlsGetal = defineRule({
  id: "PA-120",
  severity: "info",
  reads: ["*"],
  title: { nl: "Tekst gelezen als getal", en: "Text read as a number" },
  why: {
    nl: "Excel telt een getal dat als tekst is getypt niet mee in een som.",
    en: "Excel leaves a number typed as text out of a sum.",
  },
  message: {
    nl: "Bij {field} staat de tekst '{typed}'. Gelezen als {read}.",
    en: "{field} holds the text '{typed}'. Read as {read}.",
  },
  fix: { nl: "Maak er het getal {read} van.", en: "Make it the number {read}." },
  check: "reading",
  examples: {
    good: {
      "a number": { PA_Toewijzingen: [{ Aantal: 1200 }] },
    },
    bad: {
      "Dutch thousands": { PA_Toewijzingen: [{ Aantal: "1.200" }], after: 1200 },
      currency: { PA_Studenten: [{ "Kale huur": "€ 477,20" }], after: 477.2 },
    },
  },
});
