import { defineRule } from "./rule.js";

export const formulefout = defineRule({
  id: "PA-132",
  severity: "error",
  reads: ["*"],
  title: { nl: "Formule met een fout", en: "Formula with an error" },
  why: { nl: "De cel heeft geen uitkomst.", en: "The cell has no outcome." },
  message: {
    nl: "Bij {field} geeft de formule de fout {typed}.",
    en: "The formula at {field} gives the error {typed}.",
  },
  fix: { nl: "Herstel de formule, of typ de waarde.", en: "Repair the formula, or type the value." },
  check: "reading",
  examples: {
    good: [{ name: "a value", tables: { PA_Toewijzingen: [{ Aantal: 12 }] } }],
    bad: [{ name: "lookup failed", tables: { PA_Toewijzingen: [{ Aantal: { error: "#N/A" } }] } }],
  },
});
