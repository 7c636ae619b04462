import { describe, expect, it } from "vitest";
import { conflictSentence, planMerge } from "../src/merge.js";
import type { CellValue } from "../src/workbook.js";
import { choosing, letting, reading, type Rows } from "./measures-workbook.js";

const plan = async (table: string, ours: Rows, theirs: Rows) =>
  planMerge(await reading({ [table]: ours }), await reading({ [table]: theirs }));

describe("bringing two returns together", () => {
  it("adds what is new, leaves what is there, and names a contradiction as people know it", async () => {
    const ours = [letting("2026-Q3", "WYwonen", "regulier", 10)];
    const theirs = [
      letting("Q3 2026", "MeerWonen", "Regulier", 12),
      letting("2026-Q3", "Portaal", "urgent", 1),
      letting("2026-Q3", "Portaal", "URGENT ", 1),
    ];
    const merged = await plan("PA_Toewijzingen", ours, theirs);
    expect([merged.added, merged.alreadyThere, merged.conflicts.length]).toEqual([2, 0, 1]);
    expect(conflictSentence(merged.conflicts[0]!, { kept: "a.xlsx", other: "b.xlsx" }).nl).toBe(
      'PA_Toewijzingen, 2026-Q3 \u00b7 WYwonen \u00b7 regulier, Aantal: "10" (a.xlsx, Toewijzingen!D2) tegenover "12" (b.xlsx, Toewijzingen!D2). De eerste is gehouden; spreek af welke klopt en pas die aan.',
    );
  });

  it("two norms that both hold always contradict each other; they are not put side by side", async () => {
    const norm = (Waarde: CellValue) => [
      { Norm: "ART-9-URGENT", Vergelijking: "\u2264", Waarde, Vanaf: null, Tot: null, Bron: "besluit", Reden: "proef" },
    ];
    expect((await plan("PA_Normen", norm("20%"), norm("22%"))).conflicts.map(({ row, field }) => [row, field])).toEqual(
      [["ART-9-URGENT \u00b7 \u2264", "Waarde"]],
    );
    expect(await plan("PA_Normen", norm("20%"), norm("20%"))).toMatchObject({
      added: 0,
      alreadyThere: 1,
      conflicts: [],
    });
  });

  it("a missing explanation contradicts nobody; a missing figure does", async () => {
    const row = (Aantal: CellValue, Toelichting: CellValue) => [
      { ...letting("2026-Q3", "WYwonen", "regulier", Aantal), Toelichting },
    ];
    expect((await plan("PA_Toewijzingen", row(10, "geteld"), row(10, null))).conflicts).toEqual([]);
    expect((await plan("PA_Toewijzingen", row(10, null), row(10, "geteld"))).conflicts).toHaveLength(1);
    expect((await plan("PA_Toewijzingen", row(10, null), row(null, null))).conflicts).toHaveLength(1);
  });

  it("shows a day of the settings as a day", async () => {
    const [ours, theirs] = await Promise.all([
      reading(choosing("Peildatum", "30-9-2026")),
      reading(choosing("Peildatum", "30-6-2026")),
    ]);
    expect(planMerge(ours, theirs).conflicts).toMatchObject([
      { field: "Waarde", kept: "30-9-2026", other: "30-6-2026" },
    ]);
  });
});
