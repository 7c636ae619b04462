import { eachRow, text, textIfAny } from "./each-row.js";
import { defineRule } from "./rule.js";

/** A label is valid for ten years after the survey. */
const tenYearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + 10}${day.slice(4)}`;

export const labelVerlopen = defineRule({
  id: "PA-604",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Label is verlopen", en: "Label has expired" },
  why: {
    nl: "Een label geldt tien jaar; daarna is het officieel geen label meer.",
    en: "A label is valid for ten years.",
  },
  message: {
    nl: "Het label was geldig tot {until:day}, vóór de peildatum {day:day}.",
    en: "The label was valid until {until:day}, before the reference date {day:day}.",
  },
  fix: {
    nl: "Laat de woning opnieuw opnemen, of vul onbekend in.",
    en: "Have the home surveyed again, or enter onbekend (unknown).",
  },
  check: eachRow(
    "PA_Woningen",
    { label: text("Label"), stated: textIfAny("Geldig tot"), surveyed: textIfAny("Opnamedatum") },
    ({ stated, surveyed }, { ret }) => {
      const { day } = ret.settings;
      const until = stated ?? (surveyed === null ? null : tenYearsAfter(surveyed));
      if (day === null || until === null || until >= day) return false;
      return { header: stated === null ? "Opnamedatum" : "Geldig tot", facts: { until, day } };
    },
  ),
  examples: {
    good: {
      "precisely ten years": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Woningen: [{ Label: "C", Opnamedatum: "2016-09-30" }],
      },
    },
    bad: {
      "a day more": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Woningen: [{ Label: "C", Opnamedatum: "2016-09-29" }],
      },
      stated: {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Woningen: [{ Label: "C", Opnamedatum: "2020-01-01", "Geldig tot": "2026-01-01" }],
      },
    },
  },
});
