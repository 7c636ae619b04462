import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import type { SheetTable } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate } from "@prestatieafspraken/xlsx";
import { storedAnswers } from "./stored-answers.js";
import { GridWorkbook } from "./grid-workbook.js";
import { readSheet } from "./read-tables.js";

const sample = storedAnswers(
  await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language: "nl",
    sample: "with-errors",
  }),
);
const workbook = await GridWorkbook.open(sample, { agreements, language: "nl", day: "2026-10-15" });

/** The tables as the rules see them, cell by cell. */
const seen = (tables: readonly SheetTable[]): unknown =>
  tables.map(({ isDate, format, formula, ...table }) => ({
    ...table,
    cells: table.rows.slice(0, 5).map((row, r) => row.map((_, c) => [isDate?.(r, c), format?.(r, c), formula?.(r, c)])),
  }));
const afresh = (): readonly SheetTable[] =>
  workbook.model.getters.getSheetIds().flatMap((id) => readSheet(workbook.sheets, workbook.file, id));

describe("tables read incrementally", () => {
  it("equal a full reading after any edits, undo and redo", async () => {
    const [first] = (await workbook.tables()).filter(({ name }) => name === "PA_Voorraad");
    const { sheet, headerRow, firstColumn } = first!;
    const edit = fc.record({
      row: fc.integer({ min: 1, max: first!.rows.length + 3 }),
      column: fc.integer({ min: 0, max: first!.headers.length }),
      content: fc.constantFrom("", "12", "tekst", "=1+1", "=A4", "30-9-2026", "=1/0", "=TRANSPOSE(A4:A6)"),
      then: fc.constantFrom("nothing", "REQUEST_UNDO", "REQUEST_REDO", "read"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 6 }), async (edits) => {
        for (const { row, column, content, then } of edits) {
          const at = workbook.sheets.position(sheet, cellName(headerRow + row, firstColumn + column))!;
          workbook.model.dispatch("UPDATE_CELL", { ...at, content });
          if (then === "read") await workbook.tables();
          else if (then !== "nothing") workbook.model.dispatch(then);
        }
        expect(seen(await workbook.tables())).toEqual(seen(afresh()));
      }),
      { numRuns: 25 },
    );
  });

  it("reuse the arrays of unchanged rows", async () => {
    const before = (await workbook.tables()).find(({ name }) => name === "PA_Studenten")!;
    await workbook.change([
      { sheet: before.sheet, cell: cellName(before.headerRow + 1, before.firstColumn), value: "Ander complex" },
    ]);
    const after = (await workbook.tables()).find(({ name }) => name === "PA_Studenten")!;
    expect(after.rows[0]![0]).toBe("Ander complex");
    expect(after.rows.slice(1).every((row, i) => row === before.rows[i + 1])).toBe(true);
  });
});
