import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const deadlineVoorbij = defineRule({
  id: "PA-701",
  severity: "error",
  reads: ["PA_Evaluatie"],
  title: { nl: "Deadline voorbij, maar op koers", en: "Deadline passed, but on track" },
  why: {
    nl: "Wat na de deadline niet klaar is, is niet meer op koers.",
    en: "What is not done after the deadline is no longer on track.",
  },
  message: {
    nl: "De deadline {deadline:day} is voorbij ({day:day}), maar de status is '{typed}'.",
    en: "The deadline {deadline:day} has passed ({day:day}), but the status is '{typed}'.",
  },
  fix: {
    nl: "Zet de status op gehaald of niet gehaald, of leg een nieuwe deadline vast die partijen afspraken.",
    en: "Set the status to gehaald (met) or niet gehaald (missed), or record a new deadline the parties agreed.",
  },
  check: eachRow(
    "PA_Evaluatie",
    { status: text("Status"), deadline: text("Deadline") },
    ({ status, deadline }, { day }) =>
      day !== null && deadline < day && status === "op koers" && { header: "Status", facts: { deadline, day } },
  ),
  examples: {
    good: {
      "on the day itself": {
        day: "2026-12-31",
        PA_Evaluatie: [
          { Artikel: 7, Status: "op koers", Deadline: "2026-12-31" },
          { Artikel: 24, Status: "gehaald", Deadline: "2025-12-31" },
        ],
      },
    },
    bad: {
      "a day later": { day: "2027-01-01", PA_Evaluatie: [{ Artikel: 7, Status: "op koers", Deadline: "2026-12-31" }] },
    },
  },
});
