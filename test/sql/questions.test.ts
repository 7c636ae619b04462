// A question in SQL has the answer of the books: value, counted rows, unknown classes and doubt; in DuckDB, on the
// tables that `pa export` writes. Uses the samples, returns of other agreements, and generated returns.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreements, limits } from "@prestatieafspraken/agreements";
import { exportedTables, read, type Return } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { kept } from "../../packages/quarterly/src/kept.js";
import { byBooks, questionsOf, randomReturn, sqlOf } from "./asked.js";
import { askSql, databaseOf, type SqlAnswer } from "./engine.js";

/** Compares every question. Returns how many had a value, so that a test can check that it compared something. */
async function compare(ret: Return): Promise<number> {
  const connection = await databaseOf(exportedTables(ret, limits));
  let said = 0;
  // Some indicators ask the same.
  const answers = new Map<string, Promise<SqlAnswer>>();
  for (const asked of questionsOf(ret)) {
    const books = byBooks(ret, asked);
    const sql = sqlOf(ret, asked);
    const { errors, ...found } = await kept(answers, sql, () => askSql(connection, sql));
    const shown = { name: asked.name, sql };
    if (books === null) {
      expect({ value: found.value, ...shown }).toEqual({ value: null, ...shown });
      continue;
    }
    said += 1;
    const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
    expect({ ...found, value: rounded(found.value), isDoubtful: errors > 0, ...shown }).toEqual({
      ...books,
      value: rounded(books.value),
      ...shown,
    });
  }
  connection.closeSync();
  return said;
}

describe("questions in SQL", () => {
  it.each(["clean", "with-errors"] as const)("have the answers for the sample, %s", async (sample) => {
    const ret = await read(openXlsx(await makeTemplate({ agreement: agreements[0]!, sample })), { agreements });
    expect(await compare(ret)).toBeGreaterThan(15);
  });

  it.each(["amsterdam-filled", "haarlemmermeer-filled"])("have the answers for %s", async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`../cases/agreements/${name}.xlsx`, import.meta.url)));
    expect(await compare(await read(openXlsx(bytes), { agreements }))).toBeGreaterThan(5);
  });

  it("have the answers for generated returns", async () => {
    let said = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5_000 }), async (seed) => {
        said += await compare(await randomReturn(seed, seed % 2 === 0));
      }),
      { numRuns: 8, seed: 20261126 },
    );
    expect(said).toBeGreaterThan(100);
  });
});
