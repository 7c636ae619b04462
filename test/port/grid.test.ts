import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { read, validate } from "@prestatieafspraken/quarterly";
import { cellName, parseCell, makeTemplate, openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { GridWorkbook } from "../../addin/workbench/grid-workbook.js";
import type { Deed } from "../../addin/workbench/loaded.js";
import { structuralLint } from "../../packages/xlsx/test/structural-lint.js";
import { bookOf, bookParts, fileOf, row, tableText } from "../workbooks/book.js";
import { storedAnswers } from "../../addin/workbench/stored-answers.js";
import { richWorkbook } from "../workbooks/rich.js";
import { contractWorkbook } from "./contract-workbook.js";
import { portContract } from "./contract.js";

const day = "2026-10-15";
const open = (bytes: Uint8Array, deeds: readonly Deed[] = []): Promise<GridWorkbook> =>
  GridWorkbook.open(bytes, { agreements, language: "nl", day }, deeds);
portContract("grid of the workbench", { open });

/** With the live functions of its dashboard. */
const live = await makeTemplate({
  agreement: agreement("oegstgeest-2025-2028")!,
  agreements,
  language: "nl",
  sample: "with-errors",
});
const sample = storedAnswers(live);
/** Parts whose content differs between two files. */
function differingParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [openXlsx(before).parts, openXlsx(after).parts];
  const names = new Set([...a.names(), ...b.names()]);
  return [...names].filter((name) => !a.has(name) || !b.has(name) || a.text(name) !== b.text(name));
}

