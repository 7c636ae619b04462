import { createHash, randomBytes } from "node:crypto";
import { fstatSync, rmSync, type Stats } from "node:fs";
import {
  chmod,
  constants,
  copyFile,
  link,
  lstat,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, parse, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Text } from "@prestatieafspraken/indicators";
import type { Input } from "./input.js";
import type { XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { Refusal } from "./refusal.js";
import type { Setup } from "./setup.js";
import type { Terminal } from "./terminal.js";

/** Temporary files that exist only while writing. */
const unfinished = new Set<string>();

/** Removes temporary files, when the process is told to stop. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

const code = (problem: unknown): string | undefined =>
  problem instanceof Error ? (problem as NodeJS.ErrnoException).code : undefined;
const orNull = (problem: unknown): null => {
  if (code(problem) === "ENOENT") return null;
  throw problem;
};

/** What an output name refers to: a file (existing or not), something else to write into, or standard output. */
type Place =
  | { readonly kind: "file"; readonly path: string; readonly there: boolean }
  | { readonly kind: "stream"; readonly path: string }
  | { readonly kind: "standard output" };

async function placeOf(output: string): Promise<Place> {
  if (output === "-") return { kind: "standard output" };
  const found = await stat(output).catch(orNull);
  if (found === null) {
    if ((await lstat(output).catch(orNull)) !== null) {
      throw new Refusal({
        nl: `${output} verwijst naar een bestand dat er niet is. Haal de verwijzing weg, of kies een andere naam.`,
        en: `${output} points to a file that is not there. Remove the link, or choose another name.`,
      });
    }
    return { kind: "file", path: output, there: false };
  }
  if (found.isDirectory()) {
    throw new Refusal({
      nl: `${output} is een map. Zet er de naam van een bestand achter.`,
      en: `${output} is a folder. Add the name of a file.`,
    });
  }
  if (isStandardOutput(output, found)) return { kind: "standard output" };
  // Follows a link, so that its target is replaced and not the link.
  return found.isFile()
    ? { kind: "file", path: await realpath(output), there: true }
    : { kind: "stream", path: output };
}

/** True if the result goes to standard output; messages then go to standard error. */
export const isOnOutput = async (output: string | undefined): Promise<boolean> =>
  output === undefined || (await placeOf(output)).kind === "standard output";

/** True for /dev/stdout, also if it is redirected to a file. */
function isStandardOutput(output: string, found: Stats): boolean {
  if (found.isFile() && !/^\/(?:dev|proc)\//.test(resolve(output))) return false;
  try {
    const own = fstatSync(1);
    return own.ino === found.ino && own.dev === found.dev;
  } catch {
    return false;
  }
}

/** Refuses to overwrite one of the input workbooks. */
export async function keepApart(output: string, inputs: readonly string[]): Promise<void> {
  const place = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const target = output === "-" ? null : await place(output);
  for (const input of inputs) {
    if (input === "-" || (await place(input)) !== target) continue;
    throw new Refusal({
      nl: `${output} is de werkmap die u liet lezen; die blijft zoals hij is. Kies een andere naam voor de uitkomst.`,
      en: `${output} is the workbook you had read; it stays as it is. Choose another name for the outcome.`,
    });
  }
}

/** The result of writing: where the previous file is kept, and whether it had changed since it was read. */
export interface Written {
  /** Null if there was no file, or an identical one. */
  readonly kept: string | null;
  readonly changedSince: boolean;
}

/** What can be written: a text, or bytes, whole or in pieces. */
export type Content = string | Uint8Array | readonly Uint8Array[];

/**
 * Writes a result; every command uses this. A file is written completely or not at all: first to a temporary file next
 * to it, then renamed. A previous file with other content is kept. Devices and pipes are written into;
 * "-" is standard output. `read` is the same file as read earlier, to detect changes in between.
 */
export async function writeOutput(
  output: string,
  content: Content,
  terminal: Terminal,
  read?: Input,
): Promise<Written> {
  const whole = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const pieces = whole instanceof Uint8Array ? [whole] : whole;
  const place = await placeOf(output);
  const nothing = { kept: null, changedSince: false };
  try {
    switch (place.kind) {
      case "standard output":
        for (const piece of pieces) terminal.bytes(piece);
        return nothing;
      case "stream":
        await writeFile(place.path, pieces);
        return nothing;
      case "file":
        return await writeFileWhole(place.path, pieces, read?.bytes);
    }
  } catch (problem) {
    // Error messages name the user's file, not the temporary one.
    if (problem instanceof Error && "syscall" in problem) (problem as NodeJS.ErrnoException).path = output;
    throw problem;
  }
}

/**
 * Writes a result and says so: `what` was done, and the name under which a previous file is kept. `there`: standard output
 * has the result of the command; default: if it has this one.
 */
export async function writeAndSay(
  output: string,
  content: Content,
  { terminal, t, say }: Pick<Setup, "terminal" | "t" | "say">,
  how: {
    readonly what?: Text;
    readonly more?: string;
    readonly there?: boolean;
    readonly read?: Input | undefined;
  } = {},
): Promise<Written> {
  const { what = { nl: "Geschreven", en: "Written" }, more = "", read } = how;
  const written = await writeOutput(output, content, terminal, read);
  const there = how.there ?? (await isOnOutput(output));
  say(`${t(what)}: ${output}${more}\n`, there);
  const kept: Text = { nl: "Wat daar stond, is bewaard als", en: "What stood there is kept as" };
  if (written.kept !== null) say(`${t(kept)}: ${written.kept}\n`, there);
  return written;
}

/** The bytes of a workbook for a file name; the content type follows the extension. */
export async function bytesFor(
  output: string,
  workbook: Pick<XlsxWorkbook, "bytes" | "bytesFor">,
): Promise<Uint8Array> {
  return (await placeOf(output)).kind === "file" ? workbook.bytesFor(output) : workbook.bytes();
}

async function writeFileWhole(
  target: string,
  pieces: readonly Uint8Array[],
  read: Uint8Array | undefined,
): Promise<Written> {
  const folder = dirname(target);
  const temporary = join(folder, `.pa-${randomBytes(6).toString("hex")}.tmp`);
  unfinished.add(temporary);
  try {
    const file = await open(temporary, "wx");
    try {
      await writeFile(file, pieces);
      // Flushed to disk before the rename, so that a power failure leaves either the old file or the new one.
      await file.sync();
    } finally {
      await file.close();
    }
    return await inTurn(target, async () => {
      const there = await stat(target).catch(orNull);
      const differs = there !== null && there.size > 0 && !(await holds(target, there.size, pieces));
      const before = differs ? await readFile(target) : null;
      const kept = before && (await keepAside(target, before));
      // Keeps the permissions of the previous file; some file systems have none.
      if (there !== null) await chmod(temporary, there.mode & 0o7777).catch(() => undefined);
      await rename(temporary, target);
      return { kept, changedSince: before !== null && read !== undefined && !before.equals(read) };
    });
  } finally {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  }
}

/** True if a file of this size holds these bytes; reads it piece by piece, because both may be large. */
async function holds(path: string, size: number, pieces: readonly Uint8Array[]): Promise<boolean> {
  if (size !== pieces.reduce((sum, { length }) => sum + length, 0)) return false;
  const file = await open(path, "r");
  try {
    for (const piece of pieces) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(piece.length));
      if (bytesRead < piece.length || !buffer.equals(piece)) return false;
    }
    return true;
  } finally {
    await file.close();
  }
}

