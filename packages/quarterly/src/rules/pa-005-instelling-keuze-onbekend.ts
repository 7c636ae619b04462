import { defineRule } from "./rule.js";

export const instellingKeuzeOnbekend = defineRule({
  id: "PA-005",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Deze keuze bestaat niet bij de instelling", en: "The setting has no such choice" },
  why: { nl: "De keuze bepaalt wat er geteld wordt.", en: "The choice decides what is counted." },
  message: {
    nl: "Bij {name} staat '{typed}'. Dat is geen keuze; nu geldt '{used}'.{suggestion}",
    en: "{name} says '{typed}'. That is no choice; '{used}' is used.{suggestion}",
  },
  fix: { nl: "Kies uit: {choices}.", en: "Choose one of: {choices}." },
  check: "reading",
  examples: {
    good: [
      {
        name: "a choice, other case",
        tables: { PA_Instellingen: [{ Instelling: "Studenten tellen", Waarde: "Noemer" }] },
      },
    ],
    bad: [{ name: "no choice", tables: { PA_Instellingen: [{ Instelling: "Studenten tellen", Waarde: "soms" }] } }],
  },
});
