import { quarterAfter } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, hasAll, movementsOf, numberIn, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const aansluiting = defineRule({
  id: "PA-402",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: { nl: "Begin sluit niet aan op vorig kwartaal", en: "Opening does not follow from the quarter before" },
  why: { nl: "Tussen twee kwartalen kan geen woning verdwijnen.", en: "Between two quarters no home can vanish." },
  message: {
    nl: "Beginstand is {begin}, de eindstand van {quarter} was {end} (rij {row}).",
    en: "Beginstand is {begin}, the closing stock of {quarter} was {end} (row {row}).",
  },
  fix: {
    nl: "Neem de eindstand van {quarter} over, en zet een rechtzetting bij Correctie.",
    en: "Take over the closing stock of {quarter}, and put a rectification at Correctie.",
  },
  *check({ table: get }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand")) return;
    const rows = groupBy(table, "Kwartaal", "Verhuurder", "Segment");
    const quarter = textIn(table, "Kwartaal");
    const owner = textIn(table, "Verhuurder");
    const segment = textIn(table, "Segment");
    const begin = numberIn(table, "Beginstand");
    const end = numberIn(table, "Eindstand");
    for (const index of rowsOf(table)) {
      const q = quarter(index);
      const o = owner(index);
      const s = segment(index);
      const b = begin(index);
      if (q === null || o === null || s === null || b === null) continue;
      const earlier = rows.get(groupKey(quarterAfter(q, -1), o, s))?.[0];
      const e = earlier === undefined ? null : end(earlier);
      if (earlier !== undefined && e !== null && e !== b) {
        yield {
          table,
          index,
          header: "Beginstand",
          about: { rows: [index], headers: ["Beginstand", ...movementsOf(table)] },
          facts: { begin: b, end: e, quarter: quarterAfter(q, -1), row: String(table.row(earlier)) },
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: "over the turn of the year",
        tables: {
          PA_Voorraad: [
            { Kwartaal: "2025-Q4", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 990, Eindstand: 1000 },
            { Kwartaal: "2026-Q1", Verhuurder: "MeerWonen", Segment: "DAEB", Beginstand: 1000, Eindstand: 1000 },
          ],
        },
      },
    ],
    bad: [
      {
        name: "one lost",
        tables: {
          PA_Voorraad: [
            { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 990, Eindstand: 1000 },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 999, Eindstand: 999 },
          ],
        },
      },
    ],
  },
});
