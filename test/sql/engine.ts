import type { Scalar } from "@prestatieafspraken/indicators";
/** Loads the tables of a return into DuckDB, as `pa export` writes them. */
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { ExportedTable } from "@prestatieafspraken/quarterly";
import { quoted, types } from "../../packages/cli/src/export-folder.js";

const literal = (value: Scalar): string =>
  value === null ? "NULL" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

/** The contents of a table as statements in standard SQL. */
export function* statements({ name, columns, length, row }: ExportedTable): Generator<string> {
  yield `CREATE TABLE ${quoted(name)} (${columns.map((one) => `${quoted(one.name)} ${types[one.kind]}`).join(", ")})`;
  for (let from = 0; from < length; from += 500) {
    const rows = Array.from({ length: Math.min(500, length - from) }, (_, i) => row(from + i));
    yield `INSERT INTO ${quoted(name)} VALUES ${rows.map((values) => `(${values.map(literal).join(", ")})`).join(", ")}`;
  }
}

/** A separate database with these tables: small ones, which take less time than planning how to read them. */
export async function databaseOf(tables: readonly ExportedTable[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await connection.run("PRAGMA disable_optimizer");
  for (const table of tables) for (const statement of statements(table)) await connection.run(statement);
  return connection;
}

export interface SqlAnswer {
  readonly value: number | null;
  readonly rows: number;
  readonly unknown: number;
  readonly errors: number;
}

const number = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(String(value));

export async function askSql(connection: DuckDBConnection, sql: string): Promise<SqlAnswer> {
  const [row] = (await connection.runAndReadAll(sql)).getRowObjects();
  return {
    value: number(row!["value"]),
    rows: number(row!["rows"])!,
    unknown: number(row!["unknown"])!,
    errors: number(row!["errors"])!,
  };
}
