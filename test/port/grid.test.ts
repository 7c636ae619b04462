import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { read, validate } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { GridWorkbook } from "../../addin/workbench/grid-workbook.js";
import { contractWorkbook } from "./contract-workbook.js";
import { portContract } from "./contract.js";

const day = "2026-10-15";
const open = (bytes: Uint8Array): Promise<GridWorkbook> =>
  GridWorkbook.open(bytes, { agreements, language: "nl", day });
portContract("grid of the workbench", { open });

const sample = (): Promise<Uint8Array> =>
  makeTemplate({ agreement: agreement("oegstgeest-2025-2028")!, agreements, language: "nl", sample: "with-errors" });
/** Parts whose content differs between two files. */
function differingParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [openXlsx(before).parts, openXlsx(after).parts];
  const names = new Set([...a.names(), ...b.names()]);
  return [...names].filter((name) => !a.has(name) || !b.has(name) || a.text(name) !== b.text(name));
}

describe("a file that goes through the grid", () => {
  it("reads the same as the file itself: the same findings", async () => {
    const bytes = await sample();
    const findings = async (workbook: Parameters<typeof read>[0]): Promise<string[]> =>
      validate(await read(workbook, { agreements }), { day }).map(
        ({ rule, at }) => `${rule} ${JSON.stringify(at ?? null)}`,
      );
    expect(await findings(await open(bytes))).toEqual(await findings(openXlsx(bytes)));
  });

  it("comes back byte for byte when nothing was out of date and nothing was changed", async () => {
    const saved = await (await open(await sample())).save();
    expect(await (await open(saved)).save()).toEqual(saved);
  });

  it("has only the sheet changed that somebody changed", async () => {
    const bytes = contractWorkbook();
    const workbook = await open(bytes);
    await workbook.change([{ sheet: "Voorraad", cell: "B2", value: 1841 }]);
    expect(differingParts(bytes, await workbook.save())).toEqual(["xl/worksheets/sheet2.xml"]);
  });

  it("keeps PA formulas in the form Excel stores, with their value beside them", async () => {
    const workbook = await open(await sample());
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=PA.SOCIALSHARE(55,660)" }]);
    const saved = openXlsx(await workbook.save());
    const entry = saved.worksheets().find(({ name }) => name === "Dashboard")!;
    const { cells } = saved.sheet(entry);
    expect(cells.storedFormula(30, 8)?.text).toBe("_xldudf_PA_SOCIALSHARE(55,660)");
    expect(cells.value(30, 8)).toBeCloseTo(55 / 660, 12);
  });

  it("answers live functions from the tables as they are after a change, and takes the change back", async () => {
    const workbook = await open(await sample());
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=PA.SOCIALSHARE()" }]);
    const share = (): unknown => workbook.sheets.value("Dashboard", "H30");
    const before = share();
    const stock = (await workbook.tables()).find(({ name }) => name === "PA_Voorraad")!;
    const at = (name: string): number => stock.headers.indexOf(name);
    const row = stock.rows.findIndex((r) => r[at("Segment")] === "totaal" && r[at("Kwartaal")] === "2026-Q3");
    // One of the mistakes in the sample: the end is the text 11.018.
    const total = 11_018;
    // Begin and end together: a stock that does not add up is not reckoned with.
    await workbook.change(
      ["Beginstand", "Eindstand"].map((name) => {
        const expected = stock.rows[row]![at(name)]!;
        const cell = cellName(stock.headerRow + 1 + row, stock.firstColumn + at(name));
        return { sheet: stock.sheet, cell, value: Number(String(expected).replace(".", "")) + total, expected };
      }),
    );
    await workbook.refresh();
    expect(share()).toBeCloseTo((before as number) / 2, 12);
    expect(await workbook.undo()).toBe(true);
    await workbook.refresh();
    expect(share()).toBe(before);
  });

  it("refuses what saving could not bring back, while somebody does it", async () => {
    const { model } = await open(contractWorkbook());
    const sheetId = model.getters.getSheetIds()[0]!;
    const rows = { sheetId, sheetName: "Nieuwbouw", dimension: "ROW" };
    for (const [command, payload] of [
      ["REMOVE_COLUMNS_ROWS", { ...rows, elements: [4] }],
      ["ADD_COLUMNS_ROWS", { ...rows, base: 4, quantity: 1, position: "before" }],
      ["RENAME_SHEET", { sheetId, oldName: "Nieuwbouw", newName: "Anders" }],
      ["DELETE_SHEET", { sheetId, sheetName: "Nieuwbouw" }],
    ] as const)
      expect(model.dispatch(command, payload).isSuccessful).toBe(false);
    const last = model.getters.getNumberRows(sheetId) - 1;
    const more = { ...rows, base: last, quantity: 5, position: "after" };
    expect(model.dispatch("ADD_COLUMNS_ROWS", more).isSuccessful).toBe(true);
  });

  it("gives rows typed under a table to the table, in the file too", async () => {
    const workbook = await open(contractWorkbook());
    const sheetId = workbook.model.getters.getSheetIds()[1]!;
    workbook.model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: 2, content: "2026-Q4" });
    workbook.model.dispatch("UPDATE_CELL", { sheetId, col: 1, row: 2, content: "1850" });
    const saved = openXlsx(await workbook.save());
    const stock = (await saved.tables()).find(({ name }) => name === "PA_Voorraad")!;
    expect(stock.rows).toEqual([
      ["2026-Q3", 1840],
      ["2026-Q4", 1850],
    ]);
  });
});
