// Runs `pa` in this process: arguments in, text, bytes and exit code out.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../packages/cli/src/main.js";
import type { Terminal } from "../../packages/cli/src/terminal.js";

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

/** Standard input with these bytes. */
export const input = (bytes: Uint8Array): Partial<Terminal> => ({
  input: async function* () {
    yield bytes;
  },
});
