import { defineRule } from "./rule.js";

export const nietInDeLijst = defineRule({
  id: "PA-137",
  severity: "error",
  reads: ["*"],
  title: { nl: "Niet in de lijst", en: "Not in the list" },
  why: { nl: "Alleen wat in de lijst staat is te tellen.", en: "Only what is in the list can be counted." },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat staat niet in de lijst.{suggestion}",
    en: "{field} says '{typed}'. That is not in the list.{suggestion}",
  },
  fix: { nl: "Kies uit: {choices}.", en: "Choose one of: {choices}." },
  check: "reading",
  examples: {
    good: {
      "in the list": { PA_Nieuwbouw: [{ Fase: "in aanbouw" }] },
    },
    bad: {
      misspelt: { PA_Nieuwbouw: [{ Fase: "vergunnig" }], says: "Bedoelt u 'vergunning'?" },
      "VERA's NDA is mid or free": { PA_Voorraad: [{ Segment: "NDA" }] },
    },
  },
});
