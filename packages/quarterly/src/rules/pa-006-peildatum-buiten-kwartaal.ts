import { dayText, quarterLastDay, quarterOfDay, quarterText } from "@prestatieafspraken/indicators";
import { settingAt } from "./columns.js";
import { dayLike, setCell, those } from "./fixes.js";
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
    nl: "De peildatum {day:day} ligt niet in het verslagkwartaal ({quarter:quarter}).",
    en: "The reference date {day:day} is not in the reporting quarter ({quarter:quarter}).",
  },
  fix: {
    nl: "Verbeter Peildatum of Verslagkwartaal, of laat Peildatum leeg.",
    en: "Correct Peildatum or Verslagkwartaal, or leave Peildatum empty.",
  },
  *check({ ret }) {
    const { quarter, day } = ret.settings;
    if (quarter !== null && day !== null && quarterOfDay(day) !== quarter) {
      const at = settingAt(ret, "Peildatum");
      const last = quarterLastDay(quarter);
      const other = settingAt(ret, "Verslagkwartaal");
      const own = quarterOfDay(day);
      yield {
        ...at,
        facts: { day, quarter },
        fixes: those(
          at.index === undefined || typeof at.table === "string"
            ? null
            : setCell(at.table, at.index, "Waarde", dayLike(last, at.table.typed("Waarde", at.index)), {
                named: "Peildatum",
                as: dayText(last),
              }),
          other.index === undefined || typeof other.table === "string"
            ? null
            : setCell(other.table, other.index, "Waarde", own, { named: "Verslagkwartaal", as: quarterText(own) }),
        ),
      };
    }
  },
  examples: {
    good: {
      "last day": [
        { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
        { Instelling: "Peildatum", Waarde: "30-9-2026" },
      ],
    },
    bad: {
      "a quarter too early": {
        says: "De peildatum 30 juni 2026 ligt niet in het verslagkwartaal (derde kwartaal 2026).",
        fixes: ["Peildatum = 30 september 2026", "Verslagkwartaal = tweede kwartaal 2026"],
        PA_Instellingen: [
          { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
          { Instelling: "Peildatum", Waarde: "30-6-2026" },
        ],
      },
    },
  },
});
