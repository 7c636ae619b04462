/**
 * The add-in destroys no user data: tested on Microsoft's own object model with an emulated Excel that fills columns
 * and refuses more than 5 MB.
 */
import { beforeEach, describe, expect, it } from "vitest";
import type { CellValue, WorkbookError } from "@prestatieafspraken/quarterly";
import { markFormula } from "@prestatieafspraken/xlsx";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
import { repairFormulas } from "../../addin/excel/repair-formulas.js";
import { excelHere } from "./excel-here.js";
import type { OfficeWindow } from "./office-window.js";
import type { ModelSheet, ModelWorkbook, Value } from "./sheet-model.js";

let office: OfficeWindow;
let model: ModelWorkbook;
let port: ExcelWorkbook;
const excel = excelHere();
beforeEach(() => {
  office = excel();
  model = office.host.workbook;
  port = new ExcelWorkbook();
});
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no refusal",
    (error: WorkbookError) => error.code,
  );

/** Lettings with a user's own column, which has a different formula in every row. */
function lettings(): ModelSheet {
  const sheet = model.addSheet("Toewijzingen");
  model.addTable(sheet, "PA_Toewijzingen", [
    ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Mijn percentage"],
    ["2026-Q3", "WYwonen", "urgent", 5, 0.5],
    ["2026-Q3", "Portaal", "urgent", 7, 0.7],
    ["2026-Q3", "Portaal", "regulier", 9, 0.9],
  ]);
  for (const [row, formula] of [
    [1, "=[@Aantal]/10"],
    [2, "=D3/10"],
    [3, "=[@Aantal]/10"],
  ] as const)
    Object.assign(sheet.cell(row, 4), { formula });
  return sheet;
}
const formulas = (sheet: ModelSheet): unknown[] => [1, 2, 3].map((row) => sheet.cell(row, 4).formula);

describe("a table with a user's own column", () => {
  // Excel: empties a cell that is given "", and leaves it for null.
  it("keeps that column when adding rows for the next quarter", async () => {
    const sheet = lettings();
    model.tables[0]!.calculated = new Map([[4, "=[@Aantal]/10"]]);
    await port.appendRows({ name: "PA_Toewijzingen", sheet: sheet.name, headerRow: 1, firstColumn: 1 }, [
      ["2026-Q4", "WYwonen", "urgent", null],
    ]);
    expect(sheet.cell(4, 0).value).toBe("2026-Q4");
    expect(sheet.cell(4, 3).value).toBe("");
    expect(sheet.cell(4, 4).formula).toBe("=[@Aantal]/10");
  });

  // Excel: makes a calculated column of one formula.
  it("keeps the other formulas when one cell gets a formula, and when that is undone", async () => {
    const sheet = lettings();
    await port.change([{ sheet: sheet.name, cell: "E2", value: null, formula: "=PA.SOCIALSHARE()" }]);
    expect(formulas(sheet)).toEqual(["=PA.SOCIALSHARE()", "=D3/10", "=[@Aantal]/10"]);
    expect(await port.undo()).toBe(true);
    expect(formulas(sheet)).toEqual(["=[@Aantal]/10", "=D3/10", "=[@Aantal]/10"]);
  });

  // Excel: does the same when a stuck formula is entered again.
  it("keeps the other formulas when a broken one is re-entered", async () => {
    const sheet = lettings();
    Object.assign(sheet.cell(2, 4), { formula: '=_xldudf_PA_NORM("URGENTSHARE")', value: "#NAME?" });
    expect(await repairFormulas()).toEqual({ cells: 1, protectedSheets: [] });
    expect(formulas(sheet)).toEqual(["=[@Aantal]/10", '=PA.NORM("URGENTSHARE")', "=[@Aantal]/10"]);
  });
});

