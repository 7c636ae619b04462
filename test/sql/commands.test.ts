// `pa export` writes the tables that `pa sql` queries: loaded by the exported scripts in DuckDB and, if installed, in
// PostgreSQL. No engine here runs the queries for Spark.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { limits } from "@prestatieafspraken/agreements";
import { exportedTables } from "@prestatieafspraken/quarterly";
import { ownFolder, pa, template } from "../pa/pa.js";
import { byBooks, questionsOf, randomReturn, sqlOf } from "./asked.js";
import { statements } from "./engine.js";

const name = ownFolder();
const asked = ["sql", "URGENTSHARE", "--quarter", "2026-Q3"];

describe("pa export and pa sql", () => {
  beforeAll(async () => {
    await template(name("opgave.xlsx"), "--sample", "--clean");
  });

  it.each(["csv", "parquet"])("give the same answers as pa report, with %s files", async (format) => {
    const folder = name(format);
    const exported = await pa("export", name("opgave.xlsx"), "-o", folder, "--format", format);
    expect([exported.code, exported.err]).toEqual([0, ""]);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`SET file_search_path = '${folder}'`);
    await connection.run(readFileSync(join(folder, "laden-duckdb.sql"), "utf8"));
    const sql = await pa(...asked);
    const rows = (await connection.runAndReadAll(sql.out)).getRowObjects();
    const by = new Map(rows.map((row) => [String(row["question"]), Number(String(row["value"]))]));
    const report = JSON.parse((await pa("report", name("opgave.xlsx"), "--json")).out) as {
      results: { indicator: string; exact: string; scope: { party: string | null; period: string } }[];
    };
    const share = report.results.find(
      ({ indicator, scope }) => indicator === "URGENTSHARE" && scope.party === null && scope.period !== "quarter",
    )!;
    const [part, whole] = share.exact.split("/").map(Number);
    expect(by.get("urgent")! * whole!).toBe(by.get("lettings")! * part!);
    expect(rows.every((row) => Number(row["errors"]) === 0)).toBe(true);
    connection.closeSync();
  });

  it("refuses a folder that is not empty, two returns about one agreement, and an indicator that counts in no table", async () => {
    const again = await pa("export", name("opgave.xlsx"), "-o", name("csv"));
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("is niet leeg")]);
    const twice = await pa("export", name("opgave.xlsx"), name("opgave.xlsx"), "-o", name("twee"));
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining("pa merge")]);
    // An unfinished result leaves no folder.
    expect(readdirSync(name("."))).not.toContain("twee");
    const none = await pa("sql", "URGENTSHAR");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("Bedoelt u URGENTSHARE?")]);
  });

  it("quotes names as each database does", async () => {
    expect((await pa(...asked, "--dialect", "postgres")).out).toContain('FROM "PA_Toewijzingen"');
    expect((await pa(...asked, "--dialect", "spark")).out).toContain("FROM `PA_Toewijzingen`");
  });
});

// Debian puts each version in a folder of its own.
const versions = "/usr/lib/postgresql";
const postgres = existsSync(versions)
  ? join(versions, readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] ?? "", "bin")
  : versions;

describe.runIf(existsSync(`${postgres}/initdb`))("questions in PostgreSQL", () => {
  it("have the answers of the books", async () => {
    // PostgreSQL refuses to run as root.
    const asUser = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
    const run = (words: readonly string[], input?: string): string => {
      const [command = "", ...rest] = [...asUser, ...words];
      const ran = spawnSync(command, rest, { input, encoding: "utf8", maxBuffer: 1 << 28, cwd: tmpdir() });
      if (ran.status !== 0) throw new Error(ran.stderr);
      return ran.stdout;
    };
    const folder = mkdtempSync(join(tmpdir(), "pa-postgres-"));
    if (asUser.length > 0) execFileSync("chown", ["postgres", folder]);
    chmodSync(folder, 0o700);
    const data = join(folder, "data");
    run([`${postgres}/initdb`, "-D", data, "-A", "trust", "-U", "pa", "-E", "UTF8", "--locale=C"]);
    run([`${postgres}/pg_ctl`, "-D", data, "-w", "-l", join(folder, "log"), "-o", `-k ${folder} -h ''`, "start"]);
    try {
      let said = 0;
      for (const seed of [7, 3395]) {
        const ret = await randomReturn(seed);
        const questions = questionsOf(ret);
        const script = [
          "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
          ...exportedTables(ret, limits).flatMap((table) => [...statements(table)].map((one) => `${one};`)),
          ...questions.map((one) => `${sqlOf(ret, one, "postgres")};`),
        ].join("\n");
        const out = run(
          ["psql", "-h", folder, "-U", "pa", "-d", "postgres", "-qtA", "-v", "ON_ERROR_STOP=1", "-f", "-"],
          script,
        );
        const lines = out.trim().split("\n");
        expect(lines).toHaveLength(questions.length);
        for (const [i, question] of questions.entries()) {
          const [value = "", rows, unknown, errors] = lines[i]!.split("|");
          const books = byBooks(ret, question);
          if (books === null) {
            expect([question.name, value]).toEqual([question.name, ""]);
            continue;
          }
          said += 1;
          expect({
            name: question.name,
            ...{ value: Number(value), rows: Number(rows), unknown: Number(unknown), isDoubtful: Number(errors) > 0 },
          }).toEqual({ name: question.name, ...books });
        }
      }
      expect(said).toBeGreaterThan(20);
    } finally {
      run([`${postgres}/pg_ctl`, "-D", data, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
