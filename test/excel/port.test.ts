/**
 * The Excel adapter of the port: our code on Microsoft's own Excel object model, connected to an emulated Excel over
 * its native bridge.
 */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkbookError, WorkbookEvent } from "@prestatieafspraken/quarterly";
import { markFormula } from "@prestatieafspraken/xlsx";
import { ExcelWorkbook, freeName } from "../../addin/excel/excel-workbook.js";
import { repairFormulas } from "../../addin/excel/repair-formulas.js";
import { patience } from "../patience.mjs";
import { excelHere } from "./excel-here.js";
import { excel2021, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import type { ModelSheet, ModelWorkbook } from "./sheet-model.js";

let office: OfficeWindow;
let model: ModelWorkbook;
let port: ExcelWorkbook;

const excel = excelHere();

function open(version?: OfficeVersion): void {
  office = excel(version);
  model = office.host.workbook;
  port = new ExcelWorkbook();
}
beforeEach(() => open());

const newbuild = [
  ["Kwartaal", "Projectnaam", "Sociale huur", "Oplevering gepland"],
  ["2026-Q3", "Centrumplan", 12, 46_000],
  ["2026-Q3", "De Voscuyl", null, null],
] as const;
const tableAt = (at: string): ModelSheet => {
  const sheet = model.addSheet("Onze nieuwbouw");
  model.addTable(sheet, "PA_Nieuwbouw", newbuild, at);
  return sheet;
};
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no refusal",
    (error: WorkbookError) => error.code,
  );

describe("reading", () => {
  it("reads a table at any position, with blanks as null, errors as errors, and dates and formulas recognised", async () => {
    const sheet = tableAt("C5");
    sheet.cell(5, 5).numberFormat = "dd-mm-yyyy";
    Object.assign(sheet.cell(6, 4), { value: "#N/A", formula: "=NA()" });
    sheet.hiddenRows.add(6);
    const [table] = await port.tables();
    expect(table).toMatchObject({ name: "PA_Nieuwbouw", sheet: "Onze nieuwbouw", headerRow: 5, firstColumn: 3 });
    expect(table!.headers).toEqual(newbuild[0]);
    expect(table!.rows).toEqual([
      ["2026-Q3", "Centrumplan", 12, 46_000],
      ["2026-Q3", "De Voscuyl", { error: "#N/A" }, null],
    ]);
    expect([table!.isDate!(0, 3), table!.isDate!(0, 2), table!.isDate!(1, 3)]).toEqual([true, false, false]);
    expect([table!.formula!(1, 2), table!.formula!(0, 2)]).toEqual(["=NA()", null]);
    expect(table!.hiddenRows).toEqual([1]);
  });

  it("finds blocks that look like a table, with or without an Excel table on the sheet", async () => {
    const plain = model.addSheet("Voorraad '26");
    model.fill(plain, [
      ["Voorraad 2026"],
      [],
      ["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand"],
      ["2026-Q3", "WYwonen", "sociaal", 1840, 1840],
      ["2026-Q3", "Portaal", "sociaal", 0, 0],
    ]);
    plain.merged.push("A3:B3");
    tableAt("A1");
    const tables = await port.tables();
    expect(tables.map(({ name, sheet, headerRow, rows }) => [name, sheet, headerRow, rows.length])).toEqual([
      [null, "Voorraad '26", 3, 2],
      ["PA_Nieuwbouw", "Onze nieuwbouw", 1, 2],
    ]);
    expect(tables[0]!.merged).toEqual(["A3:B3"]);
    expect(await port.sheetNames()).toEqual(["Voorraad '26", "Onze nieuwbouw"]);
  });

  it("stays far below Excel's 5 MB per request with 20,000 rows", async () => {
    const row = (i: number): (string | number)[] => [
      `2026-Q${1 + (i % 4)}`,
      `WYwonen ${"x".repeat(30)}`,
      "sociaal",
      "A",
      i,
    ];
    model.addTable(model.addSheet("Labels"), "PA_Labels", [
      ["Kwartaal", "Verhuurder", "Segment", "Label", "Aantal"],
      ...Array.from({ length: 20_000 }, (_, i) => row(i)),
    ]);
    const [table] = await port.tables();
    expect(table!.rows).toHaveLength(20_000);
    expect(table!.rows[19_999]).toEqual(row(19_999));
    expect(Math.max(...office.host.requests.map(({ bytesOut }) => bytesOut))).toBeLessThan(5_000_000);
    expect(office.host.requests.length).toBeLessThan(15);
  });

  it("copes with a sheet that has one value far away", async () => {
    tableAt("A1").cell(1_000_000, 5_000).value = "verdwaald";
    expect((await port.tables()).map(({ name, rows }) => [name, rows.length])).toEqual([["PA_Nieuwbouw", 2]]);
  });

  it("reports that the user is editing a cell", async () => {
    office.host.editing = true;
    expect(await code(port.tables())).toBe("CELL_EDITING");
  });
});

