import { hasAll, movementsOf, numberIn, quarterBefore, rowsOf } from "./columns.js";
import { setCell, those } from "./fixes.js";
import { defineRule } from "./rule.js";

export const lastClosing = { nl: "de eindstand van vorig kwartaal", en: "the closing stock of last quarter" };

export const aansluiting = defineRule({
  id: "PA-402",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: { nl: "Begin sluit niet aan op vorig kwartaal", en: "Opening stock differs from the last closing stock" },
  why: { nl: "Tussen twee kwartalen kan geen woning verdwijnen.", en: "Between two quarters no home can vanish." },
  message: {
    nl: "Beginstand is {begin}, de eindstand van het {before:quarter} was {end} (rij {row}).",
    en: "Beginstand is {begin}, the closing stock of the {before:quarter} was {end} (row {row}).",
  },
  fix: {
    nl: "Neem de eindstand van het {before:quarter} over, en zet een rechtzetting bij Correctie.",
    en: "Use the closing stock of the {before:quarter}; enter corrections under Correctie.",
  },
  *check({ table: get }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand")) return;
    const before = quarterBefore(table, "Verhuurder", "Segment");
    const begin = numberIn(table, "Beginstand");
    const end = numberIn(table, "Eindstand");
    for (const index of rowsOf(table)) {
      const b = begin(index);
      const earlier = before(index);
      const e = earlier === null ? null : end(earlier);
      if (earlier === null || b === null || e === null || e === b) continue;
      yield {
        table,
        index,
        header: "Beginstand",
        about: { rows: [index], headers: ["Beginstand", ...movementsOf(table)] },
        facts: { begin: b, end: e, before: String(table.value("Kwartaal", earlier)), row: String(table.row(earlier)) },
        fixes: those(setCell(table, index, "Beginstand", e, { because: lastClosing })),
      };
    }
  },
  examples: {
    good: {
      "over the turn of the year": [
        { Kwartaal: "2025-Q4", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 990, Eindstand: 1000 },
        { Kwartaal: "2026-Q1", Verhuurder: "MeerWonen", Segment: "DAEB", Beginstand: 1000, Eindstand: 1000 },
      ],
    },
    bad: {
      "one lost": {
        fixes: ["Beginstand = 1.000, de eindstand van vorig kwartaal"],
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 990, Eindstand: 1000 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 999, Eindstand: 999 },
        ],
      },
    },
  },
});
