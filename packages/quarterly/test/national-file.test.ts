import { expect, it } from "vitest";
import { countedCells, type Used } from "../src/books/cells.js";
import type { Resolved } from "../src/books/resolve.js";
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
