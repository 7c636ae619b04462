import { defineRule } from "./rule.js";

export const formulefout = defineRule({
  id: "PA-132",
  severity: "error",
  reads: ["*"],
  title: { nl: "Foutmelding in plaats van een waarde", en: "An error instead of a value" },
  why: { nl: "De cel heeft geen uitkomst.", en: "The cell has no outcome." },
  message: {
    nl: "Bij {field} {what} {typed} waar {belongs} hoort.",
    en: "In {field} {what} {typed} where {belongs} belongs.",
  },
  fix: {
    nl: "Herstel de formule waar de fout vandaan komt, of typ de waarde.",
    en: "Repair the formula the error comes from, or type the value.",
  },
  check: "reading",
  examples: {
    good: {
      "a value": { PA_Toewijzingen: [{ Aantal: 12 }] },
    },
    bad: {
      "lookup failed": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: { error: "#N/A" } }],
        formulas: { PA_Toewijzingen: { Aantal: ["=VLOOKUP(A2,X:Y,2,0)"] } },
        says: "geeft de formule de fout #N/A waar een getal hoort",
      },
      "pasted as a value": { PA_Toewijzingen: [{ Aantal: { error: "#N/A" } }], says: "staat de foutmelding" },
      "Dutch, as text, where a code belongs": {
        PA_Nieuwbouw: [{ Project_id: "#VERW!" }],
        says: "staat de foutmelding #VERW! waar een code hoort",
      },
    },
  },
});
