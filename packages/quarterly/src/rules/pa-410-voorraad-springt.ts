import { quarterAfter } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, groupsOf, hasAll, jumps, numberIn, sumOf } from "./columns.js";
import { defineRule } from "./rule.js";

export const voorraadSpringt = defineRule({
  id: "PA-410",
  severity: "warning",
  reads: ["PA_Voorraad", "PA_Labels"],
  title: { nl: "Sprong ten opzichte van vorig kwartaal", en: "Large change since the quarter before" },
  why: {
    nl: "Een voorraad verdrievoudigt niet in een kwartaal; meestal is het een typefout of een andere afbakening.",
    en: "A stock does not triple in a quarter; usually it is a typing error or another scope.",
  },
  message: {
    nl: "{what} gaat van {before} in het {quarter:quarter} naar {now}.",
    en: "{what} goes from {before} in the {quarter:quarter} to {now}.",
  },
  fix: {
    nl: "Controleer het aantal. Klopt het toch, kies dan Waarschuwing toelichten.",
    en: "Check the number. If it is right, choose Explain this warning.",
  },
  *check({ table: get }) {
    for (const [name, header] of [
      ["PA_Voorraad", "Eindstand"],
      ["PA_Labels", "Aantal"],
    ] as const) {
      const table = get(name);
      if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", header)) continue;
      const homes = numberIn(table, header);
      const groups = groupBy(table, "Kwartaal", "Verhuurder", "Segment");
      for (const { rows, of } of groupsOf(table, "Kwartaal", "Verhuurder", "Segment")) {
        const [reported, owner, segment] = of;
        const quarter = quarterAfter(reported, -1);
        const earlier = groups.get(groupKey(quarter, owner, segment));
        const before = earlier ? sumOf(earlier.map(homes)) : null;
        const now = sumOf(rows.map(homes));
        if (before !== null && now !== null && jumps(before, now))
          yield { table, index: rows[0]!, header, facts: { what: `${header} (${segment})`, before, now, quarter } };
      }
    }
  },
  examples: {
    good: {
      "precisely three times, and small numbers": {
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "midden", Eindstand: 10 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Eindstand: 30 },
          { Kwartaal: "2026-Q2", Verhuurder: "Portaal", Segment: "vrij", Eindstand: 1 },
          { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Segment: "vrij", Eindstand: 9 },
        ],
      },
    },
    bad: {
      "a zero too many": {
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 1500 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 15000 },
        ],
      },
      "labels of a landlord together": {
        PA_Labels: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Label: "A", Aantal: 60 },
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Label: "E", Aantal: 40 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "A", Aantal: 33 },
        ],
      },
    },
  },
});
