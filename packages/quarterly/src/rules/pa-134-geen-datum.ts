import { defineRule } from "./rule.js";

export const geenDatum = defineRule({
  id: "PA-134",
  severity: "error",
  reads: ["*"],
  title: { nl: "Geen datum", en: "Not a date" },
  why: {
    nl: "Deze dag bestaat niet, of is niet als dag te lezen.",
    en: "This day does not exist, or cannot be read as one.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat is niet als dag te lezen.",
    en: "{field} says '{typed}'. That cannot be read as a day.",
  },
  fix: {
    nl: "Vul een datum in als 30-9-2026 (dag, maand, jaar).",
    en: "Enter a date as 30-9-2026 (day, month, year).",
  },
  check: "reading",
  examples: {
    good: {
      "1 March, not 3 January": { PA_Overleg: [{ Datum: "1-3-2025" }] },
    },
    bad: {
      "31 September": { PA_Overleg: [{ Datum: "31-9-2025" }] },
    },
  },
});