describe("a row deleted by a fix", () => {
  const place = {
    name: "PA_Toewijzingen",
    sheet: "Toewijzingen",
    headerRow: 1,
    firstColumn: 1,
    headers: ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Mijn percentage"],
  };
  const emptied = (row: number, values: readonly CellValue[]): Promise<void> =>
    port.change(
      values.map((expected, i) => ({ sheet: place.sheet, cell: `${"ABCDE"[i]!}${row}`, value: null, expected })),
    );
  const second = ["2026-Q3", "Portaal", "urgent", 7, 0.7];

  // Excel: fills calculated columns in a row that comes back.
  it("leaves the formulas of a calculated column to the other rows, and comes back with its own", async () => {
    const sheet = lettings();
    model.tables[0]!.calculated = new Map([[4, "=[@Aantal]/10"]]);
    await emptied(3, second);
    expect(await port.deleteRow(place, 3)).toBe(true);
    expect([model.tables[0]!.rows, sheet.cell(2, 2).value]).toEqual([2, "regulier"]);
    expect(formulas(sheet)).toEqual(["=[@Aantal]/10", "=[@Aantal]/10", undefined]);
    expect(await port.undo()).toBe(true);
    expect(model.tables[0]!.rows).toBe(3);
    expect(formulas(sheet)).toEqual(["=[@Aantal]/10", "=D3/10", "=[@Aantal]/10"]);
    expect(second.slice(0, 4)).toEqual([0, 1, 2, 3].map((column) => sheet.cell(2, column).value));
  });

  // Excel: moves all that stands below a deleted row.
  it("stays, as an empty one, if something below would move with it, and if a colleague typed in it", async () => {
    const sheet = lettings();
    sheet.cell(8, 1).value = "voetnoot";
    await emptied(3, second);
    expect(await port.deleteRow(place, 3)).toBe(false);
    sheet.cell(8, 1).value = "";
    sheet.cell(2, 3).value = 12;
    expect(await port.deleteRow(place, 3)).toBe(false);
    sheet.cell(2, 3).value = "";
    sheet.isProtected = true;
    expect(await port.deleteRow(place, 3)).toBe(false);
    expect([model.tables[0]!.rows, sheet.cell(3, 2).value]).toEqual([3, "regulier"]);
  });

  it("stays away if it cannot be filled again: undo leaves no empty row behind", async () => {
    const sheet = lettings();
    await port.change([
      { sheet: sheet.name, cell: "D2", value: 6, expected: 5 },
      ...second.map((expected, i) => ({ sheet: sheet.name, cell: `${"ABCDE"[i]!}3`, value: null, expected })),
    ]);
    expect(await port.deleteRow(place, 3)).toBe(true);
    sheet.cell(1, 3).value = 60;
    expect(await code(port.undo())).toBe("CHANGED_SINCE");
    expect([model.tables[0]!.rows, sheet.cell(2, 2).value]).toEqual([2, "regulier"]);
  });
});

describe('a text that begins with "="', () => {
  // Excel: gives a quoted text without its apostrophe.
  it("is read as text and restored as text", async () => {
    const sheet = lettings();
    Object.assign(sheet.cell(1, 1), { value: "=SOM(A1)", quoted: true });
    const [table] = await port.tables();
    expect(table!.formula!(0, 1)).toBeNull();
    expect(table!.rows[0]![1]).toBe("=SOM(A1)");
    await port.change([{ sheet: sheet.name, cell: "B2", value: "WYwonen", expected: "=SOM(A1)" }]);
    await port.undo();
    expect(sheet.cell(1, 1)).toMatchObject({ value: "=SOM(A1)", quoted: true });
    expect(sheet.cell(1, 1).formula).toBeUndefined();
  });
});

