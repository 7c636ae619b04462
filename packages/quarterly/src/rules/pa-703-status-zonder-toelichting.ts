import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const statusZonderToelichting = defineRule({
  id: "PA-703",
  severity: "warning",
  reads: ["PA_Evaluatie"],
  title: { nl: "Status zonder toelichting", en: "Status without explanation" },
  why: {
    nl: "Bij aandacht, niet gehaald, niet te bepalen of n.v.t. willen partijen weten waarom.",
    en: "With attention, missed, unknown or not applicable parties want to know why.",
  },
  message: { nl: "De status is '{status}', zonder toelichting.", en: "The status is '{status}', without explanation." },
  fix: {
    nl: "Leg bij Toelichting uit waarom, en wie wat gaat doen.",
    en: "Explain under Toelichting why, and who is going to do what.",
  },
  *check({ table: get }) {
    const table = get("PA_Evaluatie");
    if (!hasAll(table, "Status")) return;
    const status = textIn(table, "Status");
    const why = textIn(table, "Toelichting");
    for (const index of rowsOf(table)) {
      const now = status(index);
      if (now !== null && now !== "gehaald" && now !== "op koers" && why(index) === null)
        yield { table, index, header: "Status", facts: { status: now } };
    }
  },
  examples: {
    good: {
      "on track needs none": [
        { Artikel: 2, Status: "op koers", Toelichting: null },
        { Artikel: 3, Status: "aandacht", Toelichting: "wacht op vergunning" },
      ],
    },
    bad: {
      attention: [{ Artikel: 3, Status: "aandacht", Toelichting: null }],
    },
  },
});