describe("changing", () => {
  it("stores every value as intended, even if Excel would convert it", async () => {
    const sheet = tableAt("A1");
    sheet.cell(2, 2).numberFormat = "@";
    const texts = ["0363010012345678", "1-2-2026", "=1+1", "waar", "'s-Gravenhage", "2026-Q3", "WYwonen", "30%"];
    await port.change([
      { sheet: sheet.name, cell: "C3", value: 14 },
      ...texts.map((value, i) => ({ sheet: sheet.name, cell: `H${i + 1}`, value })),
    ]);
    expect(sheet.cell(2, 2)).toMatchObject({ value: 14, numberFormat: "General" });
    expect(texts.map((_, i) => sheet.cell(i, 7).value)).toEqual(texts);
  });

  it("is one step of Excel's own undo list, where Excel has that", async () => {
    const sheet = tableAt("A1");
    const run = vi.spyOn(Excel, "run");
    const asked = () => run.mock.calls.at(-1)![0] as unknown as Excel.RunOptions;
    await port.change([{ sheet: sheet.name, cell: "C3", value: 14 }]);
    expect(asked()).toMatchObject({ mergeUndoGroup: true });
    run.mockRestore();
    open(excel2021);
    const older = tableAt("A1");
    const before = vi.spyOn(Excel, "run");
    await port.change([{ sheet: older.name, cell: "C3", value: 14 }]);
    expect(before.mock.calls.at(-1)![0]).not.toHaveProperty("mergeUndoGroup");
  });

  it("writes formulas, and clears cells", async () => {
    const sheet = tableAt("A1");
    await port.change([
      { sheet: sheet.name, cell: "C2", value: null, formula: "=PA.SOCIALSHARE()" },
      { sheet: sheet.name, cell: "D2", value: null },
    ]);
    expect(sheet.cell(1, 2).formula).toBe("=PA.SOCIALSHARE()");
    expect(sheet.cell(1, 3).value).toBe("");
  });

  it("changes nothing if one cell does not hold the expected value", async () => {
    const sheet = tableAt("A1");
    const changes = [
      { sheet: sheet.name, cell: "C2", value: 13, expected: 12 },
      { sheet: sheet.name, cell: "B2", value: "Centrum", expected: "Anders" },
    ];
    expect(await code(port.change(changes))).toBe("CHANGED_SINCE");
    expect(sheet.cell(1, 2).value).toBe(12);
    await port.change([changes[0]!, { sheet: sheet.name, cell: "C3", value: 1, expected: null }]);
    expect([sheet.cell(1, 2).value, sheet.cell(2, 2).value]).toEqual([13, 1]);
  });

  it("changes nothing on a protected sheet, except cells left unlocked", async () => {
    const sheet = tableAt("A1");
    sheet.isProtected = true;
    sheet.cell(1, 2).unlocked = true;
    const both = ["C2", "C3"].map((cell) => ({ sheet: sheet.name, cell, value: 99 }));
    expect(await code(port.change(both))).toBe("PROTECTED_SHEET");
    expect(sheet.cell(1, 2).value).toBe(12);
    await port.change([both[0]!]);
    expect(sheet.cell(1, 2).value).toBe(99);
    expect(await code(port.change([{ sheet: "Weg", cell: "A1", value: 1 }]))).toBe("NO_SHEET");
  });

  it("undoes its changes one by one, but not over a change by someone else", async () => {
    const sheet = tableAt("A1");
    const change = (value: number): Promise<void> => port.change([{ sheet: sheet.name, cell: "C2", value }]);
    await change(13);
    await change(14);
    expect(await port.undo()).toBe(true);
    expect(sheet.cell(1, 2).value).toBe(13);
    office.host.edit(sheet.name, 1, 2, 20, "Remote");
    expect(await code(port.undo())).toBe("CHANGED_SINCE");
    expect(sheet.cell(1, 2).value).toBe(20);
    expect(await new ExcelWorkbook().undo()).toBe(false);
  });
});

