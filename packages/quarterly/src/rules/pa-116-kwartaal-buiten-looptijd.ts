import { quarterOfDay } from "@prestatieafspraken/indicators";
import { quartersOutside } from "./quarters-outside.js";
import { defineRule } from "./rule.js";

export const kwartaalBuitenLooptijd = defineRule({
  id: "PA-116",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Kwartaal buiten de looptijd van de afspraak", en: "Quarter outside the agreement's period" },
  why: {
    nl: "Een verkeerd jaartal is snel getypt; zo'n rij telt bijna nergens mee.",
    en: "A wrong year is easily typed; such a row counts almost nowhere.",
  },
  message: {
    nl: "Het {quarter:quarter} ligt buiten de looptijd van de afspraak ({from:quarter} tot en met {until:quarter}).",
    en: "The {quarter:quarter} is outside the agreement's period ({from:quarter} to {until:quarter}).",
  },
  fix: {
    nl: "Verbeter het jaar. Is het een beginstand van vóór de afspraak, kies dan Waarschuwing toelichten.",
    en: "Correct the year. If it is a starting figure from before the agreement, choose Explain this warning.",
  },
  check({ ret }) {
    const from = quarterOfDay(ret.agreement.from);
    const until = quarterOfDay(ret.agreement.until);
    return quartersOutside(ret, (quarter) => quarter < from || quarter > until, { from, until });
  },
  examples: {
    good: {
      within: { PA_Labels: [{ Kwartaal: "2025-Q1" }, { Kwartaal: "2028-Q4" }] },
    },
    bad: {
      "a year too far": { PA_Labels: [{ Kwartaal: "2029-Q1" }, { Kwartaal: "2029-Q1" }] },
    },
  },
});
