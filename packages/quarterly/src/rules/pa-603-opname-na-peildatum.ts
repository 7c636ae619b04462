import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const opnameNaPeildatum = defineRule({
  id: "PA-603",
  severity: "error",
  reads: ["PA_Woningen"],
  title: { nl: "Label opgenomen na de peildatum", en: "Label surveyed after the reference date" },
  why: { nl: "Op de peildatum bestond dit label nog niet.", en: "On the reference date this label did not exist." },
  message: {
    nl: "De opname is van {surveyed:day}, na de peildatum {day:day}.",
    en: "The survey is dated {surveyed:day}, after the reference date {day:day}.",
  },
  fix: {
    nl: "Vul het label in dat op de peildatum gold, of verbeter de datum.",
    en: "Enter the label that held on the reference date, or correct the date.",
  },
  check: eachRow("PA_Woningen", { surveyed: text("Opnamedatum") }, ({ surveyed }, { ret }) => {
    const { day } = ret.settings;
    return day !== null && surveyed > day && { header: "Opnamedatum", facts: { surveyed, day } };
  }),
  examples: {
    good: {
      "on the day": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Woningen: [{ BAG_vbo_id: "0579010000012345", Opnamedatum: "2026-09-30" }],
      },
    },
    bad: {
      "a day later": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Woningen: [{ BAG_vbo_id: "0579010000012345", Opnamedatum: "2026-10-01" }],
      },
    },
  },
});
