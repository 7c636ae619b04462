import { hasAll, numberIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const huurVanWoning = defineRule({
  id: "PA-610",
  severity: "warning",
  reads: ["PA_Woningen", "PA_Labels"],
  title: { nl: "Onwaarschijnlijke huur", en: "Unlikely rent" },
  why: {
    nl: "Met een verkeerde huur klopt de vergelijking van label en huur (artikel 45) niet.",
    en: "With a wrong rent, the comparison of label and rent (article 45) is wrong too.",
  },
  message: {
    nl: "Bij {field} staat {rent:€} per maand. Klopt dat?",
    en: "{field} is {rent:€} a month. Is that right?",
  },
  fix: {
    nl: "Vul de kale huur per maand in, of laat leeg als die niet bekend is.",
    en: "Enter the basic rent per month, or leave empty if it is not known.",
  },
  *check({ table: get }) {
    for (const [name, header] of [
      ["PA_Woningen", "Kale huur"],
      ["PA_Labels", "Gemiddelde huur"],
    ] as const) {
      const table = get(name);
      if (!hasAll(table, header)) continue;
      const rent = numberIn(table, header);
      for (let index = 0; index < table.length; index += 1) {
        const euro = rent(index);
        if (euro !== null && (euro < 100 || (euro > 2500 && (name !== "PA_Woningen" || euro > 15_000))))
          yield { table, index, header, facts: { rent: euro } };
      }
    }
  },
  examples: {
    good: {
      "on the edge": {
        PA_Woningen: [{ "Kale huur": 100 }, { "Kale huur": 2500 }],
        PA_Labels: [{ "Gemiddelde huur": 612.4 }],
      },
    },
    bad: {
      "nothing, and too much": {
        times: 2,
        PA_Woningen: [{ "Kale huur": 0 }],
        PA_Labels: [{ "Gemiddelde huur": 7345 }],
      },
    },
  },
});
