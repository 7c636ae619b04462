import { textIn } from "./columns.js";
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
  *check({ table: get, ret }) {
    const table = get("PA_Woningen");
    const { day } = ret.settings;
    if (!table || day === null) return;
    const valid = textIn(table, "Geldig tot");
    const surveyed = textIn(table, "Opnamedatum");
    const label = textIn(table, "Label");
    for (let index = 0; index < table.length; index += 1) {
      if (label(index) === null) continue;
      const stated = valid(index);
      const on = surveyed(index);
      const until = stated ?? (on === null ? null : tenYearsAfter(on));
      if (until !== null && until < day)
        yield { table, index, header: stated === null ? "Opnamedatum" : "Geldig tot", facts: { until, day } };
    }
  },
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
