import { tables } from "@prestatieafspraken/indicators";
import { expect, it } from "vitest";
import { countedCells } from "../src/books/cells.js";
import type { Resolved } from "../src/books/resolve.js";
import type { Used } from "../src/books/shapes.js";
import { withJoinedHeader } from "../src/reading/joined-header.js";
import { cellKind, cellOf, type SheetTable } from "../src/workbook.js";
import { GrowingRows, inOrder } from "../src/books/row-list.js";

it("a figure of half a million homes names every row it counted", () => {
  const rows = Int32Array.from({ length: 500_000 }, (_, row) => row);
  const table = { definition: { name: "PA_Woningen", key: ["BAG_vbo_id"] }, has: () => true, raw: { headers: [] } };
  const used = [{ pass: { table, where: [] }, group: { rows, unknown: new Int32Array(0) } }] as unknown as Used[];
  const resolved = { question: { take: { rows: true } } } as unknown as Resolved;
  expect(countedCells(resolved, used)[0]?.rows).toHaveLength(500_000);
});

it("rows of several lists come in sheet order; a list that grew holds every row it was given", () => {
  const grown = (rows: readonly number[]) => {
    const list = new GrowingRows();
    for (const row of rows) list.push(row);
    return list.done();
  };
  const even = Array.from({ length: 50 }, (_, at) => 2 * at);
  expect([...grown(even)]).toEqual(even);
  const both = inOrder([grown(even), grown([]), grown(even.map((row) => row + 1))]);
  expect([...both]).toEqual(Array.from({ length: 100 }, (_, row) => row));
});

/** A nameless block of text cells stored by column; `made` counts how often its rows are built. */
function byColumn(headers: readonly string[], rows: readonly (readonly string[])[]) {
  const texts = rows.flat();
  const block = {
    made: 0,
    name: null,
    sheet: "Woningen",
    headerRow: 1,
    firstColumn: 1,
    headers,
    columns: {
      length: rows.length,
      column: (index: number) => ({
        kinds: Uint8Array.from(rows, () => cellKind.text),
        values: Float64Array.from(rows, (_, row) => row * headers.length + index),
      }),
      textAt: (number: number) => texts[number]!,
      errorAt: () => ({ error: "#N/A" }),
    },
    get rows() {
      block.made += 1;
      return rows;
    },
  };
  return block satisfies SheetTable;
}

it("rows of a long block are not made to see whether its header takes two of them", () => {
  const known = tables.find(({ name }) => name === "PA_Woningen")!.fields.map(({ header }) => header);
  const [first, second, third, fourth] = known as [string, string, string, string];
  const single = byColumn([first, second, third, fourth], [["a", "b", "c", "d"]]);
  expect(withJoinedHeader(single)).toBe(single);
  expect(single.made).toBe(0);

  const double = byColumn(
    [first, second, "Gegevens", ""],
    [
      ["", "", third, fourth],
      ["a", "b", "c", "d"],
    ],
  );
  const joined = withJoinedHeader(double);
  expect(joined.headers).toEqual([first, second, third, fourth]);
  expect(joined.rows).toEqual([["a", "b", "c", "d"]]);
  // Its columns start at the same row as its rows.
  expect(joined.columns!.length).toBe(1);
  expect([0, 1, 2, 3].map((at) => cellOf(joined.columns!, joined.columns!.column(at), 0))).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
});
