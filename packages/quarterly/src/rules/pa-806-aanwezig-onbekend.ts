import { attendance } from "../reading/attendance.js";
import { partyNames } from "../reading/party-names.js";
import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const aanwezigOnbekend = defineRule({
  id: "PA-806",
  severity: "warning",
  reads: ["PA_Overleg"],
  title: { nl: "Onbekende naam bij Aanwezig", en: "Unknown name under Aanwezig" },
  why: {
    nl: "Alleen partijen tellen; namen van personen horen niet in een gedeeld bestand.",
    en: "Only parties count; names of persons do not belong in a shared file.",
  },
  message: {
    nl: "Bij Aanwezig staat '{unknown}'. Dat is geen partij van de afspraak.",
    en: "Aanwezig says '{unknown}'. That is not a party to the agreement.",
  },
  fix: {
    nl: "Gebruik namen van partijen, met komma's ertussen; geen namen van personen.",
    en: "Use names of parties, with commas between; no names of persons.",
  },
  check: eachRow("PA_Overleg", { present: text("Aanwezig") }, ({ present }, { ret }) => {
    const { unknown } = attendance(present, partyNames(ret.agreement));
    return unknown.length > 0 && { header: "Aanwezig", facts: { unknown: unknown.join(", ") } };
  }),
  examples: {
    good: {
      "names and short names": [{ Datum: "2026-09-01", Aanwezig: "Gemeente, WYwonen / MeerWonen; HBV en BRES" }],
    },
    bad: {
      "a person": [{ Datum: "2026-09-01", Aanwezig: "gemeente, J. Jansen" }],
    },
  },
});
