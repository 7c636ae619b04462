import { groupBy, hasAll } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const labelsEnWoningen = defineRule({
  id: "PA-611",
  severity: "warning",
  reads: ["PA_Labels", "PA_Woningen"],
  title: { nl: "Dezelfde verhuurder in Labels en Woningen", en: "The same landlord in Labels and Woningen" },
  why: {
    nl: "Het is het een of het ander; samen tellen de woningen dubbel of spreken ze elkaar tegen.",
    en: "It is one or the other; together the homes count twice or contradict each other.",
  },
  message: { nl: "{name} staat zowel in Labels als in Woningen.", en: "{name} is in both Labels and Woningen." },
  fix: { nl: "Kies per verhuurder één van de twee tabellen.", en: "Choose one of the two tables for each landlord." },
  *check({ table: get, ret }) {
    const labels = get("PA_Labels");
    const homes = get("PA_Woningen");
    if (!hasAll(labels, "Verhuurder", "Kwartaal") || !hasAll(homes, "Verhuurder")) return;
    const { quarter } = ret.settings;
    const own = groupBy(homes, "Verhuurder");
    for (const [party, rows] of groupBy(labels, "Verhuurder")) {
      // Counts of earlier quarters next to the homes of this quarter are fine: that is how parties change over.
      const clash =
        own.has(party) && rows.some((index) => quarter === null || labels.value("Kwartaal", index) === quarter);
      if (clash) yield { table: homes, party, facts: { name: partyName(ret, party) } };
    }
  },
  examples: {
    good: {
      "each its own": {
        PA_Labels: [{ Kwartaal: "2026-Q3", Verhuurder: "Portaal" }],
        PA_Woningen: [{ BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" }],
      },
    },
    bad: {
      both: {
        PA_Labels: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen" }],
        PA_Woningen: [{ BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" }],
      },
    },
  },
});
