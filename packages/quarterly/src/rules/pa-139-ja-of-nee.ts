import { defineRule } from "./rule.js";

export const jaOfNee = defineRule({
  id: "PA-139",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Ja of nee?", en: "Yes or no?" },
  why: { nl: "Alleen ja of nee telt mee.", en: "Only yes or no counts." },
  message: { nl: "Bij {field} staat '{typed}'. Is dat ja of nee?", en: "{field} says '{typed}'. Is that yes or no?" },
  fix: { nl: "Vul ja of nee in.", en: "Enter ja (yes) or nee (no)." },
  check: "reading",
  examples: {
    cells: { type: "yesNo", good: ["Ja", "nee", "x", true, 0, "n.v.t.", "onbekend"], bad: ["misschien", "soms", 2] },
  },
});
