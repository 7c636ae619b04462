import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { applyFixes } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { storedAnswers } from "./stored-answers.js";
import { GridWorkbook } from "./grid-workbook.js";
import type { Deed } from "./loaded.js";

const sample = storedAnswers(
  await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language: "nl",
    sample: "with-errors",
  }),
);
const options = { agreements, language: "nl", day: "2026-10-15" } as const;

/** As stored in a browser: written as text and read back. */
const kept = (deeds: readonly Deed[]): Deed[] => JSON.parse(JSON.stringify(deeds)) as Deed[];

async function followed(file: Uint8Array = sample): Promise<{ workbook: GridWorkbook; deeds: Deed[] }> {
  const workbook = await GridWorkbook.open(file, options);
  const deeds: Deed[] = [];
  workbook.onDeed = (deed) => void deeds.push(deed);
  return { workbook, deeds };
}
/** Compared here, because a matcher would list every byte. */
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
/** For tests that change nothing. */
const untouched = await followed();

/** Two changes, of which the first was made before there was anyone to store it. */
const early = async (): Promise<Deed[]> => {
  const workbook = await GridWorkbook.open(sample, options);
  await workbook.change([{ sheet: "Voorraad", cell: "O5", value: "eerst" }]);
  const deeds: Deed[] = [];
  workbook.onDeed = (deed) => void deeds.push(deed);
  await workbook.change([{ sheet: "Voorraad", cell: "O6", value: "daarna" }]);
  return kept(deeds);
};
const two = await early();

describe("deeds stored and replayed on the same file", () => {
  it("give the same file, byte for byte: typed, pasted, undone, rows, a sheet, a setting, marks, live answers", async () => {
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
    await workbook.change([{ sheet: "Dashboard", cell: "H32", value: null, formula: "=PA.REPORT()" }]);
    await workbook.setSetting("proef", "ja");
    await workbook.mark([{ sheet: "Voorraad", cell: "M5", severity: "warning", text: "Kijk hier" }]);
    await workbook.refresh();

    const again = await GridWorkbook.open(sample, options, kept(deeds));
    expect(isSame(await again.save(), await workbook.save())).toBe(true);
    // A share, and the first line below the header of a report.
    for (const cell of ["H30", "H33"]) {
      expect(sheets.value("Dashboard", cell)).not.toBeNull();
      expect(again.sheets.value("Dashboard", cell)).toEqual(sheets.value("Dashboard", cell));
    }
    expect(await again.getSetting("proef")).toBe("ja");
    expect(again.marks).toEqual(workbook.marks);
  });

  it("can be continued: later deeds come after the replayed ones, and after those of before they were stored", async () => {
    const second = await GridWorkbook.open(sample, options, two);
    expect(["O5", "O6"].map((cell) => second.sheets.value("Voorraad", cell))).toEqual(["eerst", "daarna"]);
    const deeds: Deed[] = [...two];
    second.onDeed = (deed) => void deeds.push(deed);
    await second.change([{ sheet: "Voorraad", cell: "O7", value: "ten slotte" }]);
    const third = await GridWorkbook.open(sample, options, kept(deeds));
    expect(["O5", "O6", "O7"].map((cell) => third.sheets.value("Voorraad", cell))).toEqual([
      "eerst",
      "daarna",
      "ten slotte",
    ]);
  });

  it("are refused as a whole if one is missing, instead of giving back half of the work", async () => {
    await expect(GridWorkbook.open(sample, options, two.slice(1))).rejects.toThrow("do not follow each other");
  });

  it("are small for a small change: a typed cell is a short message", () => {
    expect(two).toHaveLength(2);
    // Only what was typed and the engine's message, not the file of tens of thousands of bytes.
    for (const deed of two) expect(JSON.stringify(deed).length).toBeLessThan(1_000);
  });
});

