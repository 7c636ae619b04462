import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const verslagVoorOverleg = defineRule({
  id: "PA-804",
  severity: "error",
  reads: ["PA_Overleg"],
  title: { nl: "Verslag vóór het overleg", en: "Minutes before the meeting" },
  why: { nl: "Een van de twee datums klopt niet.", en: "One of the two dates is wrong." },
  message: {
    nl: "Het verslag is van {sent}, het overleg van {held}.",
    en: "The minutes are dated {sent}, the meeting {held}.",
  },
  fix: { nl: "Verbeter een van de datums.", en: "Correct one of the dates." },
  check: eachRow(
    "PA_Overleg",
    { held: text("Datum"), sent: text("Verslag verstuurd op") },
    ({ held, sent }) => sent < held && { header: "Verslag verstuurd op", facts: { held, sent } },
  ),
  examples: {
    good: {
      "the same day": [{ Datum: "2026-09-01", "Verslag verstuurd op": "2026-09-01" }],
    },
    bad: {
      "the day before": [{ Datum: "2026-09-01", "Verslag verstuurd op": "2026-08-31" }],
    },
  },
});