describe("marking", () => {
  const mark = (cell: string, severity: "error" | "warning" = "error", text = "Klopt niet.") => ({
    sheet: "Onze nieuwbouw",
    cell,
    severity,
    text,
  });

  it("is visible without colour, contains the message, and can be removed completely, also by another user", async () => {
    tableAt("A1");
    await port.mark([mark("C2"), mark("C3", "warning")]);
    await port.mark([mark("C2", "error", "Nog steeds niet.")]);
    expect(model.formats).toHaveLength(2);
    expect(
      model.formats.map(
        ({ layout }) => layout["Borders.Style"] ?? Object.keys(layout).some((key) => /Bold|Underline/.test(key)),
      ),
    ).toEqual([true, true]);
    expect(model.comments.map(({ content }) => content.split("\n")[1])).toEqual(["Klopt niet.", "Nog steeds niet."]);
    expect(await new ExcelWorkbook().clearMarks()).toBe(2);
    expect([model.formats, model.comments]).toEqual([[], []]);
    expect(await port.clearMarks()).toBe(0);
  });

  it("leaves other formats and notes alone", async () => {
    const sheet = tableAt("A1");
    const area = { row: 1, column: 2, rows: 1, columns: 1 };
    model.formats.push({
      id: "theirs",
      sheet,
      area,
      type: "Custom",
      formula: "=C2>10",
      layout: { "Fill.Color": "#00FF00" },
    });
    model.comments.push({ id: "note", sheet, row: 1, column: 2, content: "Vraag van Portaal" });
    await port.mark([mark("C2")]);
    expect(model.comments).toHaveLength(1);
    expect(await port.clearMarks()).toBe(1);
    expect(model.formats.map(({ id }) => id)).toEqual(["theirs"]);
    expect(model.comments.map(({ content }) => content)).toEqual(["Vraag van Portaal"]);
  });

  it("also removes marks and list by `pa check --mark`, but no user's sheet", async () => {
    const sheet = tableAt("A1");
    const area = { row: 1, column: 2, rows: 2, columns: 1 };
    const formula = `=${markFormula("error")}`;
    model.formats.push({ id: "file", sheet, area, type: "Custom", formula, layout: {} });
    const headers = ["Soort", "Blad", "Cel", "Melding"];
    const line = ["Fout", "Onze nieuwbouw", "C2", "Klopt niet."];
    model.fill(model.addSheet("PA_Controle"), [headers, line]);
    // Users' sheets: another list under that name, our list with an extra column, and with an extra line.
    model.fill(model.addSheet("PA_Controle (2)"), [["Onze eigen controle"]]);
    model.fill(model.addSheet("PA_Controle (3)"), [
      [...headers, "Wie"],
      [...line, "Ans"],
    ]);
    model.fill(model.addSheet("PA_Controle (4)"), [headers, line, ["Ook", "bellen", "met Portaal", "morgen"]]);
    expect(await port.clearMarks()).toBe(2);
    expect(await port.sheetNames()).toEqual([
      "Onze nieuwbouw",
      "PA_Controle (2)",
      "PA_Controle (3)",
      "PA_Controle (4)",
    ]);
  });

  it("marks nothing if a sheet is protected, and names the sheets that keep their marks", async () => {
    const sheet = tableAt("A1");
    model.addSheet("Vrij");
    await port.mark([mark("C2"), { ...mark("A1"), sheet: "Vrij" }]);
    sheet.isProtected = true;
    await expect(port.mark([mark("C3"), { ...mark("A2"), sheet: "Vrij" }])).rejects.toMatchObject({
      code: "PROTECTED_SHEET",
      sentence: { nl: expect.stringContaining("niet gemarkeerd: Onze nieuwbouw.") as string },
    });
    expect(model.formats).toHaveLength(2);
    await expect(port.clearMarks()).rejects.toMatchObject({
      code: "PROTECTED_SHEET",
      sentence: { nl: expect.stringContaining("nog markeringen: Onze nieuwbouw.") as string },
    });
    expect(model.formats.map((format) => format.sheet.name)).toEqual(["Onze nieuwbouw"]);
    sheet.isProtected = false;
    expect(await port.clearMarks()).toBe(1);
  });

  it("leaves the list if the workbook's structure is protected, and says so after the marks are removed", async () => {
    tableAt("A1");
    await port.mark([mark("C2")]);
    model.fill(model.addSheet("PA_Controle"), [["Soort", "Blad", "Cel", "Melding"]]);
    model.structureProtected = true;
    expect(await code(port.clearMarks())).toBe("PROTECTED_STRUCTURE");
    expect([model.formats, model.comments, model.sheets.length]).toEqual([[], [], 2]);
  });
});

