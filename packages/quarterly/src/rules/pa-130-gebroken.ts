import { defineRule } from "./rule.js";

export const gebroken = defineRule({
  id: "PA-130",
  severity: "error",
  reads: ["*"],
  title: { nl: "Gebroken aantal", en: "Fractional count" },
  why: { nl: "Halve woningen bestaan niet.", en: "Half homes do not exist." },
  message: {
    nl: "Bij {field} staat {typed}. Een aantal is een heel getal.",
    en: "{field} says {typed}. A count is a whole number.",
  },
  fix: { nl: "Vul een heel getal in.", en: "Enter a whole number." },
  check: "reading",
  examples: {
    good: {
      whole: { PA_Toewijzingen: [{ Aantal: 12 }] },
    },
    bad: {
      "a calculated average": { PA_Toewijzingen: [{ Aantal: 12.3456 }] },
    },
  },
});
