import { hasAll, sameKey, textIn } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const woningBijTweeVerhuurders = defineRule({
  id: "PA-602",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Woning bij twee verhuurders", en: "Home with two landlords" },
  why: {
    nl: "Na een fusie of verkoop staat een woning soms op twee lijsten en telt dan dubbel.",
    en: "After a merger or sale a home is sometimes on two lists and then counts twice.",
  },
  message: {
    nl: "Woning {typed} staat ook bij {owner} (rij {row}).",
    en: "Home {typed} is also listed with {owner} (row {row}).",
  },
  fix: {
    nl: "Overleg van wie de woning is en verwijder de andere rij.",
    en: "Agree whose home it is and remove the other row.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Woningen");
    if (!hasAll(table, "BAG_vbo_id", "Verhuurder")) return;
    const owner = textIn(table, "Verhuurder");
    for (const { index, other } of sameKey(table)) {
      const one = owner(other);
      if (one === null || owner(index) === null || one === owner(index)) continue;
      yield {
        table,
        index,
        header: "BAG_vbo_id",
        facts: { owner: partyName(ret, one), row: String(table.row(other)) },
      };
    }
  },
  examples: {
    good: {
      "former name is the same landlord": [
        { BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" },
        { BAG_vbo_id: "0579010000012346", Verhuurder: "Portaal" },
      ],
    },
    bad: {
      "on two lists": [
        { BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" },
        { BAG_vbo_id: "0579010000012345", Verhuurder: "Portaal" },
      ],
    },
  },
});
