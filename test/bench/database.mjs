// How long an indicator takes in a database at national scale: 2.4 million homes over 16 quarters in DuckDB, beside a plain count.
// Run after `npm run compile` and `npm ci --prefix test`: node test/bench/database.mjs. The outcome is recorded in docs/benchmarks/database.md.
import { DuckDBInstance } from "@duckdb/node-api";
import { agreements, limits } from "@prestatieafspraken/agreements";
import { indicatorSql } from "@prestatieafspraken/quarterly";

const homes = Number(process.argv[2] ?? 2_400_000);
const quarters = 16;
const corporations = 280;
const [agreement] = agreements;
/** The agreement of a country: every corporation is a party to it. */
const national = {
  ...agreement,
  id: "nederland",
  from: "2023-01-01",
  until: "2026-12-31",
  scope: {},
  parties: Array.from({ length: corporations }, (_, i) => ({
    id: `c${i}`,
    name: `Corporatie ${i}`,
    kind: "corporation",
    aliases: [],
  })),
};

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const timed = async (what, sql) => {
  const before = performance.now();
  const reader = await connection.runAndReadAll(sql);
  const seconds = ((performance.now() - before) / 1000).toFixed(2);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${what}: ${seconds} s, ${memory} MB`);
  return reader.getRowObjects();
};

await timed(
  "tables",
  `CREATE TABLE "PA_Labels" AS SELECT 'nederland' AS pa_afspraak, 0 AS pa_rij, '' AS "Kwartaal", '' AS "Verhuurder", '' AS "Segment", '' AS "Label", 0 AS "Aantal", 0 AS "Waarvan uitgezonderd", NULL::VARCHAR AS pa_nvt WHERE FALSE;
   CREATE TABLE "PA_Fouten" (pa_afspraak VARCHAR, "Tabel" VARCHAR, pa_rij BIGINT, "Kolom" VARCHAR, "Regel" VARCHAR, "Cel" VARCHAR);
   CREATE TABLE "PA_Ontvangen" AS SELECT 'nederland' AS pa_afspraak, 'PA_Woningen' AS "Tabel"`,
);
await timed(
  `${homes} homes in ${quarters} quarters`,
  `CREATE TABLE "PA_Woningen" AS
   SELECT 'nederland' AS pa_afspraak, q * ${homes} + h AS pa_rij,
     (2023 + q // 4)::VARCHAR || '-Q' || (q % 4 + 1)::VARCHAR AS "Kwartaal",
     'c' || (h % ${corporations})::VARCHAR AS "Verhuurder",
     CASE WHEN h % 10 = 0 THEN 'midden' ELSE 'sociaal' END AS "Segment",
     substr('AAABBBCCCCCCDDDDEFGE', ((h + q) % 20 + 1)::INT, 1) AS "Label",
     CASE WHEN h % 50 = 0 THEN 'monument' END AS "Uitzondering", NULL::VARCHAR AS pa_nvt
   FROM range(${homes}) homes(h), range(${quarters}) quarters(q)`,
);
const plain = await timed(
  "plain count",
  `SELECT "Label", COUNT(*) AS n FROM "PA_Woningen" WHERE "Kwartaal" = '2026-Q4' AND "Segment" IN ('sociaal', 'midden') GROUP BY "Label"`,
);
const sql = indicatorSql("LABELSHARE", { agreement: national, quarter: "2026-Q4", party: null, limits });
const rows = await timed("LABELSHARE, with coverage and errors", sql);
const counted = plain.reduce((sum, { n }) => sum + Number(n), 0);
console.log(
  `plain: ${counted} homes; question: ${rows.map(({ rows: n, value }) => `${n} rows, value ${value}`).join("; ")}`,
);
const started = performance.now();
for (let year = 2023; year <= 2026; year += 1)
  for (let quarter = 1; quarter <= 4; quarter += 1)
    await connection.runAndReadAll(
      indicatorSql("LABELSHARE", { agreement: national, quarter: `${year}-Q${quarter}`, party: null, limits }),
    );
console.log(
  `all 16 quarters: ${((performance.now() - started) / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
);
