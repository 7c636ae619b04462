import { sheetOf, tableOf, tables, tablesOf } from "@prestatieafspraken/indicators";
import { defineRule } from "./rule.js";

/** Required tables; individual homes may replace label counts. */
const wanted: readonly (readonly string[])[] = [
  ["PA_Nieuwbouw"],
  ["PA_Voorraad"],
  ["PA_Toewijzingen"],
  ["PA_Labels", "PA_Woningen"],
];

export const tabelOntbreekt = defineRule({
  id: "PA-101",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Tabel ontbreekt", en: "Table missing" },
  why: {
    nl: "Zonder deze tabel zijn de indicatoren die erop rusten niet te bepalen.",
    en: "Without this table the indicators that rest on it are not known yet.",
  },
  message: {
    nl: "De tabel {wanted} ({title}) staat niet in deze werkmap.",
    en: "The table {wanted} ({title}) is not in this workbook.",
  },
  fix: {
    nl: "Voeg de tabel toe uit het sjabloon. Levert een ander die aan, kies dan Waarschuwing toelichten.",
    en: "Add the table from the template. If somebody else supplies it, choose Explain this warning.",
  },
  *check({ ret }) {
    if (ret.tables.size === 0) return;
    const { agreement } = ret;
    const own = tablesOf(agreement).slice(tables.length);
    for (const names of [...wanted, ...own.map(({ name }) => [name])]) {
      if (names.some((name) => ret.tables.has(name))) continue;
      const sheets = names.map(sheetOf);
      const title = tableOf(agreement, names[0]!)?.title ?? { nl: "", en: "" };
      yield { table: names[0]!, facts: { wanted: { nl: sheets.join(" of "), en: sheets.join(" or ") }, title } };
    }
  },
  examples: {
    good: {
      "homes instead of labels": { PA_Nieuwbouw: [], PA_Voorraad: [], PA_Toewijzingen: [], PA_Woningen: [] },
    },
    bad: {
      "no labels at all": { PA_Nieuwbouw: [], PA_Voorraad: [], PA_Toewijzingen: [] },
    },
  },
});