describe("rows, sheets and settings", () => {
  it("adds rows below a table and extends it, in the format of the last row", async () => {
    const sheet = tableAt("B2");
    sheet.cell(3, 4).numberFormat = "d-m-yyyy";
    await port.appendRows({ name: "PA_Nieuwbouw", sheet: sheet.name, headerRow: 2, firstColumn: 2 }, [
      ["2026-Q4", "Nieuw", 3, 46_100],
    ]);
    expect(model.tables[0]!.rows).toBe(3);
    expect([sheet.cell(4, 1).value, sheet.cell(4, 3).value, sheet.cell(4, 4).numberFormat]).toEqual([
      "2026-Q4",
      3,
      "d-m-yyyy",
    ]);
  });

  it("fills the empty row of an empty table, and refuses rows that do not fit", async () => {
    const sheet = model.addSheet("Leeg");
    model.addTable(sheet, "PA_Overleg", [["Datum", "Soort"]]);
    const place = { name: "PA_Overleg", sheet: "Leeg", headerRow: 1, firstColumn: 1 };
    await port.appendRows(place, [[46_000, "Bestuurlijk"]]);
    expect([model.tables[0]!.rows, sheet.cell(1, 1).value]).toEqual([1, "Bestuurlijk"]);
    sheet.cell(2, 0).value = "Opmerking onder de tabel";
    expect(await code(port.appendRows(place, [[46_001, "Ambtelijk"]]))).toBe("BELOW_IN_USE");
    expect(await code(port.appendRows(place, [[1, 2, 3]]))).toBe("ROW_TOO_WIDE");
    expect(await code(port.appendRows({ ...place, name: "PA_Weg" }, [[1]]))).toBe("NO_TABLE");
    model.tables[0]!.showTotals = true;
    expect(await code(port.appendRows(place, [[1]]))).toBe("TOTALS_ROW");
    expect(sheet.cell(2, 0).value).toBe("Opmerking onder de tabel");
  });

  it("adds rows below a plain block", async () => {
    const sheet = model.addSheet("Los");
    model.fill(sheet, [
      ["Soort", "Aantal", "Ook"],
      ["a", 1],
      ["b", 2],
    ]);
    await port.appendRows({ name: null, sheet: "Los", headerRow: 1, firstColumn: 1 }, [["c", 3, null]]);
    expect([sheet.cell(3, 0).value, sheet.cell(3, 1).value]).toEqual(["c", 3]);
  });

  it("adds a sheet under a free name that Excel allows", async () => {
    model.addSheet("Rapport");
    expect(
      await port.addSheet("Rapport", [
        ["Indicator", "Waarde"],
        ["0363", 1],
      ]),
    ).toBe("Rapport (2)");
    expect(model.sheets[1]!.cell(1, 0).value).toBe("0363");
    expect(freeName("Stand: 2026/Q3 [concept] van alle partijen samen", [])).toBe("Stand  2026 Q3  concept  van al");
  });

  it("adds a sheet with titles above its headers, that nobody changes by accident", async () => {
    const rows = [["Vastgesteld: derde kwartaal 2026"], [], ["Indicator", "Waarde"], ["Aandeel", "16,0%"]];
    const look = { headerRow: 3, widths: [40, 12], isProtected: true };
    expect(await port.addSheet("Vastgesteld 2026-Q3", rows, look)).toBe("Vastgesteld 2026-Q3");
    const sheet = model.sheets.at(-1)!;
    expect([sheet.cell(2, 1).value, sheet.frozenRows, sheet.isProtected]).toEqual(["Waarde", 3, true]);
    const change = { sheet: "Vastgesteld 2026-Q3", cell: "B4", value: "17,0%" };
    expect(await code(port.change([change]))).toBe("PROTECTED_SHEET");
  });

  it("inserts the sheets of a file at the end, if Excel supports it", async () => {
    expect(await port.insertSheets(new Uint8Array([80, 75, 3, 4]))).toEqual(["Ingevoegd"]);
    expect(model.inserted).toEqual([Buffer.from([80, 75, 3, 4]).toString("base64")]);
    open({ ...excel2021, excelApi: "1.12" });
    expect(await code(port.insertSheets(new Uint8Array([1])))).toBe("NOT_SUPPORTED");
  });

  it("refuses with a sentence if the workbook's structure is protected", async () => {
    model.structureProtected = true;
    expect(await code(port.addSheet("Rapport", []))).toBe("PROTECTED_SHEET");
  });

  it("stores settings in one custom XML part that all our tools read, and removes it with the last setting", async () => {
    expect(await port.getSetting("accepted")).toBeNull();
    await port.setSetting("accepted", '{"PA-203": "<& \\" é>"}');
    await port.setSetting("mapping", "{}");
    expect(model.xmlParts).toHaveLength(1);
    expect(model.xmlParts[0]!.xml).toContain('xmlns="urn:prestatieafspraken:instellingen:1"');
    expect(await new ExcelWorkbook().getSetting("accepted")).toBe('{"PA-203": "<& \\" é>"}');
    await port.setSetting("accepted", null);
    await port.setSetting("mapping", null);
    expect(model.xmlParts).toEqual([]);
  });

  it("selects a cell and reports the selection; draws a chart", async () => {
    const sheet = tableAt("A1");
    await port.select({ sheet: sheet.name, cell: "D7" });
    expect(model.selected).toEqual({ sheet: sheet.name, row: 6, column: 3 });
    expect(await port.selection()).toEqual({ sheet: sheet.name, cell: "D7" });
    await port.insertChart(sheet.name, "B1:C3", "Sociale huur");
    expect(model.charts).toEqual([
      { sheet: sheet.name, range: "LineMarkers 'Onze nieuwbouw'!B1:C3", title: "Sociale huur" },
    ]);
  });

  // Excel: forgets the undo list when a sheet is deleted.
  it("reports what this Excel supports", () => {
    expect(port.capabilities).toEqual({
      charts: true,
      startup: true,
      undo: "native",
      sheetsEndUndo: true,
      savesNoFiles: false,
    });
  });
});

