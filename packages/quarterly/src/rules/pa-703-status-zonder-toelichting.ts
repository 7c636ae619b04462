import { eachRow, text, textIfAny } from "./each-row.js";
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
  check: eachRow(
    "PA_Evaluatie",
    { status: text("Status"), why: textIfAny("Toelichting") },
    ({ status, why }) =>
      status !== "gehaald" && status !== "op koers" && why === null && { header: "Status", facts: { status } },
  ),
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
