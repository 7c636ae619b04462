import { defineRule } from "./rule.js";

export const geenPreciezeDag = defineRule({
  id: "PA-143",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Geen precieze dag", en: "Not a precise day" },
  why: {
    nl: "Met een jaar of kwartaal is niet te zeggen of een dag voorbij is.",
    en: "With a year or a quarter nobody can say whether a day has passed.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat is geen dag; er wordt niet mee gerekend.",
    en: "{field} says '{typed}'. That is not a day; it is left out of the calculation.",
  },
  fix: {
    nl: "Vul een dag in, bijvoorbeeld de laatste dag van de periode.",
    en: "Enter a day, for example the last day of the period.",
  },
  check: "reading",
  examples: {
    good: {
      "a day": { PA_Nieuwbouw: [{ "Oplevering gepland": "30-6-2027" }] },
    },
    bad: {
      "a year": { PA_Nieuwbouw: [{ "Oplevering gepland": 2027 }] },
      "a quarter": { PA_Nieuwbouw: [{ "Oplevering gepland": "Q2 2027" }] },
    },
  },
});
