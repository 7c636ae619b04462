import { defineRule } from "./rule.js";

export const geenGetal = defineRule({
  id: "PA-128",
  severity: "error",
  reads: ["*"],
  title: { nl: "Tekst waar een getal hoort", en: "Text where a number belongs" },
  why: { nl: "Met tekst is niet te rekenen.", en: "Text cannot be calculated with." },
  message: {
    nl: "Bij {field} staat '{typed}'. Daar hoort een getal.",
    en: "{field} says '{typed}'. A number belongs there.",
  },
  fix: {
    nl: "Vul een getal in, of laat de cel leeg als het niet bekend is. Woorden horen bij Toelichting.",
    en: "Enter a number, or leave the cell empty if it is not known. Words belong under Toelichting.",
  },
  check: "reading",
  examples: {
    good: {
      "a number": { PA_Toewijzingen: [{ Aantal: 12 }] },
    },
    bad: {
      words: { PA_Toewijzingen: [{ Aantal: "i.o.m. gemeente" }] },
    },
  },
});
