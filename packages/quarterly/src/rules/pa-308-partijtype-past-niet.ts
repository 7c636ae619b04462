import type { Party } from "@prestatieafspraken/indicators";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

const typeOf: Partial<Record<Party["kind"], string>> = {
  corporation: "corporatie",
  municipality: "gemeente",
  commercial: "commercieel",
};

export const partijtypePastNiet = defineRule({
  id: "PA-308",
  severity: "warning",
  reads: ["PA_Studenten", "PA_Nieuwbouw"],
  title: { nl: "Partijtype past niet bij de partij", en: "The kind does not fit the party" },
  why: {
    nl: "De norm van artikel 5 geldt voor commerciële partijen; het partijtype bepaalt of er getoetst wordt.",
    en: "The norm of article 5 is for commercial parties; the kind decides whether it is judged.",
  },
  message: {
    nl: "{name} is volgens de afspraak {expected}, maar bij Partijtype staat '{typed}'.",
    en: "{name} is {expected} according to the agreement, but Partijtype says '{typed}'.",
  },
  fix: { nl: "Verbeter Partijtype of de naam van de partij.", en: "Correct Partijtype or the name of the party." },
  *check({ table: get, ret }) {
    const parties = new Map(ret.agreement.parties.map((party) => [party.id, party]));
    for (const [name, header] of [
      ["PA_Studenten", "Verhuurder"],
      ["PA_Nieuwbouw", "Ontwikkelaar"],
    ] as const) {
      const table = get(name);
      if (!hasAll(table, header, "Partijtype")) continue;
      const who = textIn(table, header);
      const kind = textIn(table, "Partijtype");
      for (const index of rowsOf(table)) {
        const party = parties.get(who(index) ?? "");
        const expected = party && typeOf[party.kind];
        const stated = kind(index);
        if (party && expected !== undefined && stated !== null && stated !== expected) {
          yield { table, index, header: "Partijtype", facts: { name: party.name, expected } };
        }
      }
    }
  },
  examples: {
    good: {
      "DUWO is a corporation": {
        PA_Studenten: [
          { Verhuurder: "DUWO", Partijtype: "corporatie" },
          { Verhuurder: "Campus BV", Partijtype: "commercieel" },
        ],
      },
    },
    bad: {
      "DUWO commercial": { PA_Studenten: [{ Verhuurder: "DUWO", Partijtype: "commercieel" }] },
    },
  },
});
