import { balanceOf } from "../identity.js";
import { hasAll, rowsOf } from "./columns.js";
import { defineRule } from "./rule.js";

export const somVanSegmenten = defineRule({
  id: "PA-201",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Totaal is niet de som van de segmenten", en: "The total is not the sum of the segments" },
  why: {
    nl: "Het aandeel sociaal rust op beide; een van de twee klopt niet.",
    en: "The social share rests on both; one of the two is wrong.",
  },
  message: {
    nl: "Totaal is {total}, de segmenten tellen op tot {sum} ({parts}).",
    en: "Totaal is {total}, the segments add up to {sum} ({parts}).",
  },
  fix: {
    nl: "Verbeter het totaal of het segment. Studenteneenheden staan alleen in hun eigen kolom.",
    en: "Correct the total or the segment. Student units stand in their own column only.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Totaal", "Sociale huur")) return;
    for (const index of rowsOf(table)) {
      const balance = balanceOf(table, index);
      if (balance === null) continue;
      const { whole, sum, parts, uncertain } = balance;
      // While a segment cannot be read (that was said already), only a sum above the total is certainly wrong.
      if (uncertain ? sum > whole : sum !== whole) {
        const shown = parts.map(({ header, homes }) => `${header} ${homes}`).join(" + ") || "0";
        yield { table, index, header: "Totaal", facts: { total: whole, sum, parts: shown } };
      }
    }
  },
  examples: {
    good: [
      {
        name: "student units apart",
        tables: {
          PA_Nieuwbouw: [
            {
              "Sociale huur": 30,
              "Middeldure huur": 20,
              "Vrije huur": 5,
              Koop: 40,
              "Nader te bepalen": 5,
              Studenteneenheden: 50,
              Totaal: 150,
            },
          ],
        },
      },
    ],
    bad: [
      {
        name: "one short",
        tables: { PA_Nieuwbouw: [{ "Sociale huur": 30, "Middeldure huur": 20, Totaal: 51 }] },
        says: "tellen op tot 50 (Sociale huur 30 + Middeldure huur 20)",
      },
      { name: "nothing filled in but the total", tables: { PA_Nieuwbouw: [{ "Sociale huur": null, Totaal: 51 }] } },
    ],
  },
});
