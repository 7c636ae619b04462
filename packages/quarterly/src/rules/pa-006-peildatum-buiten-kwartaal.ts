import { quarterOfDay } from "@prestatieafspraken/indicators";
import { settingAt } from "./columns.js";
import { defineRule } from "./rule.js";

export const peildatumBuitenKwartaal = defineRule({
  id: "PA-006",
  severity: "warning",
  reads: ["PA_Instellingen"],
  title: { nl: "Peildatum ligt buiten het verslagkwartaal", en: "The reference date is outside the reporting quarter" },
  why: {
    nl: "De peildatum is de laatste dag van het kwartaal; anders gaan stand en norm over verschillende dagen.",
    en: "The reference date is the last day of the quarter; otherwise stock and norm are about different days.",
  },
  message: {
    nl: "De peildatum {day} ligt niet in het verslagkwartaal {quarter}.",
    en: "The reference date {day} is not in the reporting quarter {quarter}.",
  },
  fix: {
    nl: "Verbeter Peildatum of Verslagkwartaal, of laat Peildatum leeg.",
    en: "Correct Peildatum or Verslagkwartaal, or leave Peildatum empty.",
  },
  *check({ ret }) {
    const { quarter, day } = ret.settings;
    if (quarter !== null && day !== null && quarterOfDay(day) !== quarter) {
      yield { ...settingAt(ret, "Peildatum"), facts: { day, quarter } };
    }
  },
  examples: {
    good: [
      {
        name: "last day",
        tables: {
          PA_Instellingen: [
            { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
            { Instelling: "Peildatum", Waarde: "30-9-2026" },
          ],
        },
      },
    ],
    bad: [
      {
        name: "a quarter too early",
        tables: {
          PA_Instellingen: [
            { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
            { Instelling: "Peildatum", Waarde: "30-6-2026" },
          ],
        },
      },
    ],
  },
});