describe("styles changed in the grid, in the file", () => {
  const zone = (left: number, top: number, right = left, bottom = top) => [{ left, top, right, bottom }];
  const looksIn = (bytes: Uint8Array, sheet: string, row: number, column: number) => {
    const file = openXlsx(bytes);
    const entry = file.worksheets().find(({ name }) => name === sheet)!;
    return file.styles.of(file.sheet(entry, true).cells.styleId(row, column));
  };

  it("are bold, a colour, a number format: of cells with values, with formulas and empty ones; undone they leave no trace", async () => {
    const { workbook, deeds } = await followed();
    const before = await workbook.save();
    const { sheetId } = workbook.sheets.position("Voorraad", "A1")!;
    const dress = (payload: object) =>
      workbook.model.dispatch("SET_FORMATTING", { sheetId, target: zone(3, 5, 4, 6), ...payload }).isSuccessful;
    expect(dress({ style: { bold: true, fillColor: "#FFF2CC" }, format: "#,##0.0" })).toBe(true);
    const saved = await workbook.save();
    expect(looksIn(saved, "Voorraad", 6, 4)).toMatchObject({ bold: true, fillColor: "#FFF2CC", format: "#,##0.0" });
    expect(looksIn(saved, "Voorraad", 5, 4)).toMatchObject({ bold: false });
    // The values in those cells are unchanged.
    const values = async (bytes: Uint8Array) => (await openXlsx(bytes).tables()).map(({ rows }) => rows);
    expect(await values(saved)).toEqual(await values(before));
    expect(isSame(await (await GridWorkbook.open(sample, options, kept(deeds))).save(), saved)).toBe(true);
    workbook.model.dispatch("REQUEST_UNDO");
    expect(isSame(await workbook.save(), before)).toBe(true);
  });

  it("are refused if the file would not get them: underlining, borders", async () => {
    const { workbook } = untouched;
    const { sheetId } = workbook.sheets.position("Voorraad", "A1")!;
    const target = zone(3, 5);
    expect(
      workbook.model.dispatch("SET_FORMATTING", { sheetId, target, style: { underline: true } }).isSuccessful,
    ).toBe(false);
  });

  it("include column widths and frozen rows and columns", async () => {
    const { workbook } = await followed();
    const { sheetId } = workbook.sheets.position("Voorraad", "A1")!;
    // 145 pixels are twenty characters of seven pixels, plus a margin of five.
    workbook.model.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension: "COL", elements: [2], size: 145 });
    workbook.model.dispatch("FREEZE_COLUMNS", { sheetId, quantity: 2 });
    const file = openXlsx(await workbook.save());
    const xml = file.parts.text(file.worksheets().find(({ name }) => name === "Voorraad")!.part);
    expect(xml).toMatch(/<col [^>]*min="3" max="3"[^>]*width="20"|<col [^>]*width="20"[^>]*min="3" max="3"/);
    expect(xml).toMatch(/<pane xSplit="2"/);
  });

  it("leave the frozen columns of the file alone where a narrow page does not show them", async () => {
    const paneOf = async (frozenColumns: boolean): Promise<[columns: number, inFile: string | undefined]> => {
      const workbook = await GridWorkbook.open(sample, { ...options, frozenColumns });
      const at = workbook.sheets.position("Nieuwbouw", "C5")!;
      await workbook.change([{ sheet: "Nieuwbouw", cell: "C5", value: "Andere naam" }]);
      const file = openXlsx(await workbook.save());
      const xml = file.parts.text(file.worksheets().find(({ name }) => name === "Nieuwbouw")!.part);
      return [workbook.model.getters.getPaneDivisions(at.sheetId).xSplit, /<pane [^>]*>/.exec(xml)?.[0]];
    };
    // Kwartaal, Project_id and Projectnaam, and the four rows down to the headers.
    const inFile = expect.stringMatching(/xSplit="3" ySplit="4"/) as string;
    expect([await paneOf(true), await paneOf(false)]).toEqual([
      [3, inFile],
      [0, inFile],
    ]);
  });
});

