import { balanceOf } from "../identity.js";
import { newBuildSegments } from "@prestatieafspraken/indicators";
import { hasAll, numberIn, quarterBefore, rowsOf } from "./columns.js";
import { setCell, those } from "./fixes.js";
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
    en: "Correct the total or the segment. Student units belong in their own column.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Totaal", "Sociale huur")) return;
    const earlier = quarterBefore(table, "Project_id");
    for (const index of rowsOf(table)) {
      const balance = balanceOf(table, index);
      if (balance === null) continue;
      const { whole, sum, parts, uncertain } = balance;
      // If a segment is unreadable (reported by another rule), only a sum above the total is certainly wrong.
      if (uncertain ? sum > whole : sum !== whole) {
        const shown = parts.map(({ header, homes }) => `${header} ${homes}`).join(" + ") || "0";
        const before = earlier(index);
        // If one segment with its value of a quarter ago makes the total right, that segment was probably mistyped.
        const asBefore = newBuildSegments.flatMap((header) => {
          const then = before === null ? null : numberIn(table, header)(before);
          const now = numberIn(table, header)(index) ?? 0;
          if (then === null || then === now || sum - now + then !== whole) return [];
          return [
            setCell(table, index, header, then, { because: { nl: "zoals vorig kwartaal", en: "as last quarter" } }),
          ];
        });
        yield {
          table,
          index,
          header: "Totaal",
          // Either the total or any of the segments is wrong.
          about: { rows: [index], headers: ["Totaal", ...newBuildSegments] },
          ...(!uncertain && {
            fixes: those(setCell(table, index, "Totaal", sum), ...(asBefore.length === 1 ? asBefore : [])),
          }),
          facts: { total: whole, sum, parts: { nl: shown, en: shown } },
        };
      }
    }
  },
  examples: {
    good: {
      "student units apart": [
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
    bad: {
      "one short": {
        PA_Nieuwbouw: [{ "Sociale huur": 30, "Middeldure huur": 20, Totaal: 51 }],
        says: "tellen op tot 50 (Sociale huur 30 + Middeldure huur 20)",
        fixes: ["Totaal = 50"],
      },
      "one segment mistyped since last quarter": {
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q2", Project_id: "P1", "Sociale huur": 159, Koop: 190, Totaal: 349 },
          { Kwartaal: "2026-Q3", Project_id: "P1", "Sociale huur": 159, Koop: 109, Totaal: 349 },
        ],
        fixes: ["Totaal = 268", "Koop = 190, zoals vorig kwartaal"],
      },
      "nothing filled in but the total": [{ "Sociale huur": null, Totaal: 51 }],
    },
  },
});
