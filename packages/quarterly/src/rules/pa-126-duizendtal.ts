import { defineRule } from "./rule.js";

export const duizendtal = defineRule({
  id: "PA-126",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Gebroken getal: een punt te veel?", en: "Decimal number: one point too many?" },
  why: {
    nl: "Wie 1.200 typt in een Engels ingestelde Excel krijgt 1,2.",
    en: "Typing 1.200 in an Excel set to English gives 1.2.",
  },
  message: {
    nl: "Bij {field} staat {typed}. Bedoelt u {suggestion}? Er wordt niet mee gerekend.",
    en: "{field} says {typed}. Do you mean {suggestion}? It is left out of the calculation.",
  },
  fix: { nl: "Vul het hele aantal in, zonder punt.", en: "Enter the whole number, without a dot." },
  check: "reading",
  examples: {
    good: {
      whole: { PA_Toewijzingen: [{ Aantal: 1200 }] },
    },
    bad: {
      "1.2": { PA_Toewijzingen: [{ Aantal: 1.2 }], says: "Bedoelt u 1.200?" },
    },
  },
});
