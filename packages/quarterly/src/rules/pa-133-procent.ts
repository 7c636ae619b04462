import { defineRule } from "./rule.js";

export const procent = defineRule({
  id: "PA-133",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Is dit een percentage?", en: "Is this a percentage?" },
  why: {
    nl: "Een aandeel ligt tussen 0 en 1, of heeft een procentteken.",
    en: "A share lies between 0 and 1, or has a percent sign.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Bedoelt u {suggestion}%? Er wordt niet mee gerekend.",
    en: "{field} says '{typed}'. Do you mean {suggestion}%? It is left out of the calculation.",
  },
  fix: { nl: "Typ {suggestion}%.", en: "Type {suggestion}%." },
  check: "reading",
  // 1 may be 1% or 100% (PA-125); a number above 100 is not a percentage of a whole (PA-142).
  examples: {
    cells: { type: "share", good: [0.16, "16%", "0,16", 0, 1, 160], bad: [16, "16", "29,98", 100, 1.01] },
  },
});