/** Maximum length of a file name on most systems, in bytes. */
const longestName = 255;

/** Keeps a copy of the file under an unused name; does not repeat an identical copy. */
async function keepAside(target: string, before: Buffer): Promise<string> {
  const { dir, name, ext } = parse(target);
  for (let number = 1; ; number += 1) {
    const ending = `.vorige${number === 1 ? "" : `-${number}`}${ext}`;
    let stem = name;
    while (Buffer.byteLength(stem + ending) > longestName) stem = Array.from(stem).slice(0, -1).join("");
    const kept = join(dir, stem + ending);
    // Uses a hard link if possible, else a copy; neither overwrites a file.
    const made = await link(target, kept)
      .catch((problem: unknown) => {
        if (code(problem) === "EEXIST") throw problem;
        return copyFile(target, kept, constants.COPYFILE_EXCL);
      })
      .then(
        () => true,
        (problem: unknown) => {
          if (code(problem) === "EEXIST") return false;
          throw problem;
        },
      );
    if (made || (await readFile(kept).catch(() => null))?.equals(before)) return kept;
  }
}

/** Lets one `pa` at a time replace a file, so that two processes do not overwrite each other's result. */
async function inTurn<T>(target: string, act: () => Promise<T>): Promise<T> {
  const lock = join(
    dirname(target),
    `.pa-${createHash("sha256").update(basename(target)).digest("hex").slice(0, 12)}.lock`,
  );
  for (;;) {
    try {
      await (await open(lock, "wx")).close();
      break;
    } catch (problem) {
      if (code(problem) !== "EEXIST") throw problem;
      // The lock is stale, because replacing a file takes less than ten seconds.
      const made = (await stat(lock).catch(orNull))?.mtimeMs;
      if (made !== undefined && Date.now() - made > 10_000) await rm(lock, { force: true });
      else await wait(20);
    }
  }
  unfinished.add(lock);
  try {
    return await act();
  } finally {
    await rm(lock, { force: true });
    unfinished.delete(lock);
  }
}
