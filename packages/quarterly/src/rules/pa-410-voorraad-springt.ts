import { quarterAfter } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, hasAll, jumps, numberIn, textIn } from "./columns.js";
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
      const quarter = textIn(table, "Kwartaal");
      const owner = textIn(table, "Verhuurder");
      const segment = textIn(table, "Segment");
      const groups = groupBy(table, "Kwartaal", "Verhuurder", "Segment");
      const sum = (rows: readonly number[]): number | null =>
        rows.reduce<number | null>((total, index) => {
          const count = homes(index);
          return total === null || count === null ? null : total + count;
        }, 0);
      for (const rows of groups.values()) {
        const index = rows[0]!;
        const q = quarter(index)!;
        const earlier = groups.get(groupKey(quarterAfter(q, -1), owner(index)!, segment(index)!));
        const before = earlier ? sum(earlier) : null;
        const now = sum(rows);
        if (before !== null && now !== null && jumps(before, now)) {
          yield {
            table,
            index,
            header,
            facts: { what: `${header} (${segment(index)!})`, before, now, quarter: quarterAfter(q, -1) },
          };
        }
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