describe("following changes", () => {
  const listening = async (): Promise<WorkbookEvent[]> => {
    const events: WorkbookEvent[] = [];
    stop = port.subscribe((event) => void events.push(event));
    await vi.waitFor(() => expect(office.host.registered.size).toBeGreaterThan(5), patience);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return events;
  };
  let stop: () => void;

  it("reports edits by anyone, calculation and deleted tables, until unsubscribed", async () => {
    const sheet = tableAt("A1");
    Object.assign(sheet.cell(2, 2), { formula: "=C2", value: 12 });
    await port.tables();
    const events = await listening();
    office.host.edit(sheet.name, 1, 2, 20);
    await vi.waitFor(
      () => expect(events).toContainEqual({ kind: "cells", sheet: sheet.name, source: "local" }),
      patience,
    );
    office.host.edit(sheet.name, 1, 2, 21, "Remote");
    await vi.waitFor(
      () => expect(events).toContainEqual({ kind: "cells", sheet: sheet.name, source: "remote" }),
      patience,
    );
    const before = events.length;
    office.host.calculated(sheet);
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(before), patience);
    office.host.tableDeleted("PA_Nieuwbouw");
    await vi.waitFor(() => expect(events).toContainEqual({ kind: "structure" }), patience);
    stop();
    await vi.waitFor(() => expect(office.host.registered.size).toBe(0), patience);
    const last = events.length;
    office.host.edit(sheet.name, 1, 2, 22);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(events).toHaveLength(last);
  });

  it("starts listening once the user has finished editing", async () => {
    const sheet = tableAt("A1");
    office.host.editing = true;
    const events: WorkbookEvent[] = [];
    stop = port.subscribe((event) => void events.push(event));
    await new Promise((resolve) => setTimeout(resolve, 30));
    office.host.editing = false;
    await vi.waitFor(() => expect(office.host.registered.size).toBeGreaterThan(5), patience);
    await new Promise((resolve) => setTimeout(resolve, 20));
    office.host.edit(sheet.name, 1, 2, 20);
    await vi.waitFor(() => expect(events).not.toEqual([]), patience);
    stop();
  });
});

