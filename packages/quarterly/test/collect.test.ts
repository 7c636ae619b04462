import { describe, expect, it } from "vitest";
import { deliveries } from "../src/delivery.js";
import {
  bringIn,
  broughtBy,
  contradictionSentence,
  decidedIn,
  planCollect,
  receiptFor,
  receivedIn,
  type Choice,
} from "../src/collect/index.js";
import type { CellChange, CellValue, Workbook } from "../src/workbook.js";
import { choosing, letting, returnOf, stock, type Rows } from "./small-return.js";
import { memoryWorkbook } from "./memory-workbook.js";

const plan = async (table: string, ours: Rows, theirs: Rows, decided?: ReadonlySet<string>) =>
  planCollect(await returnOf({ [table]: ours }), await returnOf({ [table]: theirs }), decided);

/** A workbook that records requested changes. */
function recording(): Workbook & { readonly changes: CellChange[]; readonly rows: CellValue[][] } {
  const changes: CellChange[] = [];
  const rows: CellValue[][] = [];
  const settings = new Map<string, string>();
  return {
    ...memoryWorkbook([]),
    changes,
    rows,
    getSetting: (key) => Promise.resolve(settings.get(key) ?? null),
    setSetting: (key, value) => {
      if (value === null) settings.delete(key);
      else settings.set(key, value);
      return Promise.resolve();
    },
    change: (asked) => {
      changes.push(...asked);
      return Promise.resolve();
    },
    appendRows: (_table, added) => {
      rows.push(...added.map((row) => [...row]));
      return Promise.resolve();
    },
  };
}

