import { defineRule } from "./rule.js";

export const verborgenRijen = defineRule({
  id: "PA-108",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Verborgen of gefilterde rijen", en: "Hidden or filtered rows" },
  why: {
    nl: "Wat u niet ziet, telt wel mee. Dat mist u als u op het oog controleert.",
    en: "What you do not see still counts; checking by eye misses it.",
  },
  message: {
    nl: "In {table} {count|is|zijn} {count:rij|rijen} verborgen, misschien door een filter. Toch gelezen.",
    en: "In {table} {count:row|rows} {count|is|are} hidden, perhaps by a filter. They were read all the same.",
  },
  fix: {
    nl: "Zet het filter uit en maak de rijen zichtbaar. Verwijder wat niet mee moet doen.",
    en: "Clear the filter and show the rows. Remove what should not count.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const count = table.raw.hiddenRows?.length ?? 0;
      if (count > 0) yield { table, facts: { count } };
    }
  },
  examples: {
    good: [{ name: "all shown", tables: { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] } }],
    bad: [
      {
        name: "one hidden",
        hidden: { PA_Overleg: [0] },
        tables: { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] },
      },
    ],
  },
});
