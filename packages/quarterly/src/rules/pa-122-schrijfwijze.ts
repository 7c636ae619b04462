import { defineRule } from "./rule.js";

export const schrijfwijze = defineRule({
  id: "PA-122",
  severity: "info",
  reads: ["*"],
  title: { nl: "Andere schrijfwijze herkend", en: "Another spelling recognised" },
  why: { nl: "Zo kunt u zien dat het goed is begrepen.", en: "So that you can see it was understood." },
  message: {
    nl: "Bij {field} staat '{typed}'. Gelezen als '{read}'.",
    en: "{field} says '{typed}'. Read as '{read}'.",
  },
  fix: {
    nl: "Klopt dat, dan hoeft u niets te doen; '{read}' typen mag ook.",
    en: "If that is right nothing needs doing; typing '{read}' is fine too.",
  },
  check: "reading",
  examples: {
    good: {
      "as agreed": { PA_Labels: [{ Kwartaal: "2026-Q3", Label: "A++" }] },
    },
    bad: {
      quarter: { PA_Labels: [{ Kwartaal: "K3-26" }], after: "2026-Q3" },
      "VERA code": { PA_Labels: [{ Label: "APP" }], after: "A++" },
      "former name": { PA_Labels: [{ Verhuurder: "MeerWonen" }], after: "WYwonen" },
    },
  },
});
