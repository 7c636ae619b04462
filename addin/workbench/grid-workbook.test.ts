import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { makeTemplate } from "@prestatieafspraken/xlsx";
import { GridWorkbook } from "./grid-workbook.js";
import type { Deed } from "./loaded.js";

const sample = await makeTemplate({
  agreement: agreement("oegstgeest-2025-2028")!,
  agreements,
  language: "nl",
  sample: "with-errors",
});
const options = { agreements, language: "nl", day: "2026-10-15" } as const;

/** As kept in a browser: text, read again. */
const kept = (deeds: readonly Deed[]): Deed[] => JSON.parse(JSON.stringify(deeds)) as Deed[];

async function followed(): Promise<{ workbook: GridWorkbook; deeds: Deed[] }> {
  const workbook = await GridWorkbook.open(sample, options);
  const deeds: Deed[] = [];
  workbook.onDeed = (deed) => void deeds.push(deed);
  return { workbook, deeds };
}

describe("what was done in a workbook, done again on the same file", () => {
  it("gives the same file, byte for byte: typed, pasted, undone, rows, a sheet, a setting, marks", async () => {
    const { workbook, deeds } = await followed();
    const { model, sheets } = workbook;
    model.dispatch("UPDATE_CELL", { ...sheets.position("Dashboard", "H30")!, content: "=PA.SOCIALSHARE()" });
    model.dispatch("UPDATE_CELL", { ...sheets.position("Nieuwbouw", "H5")!, content: "12" });
    model.dispatch("REQUEST_UNDO");
    await workbook.change([{ sheet: "Voorraad", cell: "O5", value: "nagekeken" }]);
    const stock = (await workbook.tables()).find(({ name }) => name === "PA_Voorraad")!;
    await workbook.appendRows(stock, [stock.rows[0]!, stock.rows[1]!]);
    await workbook.addSheet("Notities", [
      ["Wie", "Wat"],
      ["WYwonen", "belt terug"],
    ]);
    await workbook.setSetting("proef", "ja");
    await workbook.mark([{ sheet: "Voorraad", cell: "M5", severity: "warning", text: "Kijk hier" }]);
    await workbook.refresh();

    const again = await GridWorkbook.open(sample, options, kept(deeds));
    expect(await again.save()).toEqual(await workbook.save());
    expect(again.sheets.value("Dashboard", "H30")).toEqual(sheets.value("Dashboard", "H30"));
    expect(await again.getSetting("proef")).toBe("ja");
    expect(again.marks).toEqual(workbook.marks);
  });

  it("goes on from there: what is done after coming back is done after what was done before", async () => {
    const { workbook, deeds } = await followed();
    await workbook.change([{ sheet: "Voorraad", cell: "O5", value: "eerst" }]);
    const second = await GridWorkbook.open(sample, options, kept(deeds));
    second.onDeed = (deed) => void deeds.push(deed);
    await second.change([{ sheet: "Voorraad", cell: "O6", value: "daarna" }]);
    const third = await GridWorkbook.open(sample, options, kept(deeds));
    expect(["O5", "O6"].map((cell) => third.sheets.value("Voorraad", cell))).toEqual(["eerst", "daarna"]);
  });

  it("keeps little for a little change: a typed cell is a small message", async () => {
    const { workbook, deeds } = await followed();
    await workbook.change([{ sheet: "Voorraad", cell: "O5", value: "nagekeken" }]);
    // Not the file (tens of thousands of bytes), only what was typed with what the engine says around it.
    expect(JSON.stringify(deeds).length).toBeLessThan(1_000);
  });

  it("leaves a formula that somebody put in the place of one about a table alone when the table grows", async () => {
    const { workbook, deeds } = await followed();
    const found = workbook.sheets.grid.formulas.find(({ isStructured }) => isStructured);
    if (found === undefined) return;
    await workbook.change([{ sheet: found.sheet, cell: found.cell, value: null, formula: "=1+1" }]);
    const again = await GridWorkbook.open(sample, options, kept(deeds));
    const stock = (await again.tables()).find(({ name }) => name === "PA_Voorraad")!;
    await again.appendRows(stock, [stock.rows[0]!]);
    expect(again.sheets.value(found.sheet, found.cell)).toBe(2);
  });
});
