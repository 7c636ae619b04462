import { keptSince, lastDayOfMonth, meetingsHeld } from "./meetings.js";
import { defineRule } from "./rule.js";

export const overlegInMaand = defineRule({
  id: "PA-805",
  severity: "warning",
  reads: ["PA_Overleg"],
  title: { nl: "Overleg niet in de afgesproken maand", en: "Meeting not in the agreed month" },
  why: {
    nl: "In november stellen bestuurders de nieuwe jaarschijf vast (artikel 41).",
    en: "In November the executives adopt the new yearly programme (article 41).",
  },
  message: {
    nl: "In {month} is geen {kind} overleg gehouden of ingevuld (artikel {article}).",
    en: "No {kind} meeting was held or entered in {month} (article {article}).",
  },
  fix: {
    nl: "Vul het overleg in als het er was, of leg vast wanneer het wordt ingehaald.",
    en: "Enter the meeting if it took place, or record when it will be made up for.",
  },
  *check({ ret, table: get, day }) {
    const table = get("PA_Overleg");
    const since = table && keptSince(table);
    if (!table || day === null || since == null) return;
    const years = [];
    for (let year = Number(ret.agreement.from.slice(0, 4)); year <= Number(ret.agreement.until.slice(0, 4)); year += 1)
      years.push(year);
    for (const { article, meetings } of ret.agreement.commitments) {
      if (!meetings?.months) continue;
      const held = meetingsHeld(table, meetings.kind, day);
      for (const year of years) {
        for (const month of meetings.months) {
          const key = `${year}-${String(month).padStart(2, "0")}`;
          if (
            day <= lastDayOfMonth(year, month) ||
            lastDayOfMonth(year, month) < since ||
            held.some((one) => one.day.startsWith(key))
          )
            continue;
          yield {
            table,
            quarter: `${year}-Q${Math.ceil(month / 3)}`,
            facts: { month: key, kind: meetings.kind, article },
          };
        }
      }
    }
  },
  examples: {
    good: {
      "November is not over": { day: "2025-11-30", PA_Overleg: [{ Datum: "2025-05-01", Soort: "bestuurlijk" }] },
    },
    bad: {
      "December came first": {
        day: "2025-12-10",
        PA_Overleg: [
          { Datum: "2025-05-01", Soort: "bestuurlijk" },
          { Datum: "2025-12-01", Soort: "bestuurlijk" },
        ],
      },
    },
  },
});