describe("rows of a table", () => {
  async function stock(workbook: GridWorkbook) {
    const table = (await workbook.tables()).find(({ name }) => name === "PA_Voorraad")!;
    return { ...table, sheetId: workbook.sheets.position(table.sheet, "A1")!.sheetId };
  }

  it("are deleted: rows below move up, in the file and in formulas that refer to them; undo takes one step", async () => {
    const { workbook, deeds } = await followed();
    const before = await stock(workbook);
    // The closing stock in the third row, and the sum of all closing stocks, from outside the table.
    const end = before.firstColumn + before.headers.indexOf("Eindstand");
    const third = cellName(before.headerRow + 3, end);
    const formula = `=${before.sheet}!${third}`;
    await workbook.change([{ sheet: "Dashboard", cell: "H40", value: null, formula }]);
    const value = workbook.sheets.value("Dashboard", "H40");
    await workbook.deleteRows(before.sheetId, before.headerRow + 1, before.headerRow + 1);
    const rows = [before.rows[0], ...before.rows.slice(2)];
    expect((await stock(workbook)).rows).toEqual(rows);
    expect(workbook.sheets.value("Dashboard", "H40")).toEqual(value);
    const saved = openXlsx(await workbook.save());
    expect((await saved.tables()).find(({ name }) => name === "PA_Voorraad")!.rows).toEqual(rows);
    expect((await GridWorkbook.open(sample, options, kept(deeds))).sheets.value("Dashboard", "H40")).toEqual(value);
    workbook.model.dispatch("REQUEST_UNDO");
    expect((await stock(workbook)).rows).toEqual(before.rows);
  });

  it("are inserted with the style of their neighbours, and the table grows with them", async () => {
    const { workbook } = await followed();
    const before = await stock(workbook);
    await workbook.insertRows(before.sheetId, before.headerRow + 2, 2);
    const empty = before.headers.map(() => null);
    const rows = [...before.rows.slice(0, 2), empty, empty, ...before.rows.slice(2)];
    expect((await stock(workbook)).rows).toEqual(rows);
    const saved = openXlsx(await workbook.save());
    expect((await saved.tables()).find(({ name }) => name === "PA_Voorraad")!.rows).toEqual(rows);
  });

  it("go with the fix that deletes them: no hole stays, and undo brings back what stood there", async () => {
    const { workbook } = await followed();
    const before = await stock(workbook);
    const cells = [2, 4].flatMap((down) =>
      before.headers.map((_, along) => {
        const cell = cellName(before.headerRow + 1 + down, before.firstColumn + along);
        const value = before.rows[down]![along] ?? null;
        return { sheet: before.sheet, cell, before: value, after: null };
      }),
    );
    const steps = [2, 4].map((_, i) => ({
      kind: "deleteRow" as const,
      place: before,
      row: before.headerRow + 1 + [2, 4][i]!,
      cells: cells.slice(i * before.headers.length, (i + 1) * before.headers.length),
    }));
    await applyFixes(workbook, [{ label: { nl: "", en: "" }, steps }]);
    expect((await stock(workbook)).rows).toEqual(before.rows.filter((_, row) => row !== 2 && row !== 4));
    expect(await workbook.undo()).toBe(true);
    expect((await stock(workbook)).rows).toEqual(before.rows);
  });

  it("stay away, without a hole, if the undo of that fix is refused because a cell changed since", async () => {
    const { workbook } = await followed();
    const before = await stock(workbook);
    const gone = [2, 4];
    const row = (down: number): number => before.headerRow + 1 + down;
    const note = { sheet: before.sheet, cell: cellName(row(0), before.firstColumn + before.headers.length - 1) };
    const steps = gone.map((down) => ({
      kind: "deleteRow" as const,
      place: before,
      row: row(down),
      cells: before.headers.map((_, along) => ({
        sheet: before.sheet,
        cell: cellName(row(down), before.firstColumn + along),
        before: before.rows[down]![along] ?? null,
        after: null,
      })),
    }));
    const set = { kind: "set" as const, cells: [{ ...note, before: null, after: "nagekeken" }] };
    await applyFixes(workbook, [{ label: { nl: "", en: "" }, steps: [set, ...steps] }]);
    const at = workbook.sheets.position(note.sheet, note.cell)!;
    workbook.model.dispatch("UPDATE_CELL", { ...at, content: "zelf getypt" });
    const after = (await stock(workbook)).rows;
    await expect(workbook.undo()).rejects.toMatchObject({ code: "CHANGED_SINCE" });
    expect((await stock(workbook)).rows).toEqual(after);
  });

  it("are refused with a sentence outside a table, and nothing changes", async () => {
    const { workbook, deeds } = untouched;
    const { sheetId } = await stock(workbook);
    await expect(workbook.deleteRows(sheetId, 400, 400)).rejects.toMatchObject({ code: "NO_TABLE" });
    expect(deeds).toEqual([]);
  });

  it("are shown on request when a filter hides them", async () => {
    const { workbook } = await followed();
    const { sheetId, sheet, headerRow, firstColumn } = await stock(workbook);
    const header = { sheetId, row: headerRow - 1, col: firstColumn - 1 };
    const value = { filterType: "values", hiddenValues: ["2026-Q2"] };
    const rows = (await stock(workbook)).rows.findIndex(([quarter]) => quarter === "2026-Q2");
    expect(workbook.model.dispatch("UPDATE_FILTER", { ...header, value }).isSuccessful).toBe(true);
    const at = { sheet, cell: cellName(headerRow + 1 + rows, firstColumn) };
    await expect(workbook.select(at)).rejects.toMatchObject({ code: "HIDDEN_ROW" });
    await workbook.reveal(at);
    expect(await workbook.selection()).toEqual(at);
  });
});

