import { type Named, refusal } from "./refusal.js";

// Both hosts provide these, but the `lib` this package compiles against does not declare them.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The text encodings a package may use (ECMA-376 part 2). */
export type Coding = "utf-8" | "utf-16le" | "utf-16be";

const options = { fatal: true, ignoreBOM: true };
const decoders = {
  "utf-8": new TextDecoder("utf-8", options),
  "utf-16le": new TextDecoder("utf-16le", options),
  "utf-16be": new TextDecoder("utf-16be", options),
};
const encoder = new TextEncoder();

/** The encoding of a text, from its byte order mark or from how "<" is written. */
export function codingOf(bytes: Uint8Array): Coding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** Decodes bytes, keeping a byte order mark, so that encoding gives the same bytes. Refuses invalid bytes. */
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

/** Windows-1252 from 0x80 to 0x9f; all other bytes are as in Latin-1. */
const notLatin1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes Windows-1252, which several versions of Node read as Latin-1 (nodejs/node#56542), so that the euro sign is lost. */
function decodeWindows(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text.replace(/[\u0080-\u009f]/g, (letter) => notLatin1[letter.charCodeAt(0) - 0x80]!);
}

/**
 * Decodes text of unknown encoding: by its byte order mark; else UTF-16 if many alternate bytes are zero; else UTF-8 if
 * valid; else Windows-1252.
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
    text = decodeWindows(bytes);
  }
  return text.replace(/^\ufeff/, "");
}