describe("a file opened in the grid", () => {
  it("gives the same findings as the file itself", async () => {
    const bytes = live;
    const findings = async (workbook: Parameters<typeof read>[0]): Promise<string[]> =>
      validate(await read(workbook, { agreements }), { day }).map(
        ({ rule, sheet, cell, row }) => `${rule} ${sheet}!${cell ?? row}`,
      );
    expect(await findings(await open(bytes))).toEqual(await findings(openXlsx(bytes)));
  });

  it("has the sheets that its list leaves out told, as the file itself", async () => {
    const { "xl/workbook.xml": list, ...parts } = bookParts({
      sheets: ["Blad1", "Toewijzingen"].map((name) => ({ name, xml: row(1, ["Kwartaal"]) + row(2, ["2026-Q3"]) })),
    });
    const short = String(list).replace(/<sheet name="Toewijzingen"[^>]*>/, "");
    const ret = await read(await open(fileOf({ ...parts, "xl/workbook.xml": short })), { agreements });
    expect(validate(ret, { day }).filter(({ rule }) => rule === "PA-156")).toHaveLength(1);
  });

  it("is byte-identical if nothing was outdated or changed", async () => {
    const saved = await (await open(live)).save();
    expect(Buffer.compare(await (await open(saved)).save(), saved)).toBe(0);
  });

  it("differs only in the sheet that was changed", async () => {
    const bytes = contractWorkbook();
    const workbook = await open(bytes);
    await workbook.change([{ sheet: "Voorraad", cell: "B2", value: 1841 }]);
    expect(differingParts(bytes, await workbook.save())).toEqual(["xl/worksheets/sheet2.xml"]);
  });

  it("stores PA formulas in Excel's form, with their cached value", async () => {
    const workbook = await open(sample);
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=PA.SOCIALSHARE(55,660)" }]);
    const saved = openXlsx(await workbook.save());
    const entry = saved.worksheets().find(({ name }) => name === "Dashboard")!;
    const { cells } = saved.sheet(entry);
    expect(cells.storedFormula(30, 8)?.text).toBe("_xldudf_PA_SOCIALSHARE(55,660)");
    expect(cells.value(30, 8)).toBeCloseTo(55 / 660, 12);
  });

  it("answers live functions from the current tables after a change, and can undo the change", async () => {
    const workbook = await open(sample);
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=PA.SOCIALSHARE()" }]);
    const share = (): unknown => workbook.sheets.value("Dashboard", "H30");
    const before = share();
    const stock = (await workbook.tables()).find(({ name }) => name === "PA_Voorraad")!;
    const at = (name: string): number => stock.headers.indexOf(name);
    const row = stock.rows.findIndex((r) => r[at("Segment")] === "totaal" && r[at("Kwartaal")] === "2026-Q3");
    // One of the mistakes in the sample: the closing stock is the text 11.018.
    const total = 11_018;
    // Changes opening and closing stock together, because rows that do not add up are not counted.
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

  it("refuses at once what saving could not keep", async () => {
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

  it("extends a table over rows typed below it, in the file too", async () => {
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

describe("values typed in the grid, in the file", () => {
  /** Types in a cell like a user: the engine decides the type. */
  const type = (workbook: GridWorkbook, sheet: string, cell: string, content: string): boolean =>
    workbook.model.dispatch("UPDATE_CELL", { ...workbook.sheets.position(sheet, cell)!, content }).isSuccessful;
  const refusals = (workbook: GridWorkbook): string[] => {
    const codes: string[] = [];
    workbook.onRefused = ({ code }) => void codes.push(code);
    return codes;
  };
  const cellsOf = (file: XlsxWorkbook, sheet: string) =>
    file.sheet(
      file.worksheets().find(({ name }) => name === sheet)!,
      true,
    ).cells;
  const saved = async (workbook: GridWorkbook): Promise<XlsxWorkbook> => {
    const bytes = await workbook.save();
    expect(structuralLint(bytes)).toEqual([]);
    return openXlsx(bytes);
  };

  it("keeps a date typed in an unformatted cell a date, with one style for all; a plain number stays a number", async () => {
    const bytes = contractWorkbook();
    const workbook = await open(bytes);
    type(workbook, "Toewijzingen", "D3", "Datum");
    type(workbook, "Toewijzingen", "D4", "30-9-2026");
    type(workbook, "Toewijzingen", "D5", "1-10-2026");
    type(workbook, "Toewijzingen", "C6", "46295");
    type(workbook, "Toewijzingen", "E4", "25%");
    const file = await saved(workbook);
    const block = (await file.tables()).find(({ sheet }) => sheet === "Toewijzingen")!;
    // 30-9-2026 is 46295 days after 30-12-1899.
    expect([block.rows[0]![3], block.isDate!(0, 3), block.rows[1]![3], block.isDate!(1, 3)]).toEqual([
      46295,
      true,
      46296,
      true,
    ]);
    const cells = cellsOf(file, "Toewijzingen");
    expect([cells.value(6, 3), cells.isDate(6, 3)]).toEqual([46295, false]);
    expect(file.styles.of(cells.styleId(4, 5)).format).toBe("0%");
    expect(file.styles.list.length - openXlsx(bytes).styles.list.length).toBe(2);
    expect(differingParts(bytes, file.bytes())).toEqual(["xl/worksheets/sheet3.xml", "xl/styles.xml"]);
  });

  it("gives cells that share a formula their own when the first one is overwritten", async () => {
    const workbook = await open(richWorkbook());
    // B1:B3 share A1*$A$3: 10, 20, 30 times 30.
    expect(type(workbook, "Verborgen", "B1", "7")).toBe(true);
    const cells = cellsOf(await saved(workbook), "Verborgen");
    expect([1, 2, 3].map((row) => cells.value(row, 2))).toEqual([7, 600, 900]);
    expect([1, 2, 3].map((row) => cells.storedFormula(row, 2)?.text)).toEqual([undefined, "A2*$A$3", "A3*$A$3"]);
  });

  it("removes an array as a whole from its own cell, and says why its other cells cannot be overwritten", async () => {
    const workbook = await open(richWorkbook());
    const codes = refusals(workbook);
    expect(type(workbook, "Verborgen", "C2", "5")).toBe(false);
    expect(codes).toEqual(["SHARED_FORMULA"]);
    expect(type(workbook, "Verborgen", "C1", "5")).toBe(true);
    expect(type(workbook, "Verborgen", "C3", "6")).toBe(true);
    const cells = cellsOf(await saved(workbook), "Verborgen");
    expect([1, 2, 3].map((row) => cells.value(row, 3))).toEqual([5, null, 6]);
    expect(cells.arrays).toEqual([]);
  });

  it("updates the values of an array, and its size", async () => {
    const workbook = await open(richWorkbook());
    type(workbook, "Verborgen", "A1", "99");
    const cells = cellsOf(await saved(workbook), "Verborgen");
    expect([1, 2, 3].map((row) => cells.value(row, 3))).toEqual([20, 30, 99]);
    expect(cells.arrays).toEqual([{ row: 1, column: 3, area: "C1:C3" }]);
  });

  it("refuses to change headers, covered cells and locked cells, and says so", async () => {
    const workbook = await open(richWorkbook());
    const codes = refusals(workbook);
    const empty = (sheet: string, range: [number, number, number, number]): void => {
      const [left, top, right, bottom] = range;
      const { sheetId } = workbook.sheets.position(sheet, "A1")!;
      workbook.model.dispatch("DELETE_CONTENT", { sheetId, target: [{ left, top, right, bottom }] });
    };
    type(workbook, "Nieuwbouw", "D4", "Sociaal");
    empty("Nieuwbouw", [0, 3, 7, 6]);
    type(workbook, "Nieuwbouw", "B1", "x");
    type(workbook, "Beveiligd", "A2", "x");
    empty("Beveiligd", [0, 0, 1, 1]);
    expect(codes).toEqual(["TABLE_HEADER", "TABLE_HEADER", "MERGED_CELL", "PROTECTED_SHEET", "PROTECTED_SHEET"]);
    expect(Buffer.compare(await workbook.save(), await (await open(richWorkbook())).save())).toBe(0);
  });

  it("widens a table when the user types to its right; the new column gets a unique name", async () => {
    const workbook = await open(contractWorkbook());
    type(workbook, "Voorraad", "C1", "Kwartaal");
    type(workbook, "Voorraad", "D2", "5");
    const file = await saved(workbook);
    const stock = (await file.tables()).find(({ name }) => name === "PA_Voorraad")!;
    expect([stock.headers, stock.rows]).toEqual([
      ["Kwartaal", "Eindstand", "Kwartaal2", "Kolom1"],
      [["2026-Q3", 1840, null, 5]],
    ]);
  });

  it("includes a row typed below a table in a formula about that table, in the grid and in the file", async () => {
    const sum = { xml: "<c><f>SUM(PA_Voorraad[Eindstand])</f><v>1840</v></c>" };
    const workbook = await open(
      bookOf({
        sheets: [
          {
            name: "Voorraad",
            xml: `${row(1, ["Kwartaal", "Eindstand", null, sum])}${row(2, ["2026-Q3", 1840])}`,
            tables: [tableText(1, "PA_Voorraad", "A1:B2", ["Kwartaal", "Eindstand"])],
          },
        ],
      }),
    );
    type(workbook, "Voorraad", "A3", "2026-Q4");
    type(workbook, "Voorraad", "B3", "10");
    expect(workbook.sheets.value("Voorraad", "D1")).toBe(1850);
    const cells = cellsOf(await saved(workbook), "Voorraad");
    expect([cells.value(1, 4), cells.storedFormula(1, 4)?.text]).toEqual([1850, "SUM(PA_Voorraad[Eindstand])"]);
    // Also after the row was taken back and typed again.
    while (workbook.sheets.value("Voorraad", "A3") !== null) workbook.model.dispatch("REQUEST_UNDO");
    expect(workbook.sheets.value("Voorraad", "D1")).toBe(1840);
    type(workbook, "Voorraad", "B3", "25");
    expect(workbook.sheets.value("Voorraad", "D1")).toBe(1865);
  });

  it("keeps a formula that replaced one about a table as it is when the table grows, also after the work was restored", async () => {
    const headers = ["Kwartaal", "Eindstand"];
    const sum = { xml: "<c><f>SUM(PA_Voorraad[Eindstand])</f><v>1840</v></c>" };
    const file = bookOf({
      sheets: [
        {
          name: "Voorraad",
          xml: row(1, [...headers, null, sum, sum]) + row(2, ["2026-Q3", 1840]),
          tables: [tableText(1, "PA_Voorraad", "A1:B2", headers)],
        },
      ],
    });
    const workbook = await open(file);
    const deeds: Deed[] = [];
    workbook.onDeed = (deed) => void deeds.push(deed);
    await workbook.change([{ sheet: "Voorraad", cell: "D1", value: null, formula: "=1+1" }]);
    const again = await open(file, JSON.parse(JSON.stringify(deeds)) as Deed[]);
    const [stock] = await again.tables();
    await again.appendRows(stock!, [["2026-Q4", 10]]);
    expect(["D1", "E1"].map((cell) => again.sheets.value("Voorraad", cell))).toEqual([2, 1850]);
  });

  it.each(["=PA.REPORT()", "=PA.ISSUES()"])(
    "%s spills; the file has it as a dynamic array with all its values",
    async (formula) => {
      const workbook = await open(sample);
      await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula }]);
      const at = workbook.sheets.position("Dashboard", "H30")!;
      const zone = workbook.model.getters.getSpreadZone(at)!;
      // At least ten lines: the sample has ten mistakes, and the agreement has more indicators.
      expect(zone.bottom - zone.top).toBeGreaterThanOrEqual(10);
      const cells = cellsOf(await saved(workbook), "Dashboard");
      expect(cells.storedFormula(30, 8)).toMatchObject({
        kind: "array",
        text: `_xldudf_${formula.slice(1).replace(".", "_")}`,
      });
      for (let row = zone.top; row <= zone.bottom; row++)
        for (let col = zone.left; col <= zone.right; col++)
          expect(cells.value(row + 1, col + 1)).toEqual(workbook.sheets.value("Dashboard", cellName(row + 1, col + 1)));
      const again = await open(await workbook.save());
      expect(Buffer.compare(await again.save(), await workbook.save())).toBe(0);
      type(again, "Dashboard", "H30", "");
      expect(cellsOf(await saved(again), "Dashboard").value(32, 9)).toBeNull();
    },
  );

  it("inserts a template's sheets with tables, formulas, styles and choice lists, which survive saving", async () => {
    const plain = bookOf({ sheets: [{ name: "Voorraad", xml: row(1, ["iets anders"]) }] });
    const workbook = await open(plain);
    const names = await workbook.insertSheets(live);
    expect(names).toContain("Voorraad (2)");
    const tables = async (of: Pick<GridWorkbook, "tables">) =>
      (await of.tables()).flatMap(({ name, rows }) => (name === null ? [] : [[name, rows.length]]));
    const wanted = await tables(openXlsx(live));
    expect(await tables(workbook)).toEqual(wanted);
    const asked = workbook.sheets.grid.formulas.find(({ stored }) => stored.includes("_xldudf_PA_SOCIALSHARE()"))!;
    // 1,767 of 11,018 homes, as in the sample.
    expect(workbook.sheets.value(asked.sheet, asked.cell)).toBeCloseTo(1767 / 11_018, 10);
    const { row: liveRow, column } = parseCell(asked.cell)!;
    const file = await saved(workbook);
    expect(await tables(file)).toEqual(wanted);
    expect(cellsOf(file, asked.sheet).storedFormula(liveRow, column)?.text).toBe(asked.stored);
    expect(file.parts.text(file.worksheets().find(({ name }) => name === "Voorraad (2)")!.part)).toContain(
      "<dataValidation ",
    );
    const [mine, theirs] = [file, openXlsx(live)].map((one) =>
      one.styles.of(cellsOf(one, "Dashboard").styleId(liveRow, column)),
    );
    expect(mine).toEqual(theirs);
    await expect(workbook.insertSheets(live)).rejects.toMatchObject({ code: "TABLE_TAKEN" });
  });
});
