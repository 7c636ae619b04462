import { defineRule } from "./rule.js";

export const negatief = defineRule({
  id: "PA-129",
  severity: "error",
  reads: ["*"],
  title: { nl: "Negatief getal", en: "Negative number" },
  why: {
    nl: "Aantallen en huren zijn nooit minder dan nul. Wat eraf gaat heeft een eigen kolom.",
    en: "Counts and rents are never below zero. What is taken away has its own column.",
  },
  message: {
    nl: "Bij {field} staat {typed}. Dat kan niet negatief zijn.",
    en: "{field} says {typed}. It cannot be negative.",
  },
  fix: {
    nl: "Vul het aantal zonder min in, in de juiste kolom.",
    en: "Enter the number without minus, in the right column.",
  },
  check: "reading",
  examples: {
    good: {
      "a correction may be negative": { PA_Voorraad: [{ Correctie: -3 }] },
    },
    bad: {
      "minus three sold": { PA_Voorraad: [{ Verkoop: -3 }] },
    },
  },
});
