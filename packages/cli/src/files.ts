import { randomUUID } from "node:crypto";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "./refusal.js";

/** Larger than any return seen; refused before it is read into memory. */
const largest = 200_000_000;

export async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (found.isDirectory()) {
    throw new Refusal({
      nl: `${path} is een map, geen bestand. Geef de naam van een bestand.`,
      en: `${path} is a folder, not a file. Give the name of a file.`,
    });
  }
  const { size } = found;
  if (size > largest) {
    const mb = Math.round(size / 1e6);
    throw new Refusal({
      nl: `${path} is ${mb} MB; meer dan ${largest / 1e6} MB leest pa niet. Sla alleen de tabellen van de opgave op in een eigen werkmap.`,
      en: `${path} is ${mb} MB; pa does not read more than ${largest / 1e6} MB. Save only the tables of the return in a workbook of their own.`,
    });
  }
  return new Uint8Array(await readFile(path));
}

/** Writes a whole file or nothing: to a temporary file in the same folder first, then renamed. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  // A link keeps pointing at its file: the file behind it is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: "wx" });
    await rename(temporary, target);
  } catch (problem) {
    await rm(temporary, { force: true });
    if (problem instanceof Error && "path" in problem) (problem as NodeJS.ErrnoException).path = path;
    throw problem;
  }
}