describe("Herstel PA-formules", () => {
  it("re-enters broken PA formulas and changes nothing else", async () => {
    const sheet = model.addSheet("Overzicht");
    const stuck = {
      A1: "=_xldudf_PA_SOCIALSHARE()",
      A2: '=1+[2]!_xldudf_PA_NORM("SOCIALSHARE")',
      A3: "=PA.REPORT()",
    };
    for (const [i, formula] of Object.values(stuck).entries())
      Object.assign(sheet.cell(i, 0), { formula, value: "#NAME?" });
    const sound = [
      { formula: "=PA.SOCIALSHARE(55,660)", value: 0.08 },
      { formula: "=NAAMFOUT()", value: "#NAME?" },
      { value: "PA.SOCIALSHARE" },
    ];
    for (const [i, cell] of sound.entries()) Object.assign(sheet.cell(i, 1), cell);
    model.evaluate = () => 0.16;
    const locked = model.addSheet("Vast");
    Object.assign(locked.cell(0, 0), { formula: "=_xldudf_PA_ISSUES()", value: "#NAME?" });
    locked.isProtected = true;

    expect(await repairFormulas()).toEqual({ cells: 3, protectedSheets: ["Vast"] });
    expect([0, 1, 2].map((row) => sheet.cell(row, 0).formula)).toEqual([
      "=PA.SOCIALSHARE()",
      '=1+PA.NORM("SOCIALSHARE")',
      "=PA.REPORT()",
    ]);
    expect(sheet.cell(0, 0).value).toBe(0.16);
    expect(sound.map((_, i) => sheet.cell(i, 1))).toMatchObject(sound);
  });
});
