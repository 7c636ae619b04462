import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import type { CellValue } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate } from "@prestatieafspraken/xlsx";
import { storedAnswers } from "./stored-answers.js";
import { contentOf } from "./content-of.js";
import { GridWorkbook } from "./grid-workbook.js";
import type { Deed } from "./loaded.js";
import { pastedRows } from "./pasted-text.js";

const empty = storedAnswers(
  await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language: "nl",
    sample: "none",
    quarter: "2026-Q3",
  }),
);
const options = { agreements, language: "nl", day: "2026-10-15" } as const;

async function opened() {
  const workbook = await GridWorkbook.open(empty, options);
  const students = (await workbook.tables()).find(({ name }) => name === "PA_Studenten")!;
  const { sheet, headerRow } = students;
  const { sheetId } = workbook.sheets.position(sheet, "A1")!;
  await workbook.select({ sheet, cell: cellName(headerRow + 1, 1) });
  const paste = (text: string, more: object = {}) =>
    workbook.model.dispatch("PASTE_FROM_OS_CLIPBOARD", {
      clipboardContent: { text },
      target: [{ left: 0, right: 0, top: headerRow, bottom: headerRow }],
      ...more,
    });
  const at = (cell: number, column = 1): CellValue => workbook.sheets.value(sheet, cellName(headerRow + cell, column));
  const rows = async (): Promise<number> =>
    (await workbook.tables()).find(({ name }) => name === "PA_Studenten")!.rows.length;
  const deeds: Deed[] = [];
  workbook.onDeed = (deed) => void deeds.push(deed);
  return { workbook, sheet, sheetId, headerRow, paste, at, rows, deeds };
}
const unit = (i: number): string =>
  ["Complex", "DUWO", "corporatie", `E${i}`, "zelfstandig", `${400 + (i % 100)},5`].join("\t");
const units = (count: number): string => Array.from({ length: count }, (_, i) => unit(i + 1)).join("\r\n") + "\r\n";
const turns = async (until: () => boolean): Promise<void> => {
  while (!until()) await new Promise((resolve) => setTimeout(resolve));
};

describe("a large paste", () => {
  it("lets the page answer in between, and is one step to undo, redo and keep", async () => {
    const { workbook, paste, at, rows, deeds } = await opened();
    let told: unknown;
    workbook.onPaste = () => (end) => (told = end);
    expect(paste(units(350)).isSuccessful).toBe(true);
    await turns(() => at(1, 4) !== null);
    expect([at(1, 4), at(350, 4), told]).toEqual(["E1", null, undefined]);
    await turns(() => told !== undefined);
    expect(told).toEqual({ pasted: 350, all: 350 });
    // 499.5 in the Dutch notation of the text.
    expect([at(350, 4), at(99, 6), await rows(), deeds.length]).toEqual(["E350", 499.5, 350, 1]);
    workbook.model.dispatch("REQUEST_UNDO");
    expect([at(1, 4), await rows()]).toEqual([null, 0]);
    workbook.model.dispatch("REQUEST_REDO");
    expect([at(1, 4), at(350, 4), await rows()]).toEqual(["E1", "E350", 350]);

    const again = await GridWorkbook.open(empty, options, JSON.parse(JSON.stringify(deeds)) as Deed[]);
    await workbook.refresh();
    const [file, same] = [await workbook.save(), await again.save()];
    expect(same.length === file.length && same.every((byte, i) => byte === file[i])).toBe(true);
  });

  it("is finished first, whatever else is done meanwhile: typing, saving, undoing", async () => {
    const typing = await opened();
    typing.paste(units(350));
    const { sheetId, headerRow, workbook } = typing;
    workbook.model.dispatch("UPDATE_CELL", { sheetId, col: 3, row: headerRow + 349, content: "getypt" });
    expect([typing.at(350, 4), typing.deeds.length]).toEqual(["getypt", 2]);
    workbook.model.dispatch("REQUEST_UNDO");
    expect(typing.at(350, 4)).toBe("E350");

    const saving = await opened();
    saving.paste(units(350));
    const file = await GridWorkbook.open(await saving.workbook.save(), options);
    expect(file.sheets.value(saving.sheet, cellName(saving.headerRow + 350, 4))).toBe("E350");

    const undoing = await opened();
    undoing.paste(units(350));
    undoing.workbook.model.dispatch("REQUEST_UNDO");
    expect([undoing.at(1, 4), await undoing.rows()]).toEqual([null, 0]);
  });

  it("stops on request, and what was pasted is one step to undo", async () => {
    const { workbook, paste, at, rows } = await opened();
    let told = { pasted: 0, all: 0 };
    let stop: () => void = () => undefined;
    workbook.onPaste = (stopping) => {
      stop = stopping;
      return (end) => (told = end);
    };
    paste(units(350));
    await turns(() => at(1, 4) !== null);
    stop();
    expect(told.all).toBe(350);
    expect(told.pasted).toBeGreaterThan(0);
    expect(told.pasted).toBeLessThan(350);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([at(told.pasted, 4), at(told.pasted + 1, 4)]).toEqual([`E${told.pasted}`, null]);
    workbook.model.dispatch("REQUEST_UNDO");
    expect(await rows()).toBe(0);
  });
});

