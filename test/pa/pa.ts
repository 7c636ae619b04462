// Runs `pa` in this process: arguments in, text, bytes and exit code out.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { main } from "../../packages/cli/src/main.js";
import type { Terminal } from "../../packages/cli/src/terminal.js";
import { kept } from "../../packages/quarterly/src/kept.js";

/** A temporary folder for this test file, removed afterwards. */
export function ownFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "pa-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The bytes written to standard output. */
  readonly bytes: Uint8Array;
}

export async function paWith(given: Partial<Terminal>, ...words: string[]): Promise<Ran> {
  const parts: Uint8Array[] = [];
  let err = "";
  const code = await main(words, {
    today: "2026-11-23",
    language: "nl",
    interactive: false,
    colour: false,
    columns: 150,
    out: (text) => void parts.push(new TextEncoder().encode(text)),
    err: (text) => void (err += text),
    bytes: (content) => void parts.push(content),
    ...given,
  });
  const bytes = Buffer.concat(parts);
  return { code, out: bytes.toString("utf8"), err, bytes };
}

export const pa = (...words: string[]): Promise<Ran> => paWith({}, ...words);

const templates = new Map<string, Promise<Ran>>();

/** Writes the workbook of `pa template` with these options. It is made once for all test files that share this process. */
export async function template(path: string, ...options: string[]): Promise<string> {
  const { code, bytes } = await kept(templates, options.join(" "), () => pa("template", ...options, "-"));
  expect(code).toBe(0);
  writeFileSync(path, bytes);
  return path;
}

/** Standard input with these bytes. */
export const input = (bytes: Uint8Array): Partial<Terminal> => ({
  input: async function* () {
    yield bytes;
  },
});
