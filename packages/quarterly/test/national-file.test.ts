import { expect, it } from "vitest";
import { countedCells, type Used } from "../src/books/cells.js";
import type { Resolved } from "../src/books/resolve.js";

it("a figure of half a million homes names every row it counted", () => {
  const rows = Array.from({ length: 500_000 }, (_, row) => row);
  const table = { definition: { name: "PA_Woningen", key: ["BAG_vbo_id"] }, has: () => true, raw: { headers: [] } };
  const used = [{ pass: { table, where: [] }, group: { rows, unknown: [] } }] as unknown as Used[];
  const resolved = { question: { take: { rows: true } } } as unknown as Resolved;
  expect(countedCells(resolved, used)[0]?.rows).toHaveLength(500_000);
});
