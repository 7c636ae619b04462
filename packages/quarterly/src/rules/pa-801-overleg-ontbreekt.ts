import { quarterOfDay } from "@prestatieafspraken/indicators";
import { keptSince, meetingsHeld, quartersDone } from "./meetings.js";
import { defineRule } from "./rule.js";

export const overlegOntbreekt = defineRule({
  id: "PA-801",
  severity: "warning",
  reads: ["PA_Overleg"],
  title: { nl: "Overleg niet gehouden of niet ingevuld", en: "Meeting not held or not entered" },
  why: {
    nl: "Partijen spraken af hoe vaak zij overleggen (artikel 38 tot en met 41).",
    en: "Parties agreed how often they meet (articles 38 to 41).",
  },
  message: {
    nl: "In {period} is het {kind} overleg {held} van {agreed} keer ingevuld (artikel {article}).",
    en: "In {period} the {kind} meeting was entered {held} of {agreed} times (article {article}).",
  },
  fix: {
    nl: "Vul het overleg in als het er was, of plan het alsnog.",
    en: "Enter the meeting if it took place, or plan it.",
  },
  *check({ ret, table: get, day }) {
    const table = get("PA_Overleg");
    const since = table && keptSince(table);
    if (!table || day === null || since == null) return;
    for (const { article, meetings } of ret.agreement.commitments) {
      if (!meetings) continue;
      const held = meetingsHeld(table, meetings.kind, day);
      const done = quartersDone(ret.agreement, day).filter((quarter) => quarter >= quarterOfDay(since));
      if (meetings.perYear === 4) {
        for (const quarter of done) {
          if (!held.some((one) => one.quarter === quarter)) {
            yield { table, quarter, facts: { period: quarter, kind: meetings.kind, held: 0, agreed: 1, article } };
          }
        }
        continue;
      }
      for (const year of new Set(
        done.filter((quarter) => quarter.endsWith("Q4")).map((quarter) => quarter.slice(0, 4)),
      )) {
        // A year cannot be judged if the table was not kept in its first quarter.
        if (!done.includes(`${year}-Q1`)) continue;
        const count = held.filter((one) => one.day.startsWith(year)).length;
        if (count < meetings.perYear) {
          yield {
            table,
            quarter: `${year}-Q4`,
            facts: { period: year, kind: meetings.kind, held: count, agreed: meetings.perYear, article },
          };
        }
      }
    }
  },
  examples: {
    good: {
      "before the table was kept": { day: "2026-01-01", PA_Overleg: [{ Datum: "2025-11-10", Soort: "ambtelijk" }] },
      "once a quarter; this quarter is not over": {
        day: "2025-08-01",
        PA_Overleg: [
          { Datum: "2025-02-10", Soort: "ambtelijk" },
          { Datum: "2025-05-10", Soort: "ambtelijk" },
        ],
      },
    },
    bad: {
      "no second quarter": {
        day: "2025-07-01",
        PA_Overleg: [{ Datum: "2025-02-10", Soort: "ambtelijk" }],
        says: "In 2025-Q2",
      },
      "a planned meeting was not held": {
        day: "2025-04-01",
        times: 1,
        PA_Overleg: [
          { Datum: "2025-02-10", Soort: "leefbaarheid" },
          { Datum: "2025-04-10", Soort: "ambtelijk" },
        ],
      },
      "one of two executives' meetings in the year": {
        day: "2026-01-01",
        says: "In 2025 is het bestuurlijk overleg 1 van 2 keer ingevuld (artikel 41)",
        PA_Overleg: [
          ...["02", "05", "08", "11"].map((month) => ({ Datum: `2025-${month}-10`, Soort: "ambtelijk" })),
          { Datum: "2025-11-20", Soort: "bestuurlijk" },
        ],
      },
    },
  },
});