it("hands over the selected range with its values, for a formula that is being made", async () => {
  const { workbook } = untouched;
  const { sheet, headerRow, firstColumn, headers } = (await workbook.tables()).find(
    ({ name }) => name === "PA_Voorraad",
  )!;
  const cell = cellName(headerRow, firstColumn);
  await workbook.select({ sheet, cell });
  expect(await workbook.selectedRange()).toEqual({ sheet, range: cell, values: [[headers[0]]] });
});

describe("columns of a table", () => {
  const plans = async (book: { tables: GridWorkbook["tables"] }) =>
    (await book.tables()).find(({ name }) => name === "PA_Nieuwbouw")!;
  const opened = async () => {
    const { workbook } = await followed();
    const before = await plans(workbook);
    const { sheetId, col } = workbook.sheets.position(before.sheet, cellName(1, before.firstColumn))!;
    return { workbook, before, sheetId, first: col, end: col + before.headers.length };
  };

  it("are added at its end, with a name to type over, and saved as columns of the table", async () => {
    const { workbook, before, sheetId, end } = await opened();
    await workbook.insertColumns(sheetId, end, 2);
    expect((await plans(workbook)).headers).toEqual([...before.headers, "Kolom 1", "Kolom 2"]);
    const [header, cell] = [before.headerRow, before.headerRow + 1].map((row) => cellName(row, end + 1)) as [
      string,
      string,
    ];
    await workbook.change([
      { sheet: before.sheet, cell: header, value: "Wijk" },
      { sheet: before.sheet, cell, value: "Noord" },
    ]);
    const saved = await plans(openXlsx(await workbook.save()));
    expect(saved.headers).toEqual([...before.headers, "Wijk", "Kolom 2"]);
    expect(saved.rows[0]).toEqual([...before.rows[0]!, "Noord", null]);
    expect(saved.rows.map((row) => row.slice(0, before.headers.length))).toEqual(before.rows);
  });

  it("that were added are deleted again, and those after them move up; undo takes one step", async () => {
    const { workbook, before, sheetId, end } = await opened();
    await workbook.insertColumns(sheetId, end, 2);
    const two = await plans(workbook);
    await workbook.deleteColumns(sheetId, end, end);
    expect((await plans(workbook)).headers).toEqual([...before.headers, "Kolom 2"]);
    expect((await plans(openXlsx(await workbook.save()))).headers).toEqual([...before.headers, "Kolom 2"]);
    workbook.model.dispatch("REQUEST_UNDO");
    expect((await plans(workbook)).headers).toEqual(two.headers);
    await workbook.deleteColumns(sheetId, end, end + 1);
    expect((await plans(workbook)).headers).toEqual(before.headers);
    const { headers, rows } = await plans(openXlsx(await workbook.save()));
    expect([headers, rows]).toEqual([before.headers, before.rows]);
  });

  it("stay where cells beside the table are in the way, which is said", async () => {
    const { workbook, before, sheetId, end } = await opened();
    await workbook.insertColumns(sheetId, end, 1);
    const beside = { sheet: before.sheet, cell: cellName(before.headerRow + 2, end + 3) };
    await workbook.change([{ ...beside, value: "blijft" }]);
    await expect(workbook.deleteColumns(sheetId, end, end)).rejects.toMatchObject({ code: "BESIDE_IN_USE" });
    await workbook.change([{ sheet: before.sheet, cell: cellName(before.headerRow + 2, end + 2), value: "ook" }]);
    await expect(workbook.insertColumns(sheetId, end + 2, 1)).rejects.toMatchObject({ code: "BESIDE_IN_USE" });
  });

  it("come in before any column, and go; formulas, marks and the work so far follow, and undo gives back what was", async () => {
    const { workbook, before, sheetId, first } = await opened();
    const total = before.headers.indexOf("Totaal");
    const at = (column: number): string => cellName(before.headerRow + 1, before.firstColumn + column);
    await workbook.change([
      { sheet: "Dashboard", cell: "H30", value: null, formula: `=${before.sheet}!${at(total)}*2` },
      { sheet: before.sheet, cell: at(total), value: 77 },
    ]);
    await workbook.mark([{ sheet: before.sheet, cell: at(total), severity: "warning", text: "Kijk hier" }]);
    await workbook.insertColumns(sheetId, first + 2, 2);
    const wider = await plans(workbook);
    expect(wider.headers).toEqual([...before.headers.slice(0, 2), "Kolom 1", "Kolom 2", ...before.headers.slice(2)]);
    expect(await workbook.selection()).toMatchObject({ sheet: before.sheet });
    expect([workbook.sheets.value(before.sheet, at(total + 2)), workbook.sheets.value("Dashboard", "H30")]).toEqual([
      77, 154,
    ]);
    expect(workbook.marks.map(({ cell }) => cell)).toEqual([at(total + 2)]);
    // The file follows too, and later changes are undone first.
    await workbook.change([{ sheet: before.sheet, cell: at(2), value: "Noord" }]);
    const saved = await plans(openXlsx(await workbook.save()));
    expect([saved.headers, saved.rows[0]![2]]).toEqual([wider.headers, "Noord"]);
    workbook.model.dispatch("REQUEST_UNDO");
    expect(workbook.sheets.value(before.sheet, at(2))).toBeNull();
    const undone = new Promise<void>((resolve) => (workbook.onReplaced = () => Promise.resolve(resolve())));
    workbook.model.dispatch("REQUEST_UNDO");
    await undone;
    expect((await plans(workbook)).headers).toEqual(before.headers);
    expect([workbook.sheets.value(before.sheet, at(total)), workbook.sheets.value("Dashboard", "H30")]).toEqual([
      77, 154,
    ]);

    // A column to which a formula refers stays; another one of the file goes.
    const id = workbook.sheets.position(before.sheet, "A1")!.sheetId;
    await expect(workbook.deleteColumns(id, first + total, first + total)).rejects.toMatchObject({
      code: "COLUMNS_STAY",
    });
    await workbook.deleteColumns(id, first + total - 1, first + total - 1);
    expect((await plans(workbook)).headers).toEqual(before.headers.filter((_, i) => i !== total - 1));
    expect(workbook.sheets.value("Dashboard", "H30")).toBe(154);
    await expect(workbook.insertColumns(id, first, 1)).rejects.toMatchObject({ code: "COLUMNS_STAY" });
  });
});

