import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";
import type { Terminal } from "./terminal.js";

/** Maximum input in bytes, larger than any real return; it limits memory use, also for endless devices and pipes. */
const largest = 200_000_000;
const standardInput: Text = { nl: "standaardinvoer", en: "standard input" };

/** A file or standard input, as read. */
export interface Input {
  /** As typed: a path or "-". */
  readonly path: string;
  /** File name without folder, for display. */
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

/** Extensions of returns in a folder; hidden files and Excel's lock files (~$) are skipped. */
const returns = new Set([".xlsx", ".xlsm", ".ods"]);

/** Expands folders to the workbooks in them, sorted by name. A missing file is reported later, when it is read. */
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
    const named = (await readdir(path))
      .filter((name) => /^[^.~]/.test(name) && returns.has(extname(name).toLowerCase()))
      .map((name) => join(path, name))
      .sort();
    // A pipe or device in a folder is no return, and reading it might never end; a link to nothing is reported later.
    const found: string[] = [];
    for (const one of named) if ((await stat(one).catch(() => null))?.isFile() !== false) found.push(one);
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
