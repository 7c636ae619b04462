import { sha256 } from "#sha256";
import type { Receipt } from "../report-shape.js";
import type { Return } from "../return.js";

/** JSON with sorted keys, so that equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** What a report was made with and from: enough to reproduce it exactly. */
export function receiptOf(ret: Return, day: string, versions: Readonly<Record<string, string>>): Receipt {
  return {
    versions,
    agreement: ret.original.id,
    agreementHash: hashOf(canonicalJson(ret.original)),
    inputHash: ret.hash,
    day,
  };
}

function hashOf(text: string): string {
  const hash = sha256();
  hash.update(new TextEncoder().encode(text));
  return hash.hex();
}
