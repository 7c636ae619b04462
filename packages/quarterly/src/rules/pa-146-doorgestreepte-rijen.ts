import { columnLetters } from "../reading/cell-name.js";
import { rowRange } from "../reading/row-range.js";
import { defineRule } from "./rule.js";

export const doorgestreepteRijen = defineRule({
  id: "PA-146",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Doorgestreepte rijen", en: "Rows struck through" },
  why: {
    nl: "Wie een rij doorstreept bedoelt vaak dat die niet meer geldt; de cijfers tellen wel mee.",
    en: "A row is often struck through because it no longer applies; its figures still count.",
  },
  message: {
    nl: "In {table} {count|is|zijn} {count:rij|rijen} doorgestreept ({range}). {count|Die is|Ze zijn} wel gelezen.",
    en: "In {table} {count:row|rows} {count|is|are} struck through ({range}). {count|It was|They were} read.",
  },
  fix: {
    nl: "Verwijder wat niet meer geldt (of zet een project op vervallen), of haal de streep weg.",
    en: "Remove what no longer applies (or set a project to vervallen), or take the line away.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const struck = table.raw.struckRows ?? [];
      const [first] = struck;
      if (first === undefined) continue;
      yield {
        table,
        sheet: table.sheet(first),
        cell: `${columnLetters(table.raw.firstColumn)}${table.row(first)}`,
        facts: { count: struck.length, range: rowRange(struck.map((index) => table.row(index))) },
      };
    }
  },
  examples: {
    good: {
      none: { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] },
    },
    bad: {
      one: {
        PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
        besides: { PA_Overleg: { struckRows: [0] } },
        says: "is 1 rij doorgestreept (rij 2). Die is wel gelezen.",
      },
    },
  },
});
