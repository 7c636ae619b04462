// No engine here runs Spark, so every question is only read by a parser with the grammar of Spark SQL.
// Only this grammar: those of seven other kinds of SQL are 12 MB.
import { SparkSQL } from "dt-sql-parser/dist/parser/spark/index.js";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read } from "@prestatieafspraken/quarterly";
import { block, memoryWorkbook } from "../../packages/quarterly/test/memory-workbook.js";
import { pa } from "../pa/pa.js";
import { questionsOf, sqlOf } from "./asked.js";

const faults = (sql: string): string[] =>
  new SparkSQL().validate(sql).map(({ startLine, startColumn, message }) => `${startLine}:${startColumn} ${message}`);

describe("questions for Spark", () => {
  it.each(["SELECT FROM WHERE", "SELECT 1 AS x, FROM `a`", "SELECT 1 FROM `a` WHERE (`b` = 1"])(
    "the parser refuses %s",
    (sql) => expect(faults(sql)).not.toEqual([]),
  );

  // To the grammar, all plain words between quotes are equal.
  const shapes = new Set<string>();
  const isNew = (sql: string): boolean => shapes.size < shapes.add(sql.replaceAll(/'[\w -]*'/g, "''")).size;

  it.each(agreements.map(({ id }) => id))("are read by the grammar of Spark SQL: %s", async (id) => {
    const settings = block("PA_Instellingen", [
      { Instelling: "Afspraak", Waarde: id },
      { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
    ]);
    const ret = await read(memoryWorkbook([settings]), { agreements });
    for (const asked of questionsOf(ret)) {
      const sql = sqlOf(ret, asked, "spark");
      if (isNew(sql)) expect([asked.name, faults(sql)]).toEqual([asked.name, []]);
    }
  });

  it("as pa sql prints them, with their words above", async () => {
    const { out } = await pa("sql", "LABELSHARE", "--quarter", "2026-Q3", "--dialect", "spark");
    expect([out.includes("`PA_Labels`"), faults(out)]).toEqual([true, []]);
    expect(out).toContain("nog niet uitgeprobeerd");
    const { out: english } = await pa(
      "sql",
      "LABELSHARE",
      "--quarter",
      "2026-Q3",
      "--dialect",
      "spark",
      "--lang",
      "en",
    );
    expect(english).toContain("has not been tried on Spark");
    expect(english).toContain("third quarter of 2026");
  });
});
