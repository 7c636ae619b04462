import { refusal } from "./refusal.js";

// Both hosts have these; the language library that this package compiles against does not name them.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** UTF-8 bytes as text, a byte order mark included, so that encoding gives the same bytes back. Refuses other bytes. */
export function decodeText(bytes: Uint8Array, part: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw refusal("BAD_XML", part);
  }
}

export const encodeText = (text: string): Uint8Array => encoder.encode(text);