it("tells what a row is about, also where its project is out of sight", async () => {
  const { workbook } = untouched;
  // A mistake of the sample: the total of this project.
  expect(workbook.about("Nieuwbouw", 38)?.nl).toBe("Kwartier Oost (fictief) (OEG-04), derde kwartaal 2026");
  expect(workbook.about("Nieuwbouw", 4)).toBeNull();
  expect(workbook.about("Dashboard", 6)).toBeNull();
});

describe("live answers after an edit", () => {
  it("are there before the tables are read a second time, so that the page can show them and take the next key", async () => {
    const workbook = await GridWorkbook.open(sample, options);
    const share = (): unknown => workbook.sheets.value("Dashboard", "H30");
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=PA.NEWBUILDSHARE()" }]);
    await workbook.refresh();
    const before = share();
    // All homes of the quarter's last project become homes for sale.
    const plans = (await workbook.tables()).find(({ name }) => name === "PA_Nieuwbouw")!;
    const last = plans.headerRow + plans.rows.length;
    const column = plans.firstColumn + plans.headers.indexOf("Sociale huur");
    await workbook.change([{ sheet: plans.sheet, cell: cellName(last, column), value: 0 }]);
    let isDone = false;
    const done = workbook.refresh().then(() => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(isDone).toBe(false);
    expect(share()).not.toEqual(before);
    await done;
  });
});

it("a selected cell stands whole beside the frozen columns and rows, in any window that has them", async () => {
  const { workbook } = untouched;
  const { model } = workbook;
  const { getters } = model;
  // Columns are frozen in a page wider than 600 pixels (desk.ts), of which headers and bar take 63.
  for (const width of [538, 620, 740]) {
    model.dispatch("RESIZE_SHEETVIEW", { width, height: 400, gridOffsetX: 0, gridOffsetY: 0 });
    for (const cell of ["M24", "D5", "O30", "E5", "J60"]) {
      await workbook.select({ sheet: "Voorraad", cell });
      const { sheetId, col, row } = getters.getActivePosition();
      const { width: wide, height: high } = getters.getVisibleRect({ left: col, right: col, top: row, bottom: row });
      expect([cell, width, wide, high]).toEqual([
        cell,
        width,
        getters.getColSize(sheetId, col),
        getters.getRowSize(sheetId, row),
      ]);
    }
  }
});
