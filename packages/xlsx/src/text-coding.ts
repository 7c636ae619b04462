import { type Named, refusal } from "./refusal.js";

// Both hosts have these; the language library that this package compiles against does not name them.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** How the letters of a part are written down: a package allows these (ECMA-376 part 2). */
export type Coding = "utf-8" | "utf-16le" | "utf-16be";

const options = { fatal: true, ignoreBOM: true };
const decoders = {
  "utf-8": new TextDecoder("utf-8", options),
  "utf-16le": new TextDecoder("utf-16le", options),
  "utf-16be": new TextDecoder("utf-16be", options),
};
const encoder = new TextEncoder();

/** The coding of a text, by its byte order mark or by how "<" is written. */
export function codingOf(bytes: Uint8Array): Coding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** Bytes as text, a byte order mark included, so that encoding gives the same bytes back. Refuses other bytes. */
export function decodeText(bytes: Uint8Array, part: Named, coding: Coding = "utf-8"): string {
  try {
    return decoders[coding].decode(bytes);
  } catch {
    throw refusal("BAD_XML", part);
  }
}

export function encodeText(text: string, coding: Coding = "utf-8"): Uint8Array {
  if (coding === "utf-8") return encoder.encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), coding === "utf-16le");
  return bytes;
}

/**
 * Text of which nobody says how it is written: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8 where
 * it can be that, else as Windows in Western Europe writes.
 */
export function decodeLetters(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, i) => void (zeros[i % 2]! += byte === 0 ? 1 : 0));
  const many = sample.length / 5;
  const marked = codingOf(bytes);
  const coding = marked !== "utf-8" ? marked : zeros[1]! > many ? "utf-16le" : zeros[0]! > many ? "utf-16be" : "utf-8";
  let text: string;
  try {
    text = decoders[coding].decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252", { fatal: false, ignoreBOM: true }).decode(bytes);
  }
  return text.replace(/^\ufeff/, "");
}