describe("a row over the edge of frozen columns", () => {
  it("is pasted from another program, and within the workbook", async () => {
    const { workbook } = await opened();
    const { model, sheets } = workbook;
    const { sheet, headerRow } = (await workbook.tables()).find(({ name }) => name === "PA_Voorraad")!;
    const { sheetId } = sheets.position(sheet, "A1")!;
    await workbook.select({ sheet, cell: cellName(headerRow + 1, 1) });
    const texts = ["2026-Q3", "DUWO", "sociaal", "1000", "6"];
    expect(model.getters.getPaneDivisions(sheetId).xSplit).toBeLessThan(texts.length);
    const zone = (row: number, right = 0) => [{ left: 0, right, top: row, bottom: row }];
    const text = texts.join("\t");
    const pasted = model.dispatch("PASTE_FROM_OS_CLIPBOARD", { clipboardContent: { text }, target: zone(headerRow) });
    expect(pasted.isSuccessful).toBe(true);
    model.selection.selectZone(
      { cell: { col: 0, row: headerRow }, zone: zone(headerRow, texts.length - 1)[0]! },
      { scrollIntoView: false },
    );
    model.dispatch("COPY", {});
    expect(model.dispatch("PASTE", { target: zone(headerRow + 1) }).isSuccessful).toBe(true);
    for (const row of [headerRow + 1, headerRow + 2])
      expect(texts.map((_, i) => sheets.value(sheet, cellName(row, i + 1)))).toEqual([
        ...["2026-Q3", "DUWO", "sociaal"],
        ...[1000, 6],
      ]);
  });
});

describe("text that another program copied", () => {
  it("leaves the row below it alone, though Excel ends it with a line break", async () => {
    const { workbook, sheetId, headerRow, paste, at } = await opened();
    workbook.model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: headerRow + 1, content: "blijft" });
    paste("Complex\tDUWO\r\n");
    expect([at(1), at(1, 2), at(2)]).toEqual(["Complex", "DUWO", "blijft"]);
  });

  it("has Dutch names of functions, as a typed formula may: stored and shown as the English ones", async () => {
    const { workbook, sheet, sheetId, headerRow, paste, at } = await opened();
    const formula = (): unknown => contentOf(workbook.model.getters, { sheetId, col: 0, row: headerRow });
    paste("=ALS(WAAR;SOM(2;3);0)\tSOM is tekst");
    expect([formula(), at(1), at(1, 2)]).toEqual(["=IF(TRUE,SUM(2,3),0)", "5", "SOM is tekst"]);
    workbook.model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: headerRow, content: "=gemiddelde(4,8)" });
    expect([formula(), at(1)]).toEqual(["=AVERAGE(4,8)", "6"]);
    const file = await GridWorkbook.open(await workbook.save(), options);
    expect(String(file.sheets.value(sheet, cellName(headerRow + 1, 1)))).toBe("6");
  });

  it("has values, also when only values are asked for", async () => {
    const { paste, at } = await opened();
    paste("Complex\tDUWO\t\t\t\t1.612,5\r\n", { pasteOption: "asValue" });
    expect([at(1), at(1, 2), at(1, 6)]).toEqual(["Complex", "DUWO", 1612.5]);
  });

  it("keeps a cell with line breaks in one row, and words in quotes as they are", () => {
    expect(pastedRows('a\t"een\r\ntwee ""drie"""\tb\r\n"Hofje" aan zee\tc\r\n')).toEqual([
      ["a", 'een twee "drie"', "b"],
      ['"Hofje" aan zee', "c", ""],
    ]);
    expect(pastedRows("\n")).toEqual([[""], [""]]);
    expect(pastedRows("")).toEqual([[""]]);
  });
});