describe("bringing a return in", () => {
  it("adds what is new, leaves what is there, and names a contradiction as people know it", async () => {
    const ours = [letting("2026-Q3", "WYwonen", "regulier", 10)];
    const theirs = [
      letting("Q3 2026", "MeerWonen", "Regulier", 12),
      letting("2026-Q3", "Portaal", "urgent", 1),
      letting("2026-Q3", "Portaal", "URGENT ", 1),
    ];
    const found = await plan("PA_Toewijzingen", ours, theirs);
    expect([found.added, found.alreadyThere, found.contradictions.length]).toEqual([2, 0, 1]);
    expect(contradictionSentence(found.contradictions[0]!, { here: "a.xlsx", there: "b.xlsx" }).nl).toBe(
      "Toewijzingen, WYwonen, regulier, derde kwartaal 2026, Aantal: “10” (a.xlsx, Toewijzingen D2) tegenover “12” (b.xlsx, Toewijzingen D2). De eerste blijft staan; spreek af welke klopt en pas die aan.",
    );
  });

  it("two norms that both hold always contradict each other; they are not put side by side", async () => {
    const norm = (Waarde: CellValue) => [
      { Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde, Vanaf: null, Tot: null, Bron: "besluit", Reden: "proef" },
    ];
    const differing = await plan("PA_Normen", norm("20%"), norm("22%"));
    expect(differing.contradictions.map(({ row, field }) => [row.nl, field])).toEqual([["ART-9-URGENT, ≤", "Waarde"]]);
    expect(await plan("PA_Normen", norm("20%"), norm("20%"))).toMatchObject({
      added: 0,
      alreadyThere: 1,
      contradictions: [],
    });
  });

  it("an empty cell contradicts nobody: what stands here stays, what is empty here is filled", async () => {
    const row = (Aantal: CellValue, Toelichting: CellValue) => [
      { ...letting("2026-Q3", "WYwonen", "regulier", Aantal), Toelichting },
    ];
    expect(await plan("PA_Toewijzingen", row(10, "geteld"), row(null, null))).toMatchObject({
      contradictions: [],
      fill: [],
      alreadyThere: 1,
    });
    const filled = await plan("PA_Toewijzingen", row(null, "  "), row(10, "geteld"));
    expect(filled.contradictions).toEqual([]);
    expect(filled.fill.map(({ cell, value, expected }) => [cell, value, expected])).toEqual([
      ["D2", 10, null],
      ["E2", "geteld", "  "],
    ]);
  });

  it("shows a day of the settings as a day", async () => {
    const [ours, theirs] = await Promise.all([
      returnOf(choosing("Peildatum", "30-9-2026")),
      returnOf(choosing("Peildatum", "30-6-2026")),
    ]);
    expect(planCollect(ours, theirs).contradictions).toMatchObject([
      { field: "Waarde", here: { shown: "30-9-2026" }, there: { shown: "30-6-2026" } },
    ]);
  });

  it("a workbook with nothing on its own quarter takes over the quarter of the return, and says so", async () => {
    const settings = (quarter: string) => [{ Instelling: "Verslagkwartaal", Waarde: quarter, Toelichting: null }];
    const fresh = await returnOf({
      PA_Instellingen: settings("2025-Q1"),
      PA_Toewijzingen: [letting(null, null, null, null)],
    });
    const theirs = await returnOf({
      PA_Instellingen: settings("2026-Q3"),
      PA_Toewijzingen: [letting("2026-Q3", "WYwonen", "regulier", 10)],
    });
    const found = planCollect(fresh, theirs);
    expect(found.quarter).toEqual({ from: "2025-Q1", to: "2026-Q3" });
    expect(found.contradictions).toEqual([]);
    expect(found.fill).toMatchObject([{ value: "2026-Q3", expected: "2025-Q1" }]);
    // A workbook with rows in its own quarter: the user is asked.
    const own = await returnOf({
      PA_Instellingen: settings("2026-Q2"),
      PA_Toewijzingen: [letting("2026-Q2", "Portaal", "regulier", 3)],
    });
    const asked = planCollect(own, theirs);
    expect(asked.quarter).toBeNull();
    expect(asked.contradictions).toMatchObject([{ row: { nl: "Verslagkwartaal" }, here: { value: "2026-Q2" } }]);
  });

  it("does what was chosen, remembers what was kept, and lists what was received", async () => {
    const ours = [letting("2026-Q3", "WYwonen", "regulier", 10), letting("2026-Q3", "WYwonen", "urgent", 2)];
    const theirs = await returnOf({
      PA_Toewijzingen: [letting("2026-Q3", "WYwonen", "regulier", 12), letting("2026-Q3", "WYwonen", "urgent", 3)],
    });
    const found = planCollect(await returnOf({ PA_Toewijzingen: ours }), theirs);
    const [regular, urgent] = found.contradictions;
    const workbook = recording();
    await bringIn(workbook, {
      plan: found,
      received: receiptFor(theirs, "wywonen.xlsx", "2026-10-12"),
      choices: new Map<string, Choice>([
        [regular!.key, "here"],
        [urgent!.key, { value: 4 }],
      ]),
    });
    expect(workbook.changes).toMatchObject([{ sheet: "Toewijzingen", cell: "D3", value: 4, expected: 2 }]);
    const decided = await decidedIn(workbook);
    expect(
      (await plan("PA_Toewijzingen", ours, [letting("2026-Q3", "WYwonen", "regulier", 12)], decided)).contradictions,
    ).toEqual([]);
    // A different value makes it a different contradiction.
    expect(
      (await plan("PA_Toewijzingen", ours, [letting("2026-Q3", "WYwonen", "regulier", 13)], decided)).contradictions,
    ).toHaveLength(1);
    expect(await receivedIn(workbook)).toMatchObject([
      { file: "wywonen.xlsx", day: "2026-10-12", supplied: { wywonen: ["PA_Toewijzingen"] } },
    ]);
  });

  it("knows in which file each table of a party came, and of which quarter", async () => {
    const theirs = await returnOf({
      PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
      PA_Toewijzingen: [letting("2026-Q3", "WYwonen", "regulier", 12)],
      PA_Voorraad: [stock("2026-Q3", "Portaal", "sociaal", 10, 11)],
    });
    const first = receiptFor(theirs, "wywonen.xlsx", "2026-10-12");
    const received = [first, { ...first, file: "wywonen 2.xlsx", day: "2026-10-20", hash: "2" }];
    const all = deliveries(theirs, "2026-Q3");
    const file = (party: string, table: string, quarter = "2026-Q3") =>
      broughtBy(
        all.find((one) => one.party === party && one.table === table)!,
        received,
        quarter,
      )?.file ?? null;
    expect(file("wywonen", "PA_Toewijzingen")).toBe("wywonen 2.xlsx");
    expect(file("portaal", "PA_Voorraad")).toBe("wywonen 2.xlsx");
    // The file has lettings and Portaal's stock, but no lettings of Portaal.
    expect(file("portaal", "PA_Toewijzingen")).toBeNull();
    expect(file("wywonen", "PA_Toewijzingen", "2026-Q2")).toBeNull();
  });
});
