import { defineRule } from "./rule.js";

export const aantalAlsProcent = defineRule({
  id: "PA-152",
  severity: "error",
  reads: ["*"],
  title: { nl: "Aantal als percentage", en: "A count as a percentage" },
  why: {
    nl: "In een cel met de opmaak Percentage wordt een getypte 15 gelezen als 15 procent, en dat is 0,15.",
    en: "In a cell laid out as a percentage a typed 15 becomes 15 percent, which is 0.15.",
  },
  message: {
    nl: "Bij {field} staat {typed}. Daar hoort een aantal. Bedoelt u {suggestion}?",
    en: "{field} says {typed}. A count belongs there. Do you mean {suggestion}?",
  },
  fix: { nl: "Zet de celopmaak op Getal en vul het aantal in.", en: "Format the cell as Number and enter the count." },
  check: "reading",
  examples: {
    good: {
      "a number": { PA_Toewijzingen: [{ Aantal: 15 }] },
      "whole, though shown as 1500%": {
        PA_Toewijzingen: [{ Aantal: 15 }],
        besides: { PA_Toewijzingen: { format: () => "0%" } },
      },
    },
    bad: {
      "15 typed in a percentage cell": {
        PA_Toewijzingen: [{ Aantal: 0.15 }],
        besides: { PA_Toewijzingen: { format: () => "0%" } },
        says: "staat 15%. Daar hoort een aantal. Bedoelt u 15?",
        fixes: ["Aantal = 15"],
      },
      "as text": { PA_Toewijzingen: [{ Aantal: "15%" }], fixes: ["Aantal = 15"] },
    },
  },
});
