import { randomUUID } from "node:crypto";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse, resolve } from "node:path";
import type { Text } from "@prestatieafspraken/indicators";
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

export const keptAside: Text = {
  nl: "De werkmap die daar stond, is bewaard als",
  en: "The workbook that stood there is kept as",
};

/**
 * Writes a workbook. One that stood there and differs is kept beside it: somebody may have filled it in. Returns where it was
 * kept; null when there was nothing to keep.
 */
export async function writeWorkbook(path: string, bytes: Uint8Array): Promise<string | null> {
  const before = await readFile(path).catch(() => null);
  if (before === null || before.length === 0 || before.equals(bytes)) {
    await writeWhole(path, bytes);
    return null;
  }
  const { dir, name, ext } = parse(path);
  for (let number = 1; ; number += 1) {
    const kept = join(dir, `${name}.vorige${number === 1 ? "" : `-${number}`}${ext}`);
    const there = await readFile(kept).catch(() => null);
    // The same file kept twice tells nothing more.
    if (there !== null && !there.equals(before)) continue;
    if (there === null) await writeWhole(kept, before);
    await writeWhole(path, bytes);
    return kept;
  }
}

/** What is written never takes the place of a workbook somebody handed in. */
export async function keepApart(output: string, inputs: readonly string[]): Promise<void> {
  const place = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const target = await place(output);
  for (const input of inputs) {
    if ((await place(input)) !== target) continue;
    throw new Refusal({
      nl: `${output} is de werkmap die u liet lezen; die blijft zoals hij is. Kies een andere naam voor de uitkomst.`,
      en: `${output} is the workbook you had read; it stays as it is. Choose another name for the outcome.`,
    });
  }
}
