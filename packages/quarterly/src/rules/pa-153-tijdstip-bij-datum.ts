import { defineRule } from "./rule.js";

export const tijdstipBijDatum = defineRule({
  id: "PA-153",
  severity: "info",
  reads: ["*"],
  title: { nl: "Tijdstip bij een datum", en: "A time of day beside a date" },
  why: {
    nl: "Een tijdstip kan uit een ander programma komen, en dan een dag schelen.",
    en: "A time of day may come from another program, and then differ by a day.",
  },
  message: {
    nl: "Bij {field} staat ook een tijdstip. Gelezen als {read}.",
    en: "{field} also has a time of day. Read as {read}.",
  },
  fix: {
    nl: "Klopt de dag, dan hoeft u niets te doen; alleen de dag typen mag ook.",
    en: "If the day is right nothing needs doing; typing the day alone is fine too.",
  },
  check: "reading",
  examples: {
    good: {
      "a day": { dates: ["Datum"], PA_Overleg: [{ Datum: 46204 }] },
      "half a minute before midnight is that midnight": { dates: ["Datum"], PA_Overleg: [{ Datum: 46203.9997 }] },
    },
    bad: {
      noon: { dates: ["Datum"], PA_Overleg: [{ Datum: 46204.5 }], says: "Gelezen als 1 juli 2026" },
      "in words": { PA_Overleg: [{ Datum: "1-7-2026 om 14.30 uur" }], says: "1 juli 2026" },
    },
  },
});
