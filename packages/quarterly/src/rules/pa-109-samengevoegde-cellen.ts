import { defineRule } from "./rule.js";

export const samengevoegdeCellen = defineRule({
  id: "PA-109",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Samengevoegde cellen", en: "Merged cells" },
  why: {
    nl: "Alleen de eerste cel van een samenvoeging heeft een waarde; de andere zijn leeg.",
    en: "Of merged cells, the first has the value; the others are empty.",
  },
  message: { nl: "In {table} zijn cellen samengevoegd: {areas}.", en: "In {table} cells are merged: {areas}." },
  fix: { nl: "Hef de samenvoeging op en vul elke cel.", en: "Unmerge the cells and fill in each." },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const areas = table.raw.merged ?? [];
      if (areas.length > 0)
        yield { table, cell: areas[0]!.split(":")[0] ?? null, facts: { areas: areas.slice(0, 5).join(", ") } };
    }
  },
  examples: {
    good: {
      none: { PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }] },
    },
    bad: {
      "two rows of one quarter": {
        merged: { PA_Overleg: ["A2:A3"] },
        PA_Overleg: [{ Datum: "2026-09-10", Soort: "ambtelijk" }],
      },
    },
  },
});
