import { defineRule } from "./rule.js";

export const werdEenDatum = defineRule({
  id: "PA-151",
  severity: "error",
  reads: ["*"],
  title: { nl: "Excel maakte van de code of naam een datum", en: "Excel made a date of the code or name" },
  why: {
    nl: "Wie 3-1 of MRT1 typt krijgt een datum; wat er getypt is weet Excel dan niet meer.",
    en: "Typing 3-1 or MAR1 gives a date; what was typed is then gone.",
  },
  message: {
    nl: "Bij {field} staat een datum ({day}). Daar hoort geen datum; waarschijnlijk heeft Excel wat er getypt is veranderd.",
    en: "{field} holds a date ({day}). No date belongs there; Excel probably changed what was typed.",
  },
  fix: {
    nl: "Zet de celopmaak op Tekst en typ opnieuw wat er hoort te staan.",
    en: "Format the cell as Text and type again what should be there.",
  },
  check: "reading",
  examples: {
    good: {
      "a code": { PA_Nieuwbouw: [{ Project_id: "3-1" }] },
    },
    bad: {
      "3-1 became 3 January": {
        dates: ["Project_id"],
        PA_Nieuwbouw: [{ Project_id: 46025 }],
        says: "een datum (3 januari 2026)",
      },
      "a choice": { dates: ["Fase"], PA_Nieuwbouw: [{ Fase: 46025 }] },
      "a party": { dates: ["Verhuurder"], PA_Labels: [{ Verhuurder: 46025 }] },
    },
  },
});
