import { quartersOutside } from "./quarters-outside.js";
import { defineRule } from "./rule.js";

export const kwartaalNaVerslag = defineRule({
  id: "PA-118",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Kwartaal na het verslagkwartaal", en: "Quarter after the reporting quarter" },
  why: {
    nl: "Over dit kwartaal gaat het rapport nog niet. Meestal is het een typefout.",
    en: "Figures of a quarter that is not reported yet are usually a typing error.",
  },
  message: {
    nl: "Het {quarter:quarter} ligt na het verslagkwartaal ({reported:quarter}).",
    en: "The {quarter:quarter} is after the reporting quarter ({reported:quarter}).",
  },
  fix: {
    nl: "Verbeter het kwartaal, of zet Verslagkwartaal in Instellingen op {quarter}.",
    en: "Correct the quarter, or set Verslagkwartaal in Instellingen to {quarter}.",
  },
  check({ ret }) {
    const reported = ret.settings.quarter;
    return reported === null ? [] : quartersOutside(ret, (quarter) => quarter > reported, { reported });
  },
  examples: {
    good: {
      "earlier quarters belong there": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Labels: [{ Kwartaal: "2026-Q2" }, { Kwartaal: "2026-Q3" }],
      },
    },
    bad: {
      "next quarter": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Labels: [{ Kwartaal: "2026-Q4" }],
      },
    },
  },
});
