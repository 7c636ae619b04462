import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";
import type { Terminal } from "./terminal.js";

/** Larger than any return seen; nothing beyond it is taken into memory, also not of a device or pipe that never ends. */
const largest = 200_000_000;
const standardInput: Text = { nl: "standaardinvoer", en: "standard input" };

/** A file, or standard input, as it was read. */
export interface Input {
  /** As typed: a path or "-". */
  readonly path: string;
  /** File name without folder, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file; "-" is standard input. */
export async function readInput(path: string, terminal: Terminal): Promise<Input> {
  if (path === "-") {
    const name = standardInput[terminal.language];
    return { path, name, bytes: await bounded(terminal.input(), name) };
  }
  if ((await stat(path)).isDirectory()) {
    throw new Refusal({
      nl: `${path} is een map, geen bestand. Geef de naam van een bestand.`,
      en: `${path} is a folder, not a file. Give the name of a file.`,
    });
  }
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  return { path, name: basename(path), bytes: await bounded(stream as AsyncIterable<Uint8Array>, path) };
}

async function bounded(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.byteLength;
    if (size > largest) {
      throw new Refusal({
        nl: `${name} is groter dan ${largest / 1e6} MB; meer leest pa niet. Sla alleen de tabellen van de opgave op in een eigen werkmap.`,
        en: `${name} is larger than ${largest / 1e6} MB; pa reads no more. Save only the tables of the return in a workbook of their own.`,
      });
    }
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** Files a folder may hold returns in; what Excel keeps while a workbook is open (~$) and hidden files are none. */
const returns = new Set([".xlsx", ".xlsm", ".ods"]);

/** The files meant: a folder stands for the workbooks in it, by name. What is not there is said when it is read, among the others. */
export async function filesMeant(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  if (paths.filter((path) => path === "-").length > 1) {
    throw new Refusal({
      nl: "Standaardinvoer (-) kan maar één keer worden gelezen. Noem - één keer.",
      en: "Standard input (-) can be read only once. Name - once.",
    });
  }
  for (const path of paths) {
    const isFolder = path !== "-" && ((await stat(path).catch(() => null))?.isDirectory() ?? false);
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const found = (await readdir(path, { withFileTypes: true }))
      .filter(
        (entry) => !entry.isDirectory() && /^[^.~]/.test(entry.name) && returns.has(extname(entry.name).toLowerCase()),
      )
      .map(({ name }) => join(path, name))
      .sort();
    if (found.length === 0) {
      throw new Refusal({
        nl: `In de map ${path} staat geen werkmap. Geef een map met .xlsx- of .ods-bestanden.`,
        en: `There is no workbook in the folder ${path}. Give a folder with .xlsx or .ods files.`,
      });
    }
    files.push(...found);
  }
  return files;
}