describe("many marks", () => {
  const text =
    "PA-201 Totaal klopt niet: sociale huur + middeldure huur + vrije huur + koop is 120, maar in Totaal staat 121. Verbeter het totaal of de verdeling.";
  const most = (from: number): number =>
    Math.max(...office.host.requests.slice(from).flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut]));

  // Excel: refuses more than 5 MB on the web.
  it("are sent in requests small enough for Excel on the web, with one rule per severity, and can all be removed", async () => {
    const sheet = model.addSheet("Labels");
    sheet.cell(4_500, 3).value = 1;
    const marks = Array.from({ length: 4_000 }, (_, i) => ({
      sheet: "Labels",
      cell: `C${i + 2}`,
      severity: i % 2 ? ("error" as const) : ("warning" as const),
      text,
    }));
    await port.mark(marks);
    expect(model.comments).toHaveLength(4_000);
    // 2,000 per severity, at most 300 cells per rule.
    expect(model.formats.length).toBeLessThanOrEqual(16);
    expect(most(0)).toBeLessThan(2_000_000);
    const before = office.host.requests.length;
    expect(await port.clearMarks()).toBe(4_000);
    expect([model.formats, model.comments]).toEqual([[], []]);
    expect(most(before)).toBeLessThan(2_000_000);
  });

  it("under one rule can be replaced one by one: the others stay", async () => {
    const sheet = lettings();
    const mark = (cell: string, severity: "error" | "warning") => ({ sheet: sheet.name, cell, severity, text });
    await port.mark([mark("D2", "error"), mark("D3", "error"), mark("D4", "error")]);
    await port.mark([mark("D3", "warning")]);
    const marked = model.formats.flatMap(({ area, also = [], formula }) =>
      [area, ...also].map(({ row }) => [row, formula] as const),
    );
    expect(marked.toSorted(([a], [b]) => a - b)).toEqual([
      [1, `=${markFormula("error")}`],
      [2, `=${markFormula("warning")}`],
      [3, `=${markFormula("error")}`],
    ]);
    expect(model.comments).toHaveLength(3);
  });

  // Excel: says that a request was too large, not that the workbook is.
  it("a request that is too large is reported as a problem with writing, not with the workbook", async () => {
    const sheet = lettings();
    const long = "x".repeat(6_000_000);
    const refused = port.change([{ sheet: sheet.name, cell: "B2", value: long }]);
    await expect(refused).rejects.toMatchObject({
      code: "TOO_LARGE",
      sentence: { nl: expect.stringContaining("schrijven") as string },
    });
  });

  it("thousands of changes and broken formulas are sent in batches", async () => {
    const sheet = model.addSheet("Veel");
    for (let row = 0; row < 5_000; row++) sheet.cell(row, 0).value = "x";
    await port.change(
      Array.from({ length: 5_000 }, (_, i) => ({ sheet: "Veel", cell: `A${i + 1}`, value: i, expected: "x" })),
    );
    expect(sheet.cell(4_999, 0).value).toBe(4_999);
    for (let row = 0; row < 8_000; row++)
      Object.assign(sheet.cell(row, 2), {
        value: "#NAME?",
        formula: `=_xldudf_PA_SOCIALSHARE(D${row + 1},E${row + 1})`,
      });
    expect((await repairFormulas()).cells).toBe(8_000);
    expect(sheet.cell(7_999, 2).formula).toBe("=PA.SOCIALSHARE(D8000,E8000)");
    expect(most(0)).toBeLessThan(2_000_000);
  });
});

describe("hidden and protected sheets", () => {
  // Excel: activates no hidden sheet.
  it("a cell on a hidden sheet: the error says how to show it", async () => {
    const sheet = lettings();
    sheet.visibility = "Hidden";
    expect(await code(port.select({ sheet: sheet.name, cell: "A1" }))).toBe("HIDDEN_SHEET");
  });

  // Excel: lets areas of a protected sheet free.
  it("an editable range on a protected sheet can be changed", async () => {
    const sheet = lettings();
    sheet.isProtected = true;
    sheet.editRanges.push("D2:D4");
    const put = (cell: string, value: Value): Promise<void> => port.change([{ sheet: sheet.name, cell, value }]);
    await put("D2", 6);
    expect(sheet.cell(1, 3).value).toBe(6);
    expect(await code(put("A2", "2026-Q2"))).toBe("PROTECTED_SHEET");
  });
});
