import { lettingCounts, quarterAfter } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, groupsOf, hasAll, JUMP, numberIn, textIn, TOO_SMALL_TO_JUMP } from "./columns.js";
import { defineRule } from "./rule.js";

export const categorieSpringt = defineRule({
  id: "PA-503",
  severity: "warning",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Aandeel van een categorie springt", en: "A category's share jumps" },
  why: {
    nl: "Een aandeel dat in een kwartaal verdrievoudigt is vaak een verwisseling van categorieën.",
    en: "A share that triples in a quarter is often a mix-up of categories.",
  },
  message: {
    nl: "'{category}' gaat van {before} van {wholeBefore} naar {now} van {wholeNow} toewijzingen.",
    en: "'{category}' goes from {before} of {wholeBefore} to {now} of {wholeNow} lettings.",
  },
  fix: {
    nl: "Controleer de categorieën. Klopt het toch, kies dan Waarschuwing toelichten.",
    en: "Check the categories. If they are right, choose Explain this warning.",
  },
  *check({ table: get }) {
    const table = get("PA_Toewijzingen");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Categorie", "Aantal")) return;
    const category = textIn(table, "Categorie");
    const count = numberIn(table, "Aantal");
    const groups = groupBy(table, "Kwartaal", "Verhuurder");
    const whole = (rows: readonly number[]): number =>
      rows.reduce((sum, index) => sum + (lettingCounts(category(index)) === "outside" ? 0 : (count(index) ?? 0)), 0);
    for (const { rows, of } of groupsOf(table, "Kwartaal", "Verhuurder")) {
      const [quarter, owner] = of;
      const earlier = groups.get(groupKey(quarterAfter(quarter, -1), owner));
      if (!earlier) continue;
      const wholeNow = whole(rows);
      const wholeBefore = whole(earlier);
      // With few lettings, every share fluctuates.
      if (wholeNow < TOO_SMALL_TO_JUMP || wholeBefore < TOO_SMALL_TO_JUMP) continue;
      for (const index of rows) {
        const kind = category(index);
        if (kind === null || lettingCounts(kind) === "outside") continue;
        const other = earlier.find((one) => category(one) === kind);
        const before = other === undefined ? null : count(other);
        const now = count(index);
        if (before === null || now === null) continue;
        // Compares now / wholeNow with before / wholeBefore, in whole numbers; 5 or fewer is not a pattern.
        const a = now * wholeBefore;
        const b = before * wholeNow;
        if (Math.max(now, before) > 5 && (a > b * JUMP || b > a * JUMP)) {
          yield { table, index, header: "Aantal", facts: { category: kind, before, wholeBefore, now, wholeNow } };
        }
      }
    }
  },
  examples: {
    good: {
      twice: [
        { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 10 },
        { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 90 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 20 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 80 },
      ],
    },
    bad: {
      "mixed up": {
        times: 2,
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 10 },
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 90 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 90 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
        ],
      },
    },
  },
});
