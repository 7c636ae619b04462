import { groupBy, hasAll } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const partijBuitenNorm = defineRule({
  id: "PA-506",
  severity: "info",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Partij valt niet onder de norm", en: "Party is not under the norm" },
  why: {
    nl: "Artikel 9 noemt bepaalde corporaties; rijen van een ander tellen niet mee in het oordeel.",
    en: "Article 9 names certain corporations; rows of another do not count in the verdict.",
  },
  message: {
    nl: "{count:rij|rijen} van {name} {count|telt|tellen} niet mee in het aandeel urgent en regulier.",
    en: "{count:row|rows} of {name} {count|does|do} not count in the urgent and regular shares.",
  },
  fix: {
    nl: "U hoeft niets te doen; de rijen blijven zichtbaar in het overzicht.",
    en: "Nothing needs doing; the rows stay visible in the overview.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Toewijzingen");
    const scope = ret.agreement.scope["URGENTSHARE"];
    if (!hasAll(table, "Verhuurder") || !scope) return;
    for (const [party, rows] of groupBy(table, "Verhuurder")) {
      if (!scope.includes(party)) yield { table, party, facts: { count: rows.length, name: partyName(ret, party) } };
    }
  },
  examples: {
    good: {
      "in scope": [{ Verhuurder: "Portaal", Aantal: 3 }],
    },
    bad: {
      DUWO: [
        { Verhuurder: "DUWO", Aantal: 3 },
        { Verhuurder: "DUWO", Aantal: 4 },
      ],
    },
  },
});
