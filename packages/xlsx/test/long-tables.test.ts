// A long table is read by column: it must give the same cells as reading by row, using little memory.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, type CellValue } from "@prestatieafspraken/quarterly";
import { bookOf, row } from "../../../test/workbooks/book.js";
import { openXlsx } from "../src/index.js";
import { CellColumns } from "../src/cell-columns.js";

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -5, max: 5 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  { weight: 5, arbitrary: fc.constantFrom("WYwonen", "Portaal", "0579010000000123", "é", "a&b") },
  fc.boolean(),
  fc.constant(null),
  fc.constant({ error: "#N/A" }),
);

describe("a table of more than a thousand rows", () => {
  it("gives the same values by column as by row", async () => {
    const rows = fc.sample(fc.tuple(cell, cell, cell), { numRuns: 1500, seed: 20261126 });
    const xml =
      row(1, ["a", "b", "c"]) +
      rows.map((values, i) => row(i + 2, values.some((v) => v !== null) ? values : [1])).join("");
    const [table] = await openXlsx(bookOf({ sheets: [{ name: "Lang", xml }] })).tables();
    const { columns } = table!;
    expect(columns!.length).toBe(1500);
    const wanted = rows.map((values): CellValue[] => (values.some((v) => v !== null) ? [...values] : [1, null, null]));
    expect(wanted.map((_, r) => [0, 1, 2].map((c) => cellOf(columns!, columns!.column(c), r)))).toEqual(wanted);
    expect(table!.rows).toEqual(wanted);
  });

  it("ends at its last filled row, even if empty texts follow", async () => {
    const xml =
      row(1, ["a", "b"]) + Array.from({ length: 1200 }, (_, i) => row(i + 2, i < 1100 ? [i, "x"] : ["", ""])).join("");
    const [table] = await openXlsx(bookOf({ sheets: [{ name: "Lang", xml }] })).tables();
    expect([table!.columns!.length, table!.rows.length]).toEqual([1100, 1100]);
  });
});

describe("isolated cells far down", () => {
  it("use no memory for the rows in between, and can be read", () => {
    const columns = new CellColumns(["gedeeld"]);
    const before = process.memoryUsage().arrayBuffers;
    const places = Array.from({ length: 16_384 }, (_, i) => [1_000_000 - i, i + 1] as const);
    for (const [index, column] of places) columns.put(index, column, 1, column);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(places.every(([index, column]) => columns.at(index, column) === column)).toBe(true);
    expect([columns.at(5, 5), columns.run(5, 0, 10)]).toEqual([undefined, null]);
  });
});
