import { writtenNumber } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { groupBy, hasAll, numberIn } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

const shown = { style: "percent", maximumFractionDigits: 1 } as const;

export const veelOnbekend = defineRule({
  id: "PA-614",
  severity: "warning",
  reads: ["PA_Labels", "PA_Woningen"],
  title: { nl: "Veel woningen zonder bekend label", en: "Many homes without a known label" },
  why: {
    nl: "Het aantal E, F en G is dan een ondergrens: onder de onbekende zitten er ook.",
    en: "The number of E, F and G is then a lower bound: there are some among the unknown.",
  },
  message: {
    nl: "{name} heeft van {unknown} van de {homes:woning|woningen} geen bekend label (meer dan {share}).",
    en: "{name} has no known label for {unknown} of {homes:home|homes} (more than {share}).",
  },
  fix: { nl: "Vul de ontbrekende labels aan.", en: "Complete the missing labels." },
  *check({ table: get, ret }) {
    const chosen = Number(ret.settings.parameters["onbekende-labels-boven"]);
    const limit = Number.isFinite(chosen) && chosen > 0 && chosen < 1 ? chosen : 0.05;
    for (const name of ["PA_Labels", "PA_Woningen"]) {
      const table: ReturnTable | undefined = get(name);
      const headers = table?.has("Kwartaal") === true ? ["Verhuurder", "Kwartaal"] : ["Verhuurder"];
      if (!hasAll(table, "Verhuurder", "Label")) continue;
      const number = name === "PA_Labels" ? numberIn(table, "Aantal") : () => 1;
      const labelAt = table.valueAt("Label");
      for (const rows of groupBy(table, ...headers).values()) {
        let homes = 0;
        let unknown = 0;
        for (const index of rows) {
          const count = number(index) ?? 0;
          homes += count;
          if (labelAt(index) === null) unknown += count;
        }
        if (unknown <= homes * limit) continue;
        const party = String(table.value("Verhuurder", rows[0]!));
        const quarter = headers.length > 1 ? String(table.value("Kwartaal", rows[0]!)) : null;
        const share = { nl: writtenNumber("nl", limit, shown), en: writtenNumber("en", limit, shown) };
        yield { table, party, quarter, facts: { name: partyName(ret, party), unknown, homes, share } };
      }
    }
  },
  examples: {
    good: {
      "precisely 5%": {
        PA_Labels: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Label: "C", Aantal: 95 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Label: "onbekend", Aantal: 5 },
        ],
      },
    },
    bad: {
      "6 of 100": {
        PA_Labels: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Label: "C", Aantal: 94 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Label: "onbekend", Aantal: 6 },
        ],
      },
    },
  },
});
