import type { Scalar } from "@prestatieafspraken/indicators";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ExportedColumn, ExportedTable } from "@prestatieafspraken/quarterly";
import { Refusal } from "./refusal.js";

export type ExportFormat = "csv" | "parquet";

/** Columns of every table over all returns, for creating the tables in a database. */
export type Columns = Map<string, Map<string, ExportedColumn["kind"]>>;

/** The SQL type of a kind of column. */
export const types: Readonly<Record<ExportedColumn["kind"], string>> = {
  text: "VARCHAR",
  number: "DECIMAL(24, 6)",
  day: "DATE",
  yes: "BOOLEAN",
};
/** A name in SQL, or a text in a .csv. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A cell of a .csv. Texts are quoted, so that an empty text differs from an empty cell and a code keeps its zeros. */
const cell = (value: Scalar): string =>
  value === null ? "" : typeof value === "string" ? quoted(value) : String(value);

function* csvOf({ columns, length, row }: ExportedTable): Generator<string> {
  yield `${columns.map(({ name }) => quoted(name)).join(",")}\n`;
  const some = 2000;
  for (let from = 0; from < length; from += some) {
    let text = "";
    for (let i = from; i < Math.min(from + some, length); i += 1) text += `${row(i).map(cell).join(",")}\n`;
    yield text;
  }
}

async function parquetOf({ columns, length, row }: ExportedTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const data: Scalar[][] = columns.map(() => new Array<Scalar>(length));
  for (let i = 0; i < length; i += 1) row(i).forEach((value, column) => (data[column]![i] = value));
  const type = { text: "STRING", day: "STRING", number: "DOUBLE", yes: "BOOLEAN" } as const;
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, kind }, column) => ({
        name,
        data: data[column]!,
        type: type[kind],
        nullable: true,
      })),
    }),
  );
}

/** Gives an error that names no file, such as a full disk, the name of the file that was being written. */
async function naming(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    if (problem instanceof Error && !("path" in problem)) Object.assign(problem, { path });
    throw problem;
  }
}

const write = (folder: string, name: string, text: string): Promise<void> => {
  const path = join(folder, name);
  return naming(path, () => writeFile(path, text));
};

/** Writes the tables of a return below a folder: one file per table, named after the return. */
export async function writeTables(
  folder: string,
  name: string,
  tables: readonly ExportedTable[],
  format: ExportFormat,
  columns: Columns,
): Promise<void> {
  for (const table of tables) {
    const known = columns.get(table.name) ?? new Map<string, ExportedColumn["kind"]>();
    columns.set(table.name, known);
    for (const one of table.columns) known.set(one.name, one.kind);
    await mkdir(join(folder, table.name), { recursive: true });
    const path = join(folder, table.name, `${name}.${format}`);
    await naming(path, async () =>
      format === "csv"
        ? pipeline(csvOf(table), createWriteStream(path, "utf8"))
        : writeFile(path, await parquetOf(table)),
    );
  }
}

const made = (columns: Columns): string =>
  [...columns]
    .map(
      ([table, of]) =>
        `CREATE TABLE ${quoted(table)} (\n${[...of].map(([name, kind]) => `  ${quoted(name)} ${types[kind]}`).join(",\n")}\n);`,
    )
    .join("\n");

/**
 * Writes how to load the folder: a script for DuckDB, one for PostgreSQL if the files are .csv, and a page that
 * explains it.
 */
export async function writeScripts(folder: string, columns: Columns, format: ExportFormat): Promise<void> {
  const reader = format === "csv" ? "read_csv" : "read_parquet";
  const how = format === "csv" ? ", union_by_name = true, header = true, all_varchar = true" : ", union_by_name = true";
  const duckdb = [...columns].map(([table, of]) => {
    const list = [...of].map(([name, kind]) => `CAST(${quoted(name)} AS ${types[kind]})`);
    return `INSERT INTO ${quoted(table)} SELECT ${list.join(", ")} FROM ${reader}('${table}/*.${format}'${how});`;
  });
  await write(folder, "laden-duckdb.sql", `${made(columns)}\n${duckdb.join("\n")}\n`);
  if (format === "csv") {
    const copies: string[] = [];
    for (const table of columns.keys())
      for (const file of (await readdir(join(folder, table))).sort()) {
        const [head = ""] = (await firstLine(join(folder, table, file))).split("\n");
        copies.push(`\\copy ${quoted(table)} (${head}) FROM '${table}/${file}' WITH (FORMAT csv, HEADER true)`);
      }
    await write(folder, "laden-postgres.sql", `${made(columns)}\n${copies.join("\n")}\n`);
  }
  const parquet = [...columns.keys()].map((table) => `COPY ${quoted(table)} TO '${table}.parquet' (FORMAT parquet);`);
  await write(
    folder,
    "LEES-MIJ.md",
    [
      "# Opgaven voor een database",
      "",
      "Elke map is een tabel; elk bestand daarin komt uit één opgave. De cellen zijn gelezen en opgeschoond: een leeg vak dat",
      "aantoonbaar 0 is, is 0; wat niet te gebruiken is, is leeg; waar n.v.t. stond, staat de kolom in `pa_nvt`. `pa_afspraak` zegt van",
      "welke afspraken de rij is, `pa_rij` welke rij van de opgave. `PA_Fouten` noemt de cellen met een fout, `PA_Ontvangen` de",
      "tabellen die zijn ontvangen. De vragen van een indicator als SQL: `pa sql URGENTSHARE`.",
      "",
      "DuckDB, in deze map: `duckdb opgaven.db < laden-duckdb.sql`.",
      ...(format === "csv"
        ? [
            "",
            "PostgreSQL, in deze map: `psql -f laden-postgres.sql`.",
            "",
            "Als Parquet, na het laden in DuckDB:",
            "",
            "```sql",
            ...parquet,
            "```",
          ]
        : ["", 'Spark: `spark.read.option("mergeSchema", True).parquet("PA_Voorraad")` voor elke map.']),
      "",
    ].join("\n"),
  );
}

async function firstLine(path: string): Promise<string> {
  const { createReadStream } = await import("node:fs");
  let text = "";
  for await (const part of createReadStream(path, { encoding: "utf8" })) {
    text += String(part);
    if (text.includes("\n")) break;
  }
  return text.slice(0, text.indexOf("\n"));
}

/** Runs the work in a temporary folder, which then becomes the requested one, so that a result is always complete. */
export async function inNewFolder(output: string, work: (folder: string) => Promise<void>): Promise<void> {
  const there = await stat(output).catch(() => null);
  if (there && (!there.isDirectory() || (await readdir(output)).length > 0))
    throw new Refusal({
      nl: `${output} is er al en is niet leeg. Kies een nieuwe map, dan gaat er niets verloren.`,
      en: `${output} is there already and is not empty. Choose a new folder, so that nothing is lost.`,
    });
  await mkdir(dirname(output), { recursive: true });
  const beside = await mkdtemp(join(dirname(output), `.${basename(output)}-`));
  try {
    await work(beside);
    if (there) await rm(output, { recursive: true });
    await rename(beside, output);
  } catch (problem) {
    await rm(beside, { recursive: true, force: true });
    throw problem;
  }
}
