import { defineRule } from "./rule.js";

export const geenLabel = defineRule({
  id: "PA-136",
  severity: "error",
  reads: ["*"],
  title: { nl: "Geen energielabel van de schaal", en: "Not an energy label" },
  why: {
    nl: "De schaal loopt van A+++++ tot en met G. Een label dat niet bestaat, telt niet mee bij E, F en G en ook niet bij de andere labels.",
    en: "The scale runs from A+++++ to G. A label that does not exist counts neither as E, F or G nor as another label.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat is geen energielabel.",
    en: "{field} says '{typed}'. That is not an energy label.",
  },
  fix: { nl: "Vul A+++++ tot en met G in, of onbekend.", en: "Enter A+++++ to G, or onbekend (unknown)." },
  check: "reading",
  examples: {
    good: {
      "with a space": { PA_Labels: [{ Label: "A ++" }] },
    },
    bad: {
      A2: { PA_Labels: [{ Label: "A2" }] },
      dash: { PA_Labels: [{ Label: "-" }] },
    },
  },
});
