import { defineRule } from "./rule.js";

export const aandeelBuitenBereik = defineRule({
  id: "PA-142",
  severity: "error",
  reads: ["*"],
  title: { nl: "Aandeel buiten 0 en 100%", en: "Share outside 0 and 100%" },
  why: { nl: "Een deel is nooit meer dan het geheel.", en: "A part is never more than the whole." },
  message: {
    nl: "Bij {field} staat '{typed}'. Een aandeel ligt tussen 0% en 100%.",
    en: "{field} says '{typed}'. A share lies between 0% and 100%.",
  },
  fix: { nl: "Verbeter het percentage.", en: "Correct the percentage." },
  check: "reading",
  examples: {
    cells: { type: "share", good: [0, 0.999, "100%", "0%", 100], bad: [100.01, 160, "100,1%", "-1%", -0.1] },
  },
});
