import { defineRule } from "./rule.js";

export const kolomDubbel = defineRule({
  id: "PA-106",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Twee kolommen voor hetzelfde", en: "Two columns for the same thing" },
  why: {
    nl: "Er kan er maar één gelezen worden, en het kan de verkeerde zijn.",
    en: "Only one can be read, and it may be the wrong one.",
  },
  message: {
    nl: "De kolommen {first} en {second} zijn allebei {field}. Alleen {first} is gelezen.",
    en: "The columns {first} and {second} are both {field}. Only {first} was read.",
  },
  fix: {
    nl: "Verwijder de kolom die niet geldt, of geef die een andere naam.",
    en: "Remove the column that does not apply, or give it another name.",
  },
  check: "reading",
  examples: {
    good: {
      once: { PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: 10 }] },
    },
    bad: {
      "with and without star": {
        says: "De kolommen 'Aantal' (B) en 'Aantal*' (C) zijn allebei Aantal. Alleen 'Aantal' (B) is gelezen.",
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: 10, "Aantal*": 11 }],
      },
    },
  },
});
