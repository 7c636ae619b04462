import { defineRule } from "./rule.js";

export const instellingKeuzeOnbekend = defineRule({
  id: "PA-005",
  severity: "error",
  reads: ["PA_Instellingen"],
  title: { nl: "Deze waarde kan niet bij de instelling", en: "The setting cannot have this value" },
  why: { nl: "De keuze bepaalt wat er geteld wordt.", en: "The choice decides what is counted." },
  message: {
    nl: "Bij {name} staat '{typed}'. Dat kan daar niet; nu geldt '{used}'.{suggestion}",
    en: "{name} says '{typed}'. That is not possible there; '{used}' is used.{suggestion}",
  },
  fix: { nl: "Vul hier in: {choices}.", en: "Enter here: {choices}." },
  check: "reading",
  examples: {
    good: {
      "a choice, other case": [{ Instelling: "Studenten tellen", Waarde: "Noemer" }],
      "a day, a number and a percentage as people write them": [
        { Instelling: "Einddatum nieuwbouw", Waarde: "31-12-2028" },
        { Instelling: "Klein aantal", Waarde: 25 },
        { Instelling: "Onbekende labels boven", Waarde: "7,5%" },
      ],
    },
    bad: {
      "no choice": {
        PA_Instellingen: [{ Instelling: "Studenten tellen", Waarde: "soms" }],
        says: "geen, teller, noemer, beide",
      },
      "no day": {
        PA_Instellingen: [{ Instelling: "Einddatum nieuwbouw", Waarde: "eind 2028" }],
        says: "een dag, zoals 31-12-2028",
      },
      "more than everything": {
        PA_Instellingen: [{ Instelling: "Onbekende labels boven", Waarde: "150%" }],
        says: "een aandeel tussen 0 en 1",
      },
    },
  },
});
