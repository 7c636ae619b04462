import { listed } from "@prestatieafspraken/indicators";
import { columnLetters } from "../reading/cell-name.js";
import { defineRule } from "./rule.js";

export const waardeUitAndereWerkmap = defineRule({
  id: "PA-147",
  severity: "warning",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Waarde uit een andere werkmap", en: "Value from another workbook" },
  why: {
    nl: "In het bestand staat de waarde van toen het voor het laatst is bijgewerkt; in de andere werkmap kan intussen iets anders staan.",
    en: "The file has the value from the last update; the other workbook may have changed since.",
  },
  message: {
    nl: "In {table} {count|komt|komen} {count:cel|cellen} uit een andere werkmap ({sources}), om te beginnen {cell}. Het kan een oude waarde zijn.",
    en: "In {table} {count:cell|cells} {count|comes|come} from another workbook ({sources}), {cell} first. It may be an old value.",
  },
  fix: {
    nl: "Werk de koppelingen bij en controleer de waarden, of plak ze als waarde.",
    en: "Update the links and check the values, or paste them as values.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const { linked = [], firstColumn } = table.raw;
      const [first] = linked;
      if (!first) continue;
      const cell = `${columnLetters(firstColumn + first.column)}${table.row(first.row)}`;
      const names = [...new Set(linked.flatMap(({ source }) => source ?? []))].slice(0, 5);
      const sources = names.length > 0 ? listed(names) : { nl: "naam niet bekend", en: "name not known" };
      yield { table, sheet: table.sheet(first.row), cell, facts: { count: linked.length, sources, cell } };
    }
  },
  examples: {
    good: {
      "own values": { PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: 12 }] },
    },
    bad: {
      "one link": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Aantal: 12 }],
        besides: { PA_Toewijzingen: { linked: [{ row: 0, column: 1, source: "Opgave Q2.xlsx" }] } },
        says: "komt 1 cel uit een andere werkmap (Opgave Q2.xlsx), om te beginnen B2",
      },
    },
  },
});
