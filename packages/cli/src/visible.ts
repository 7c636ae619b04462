/** Control characters and direction marks, which a terminal obeys instead of showing. Excludes line feeds and tabs. */
// oxlint-disable-next-line no-control-regex -- these are looked for
const obeyed = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text with its control characters made visible: an escape in a cell, sheet name or file name shows as a sign (␛), so
 * it cannot colour, move or rename the reader's terminal.
 */
export const visible = (text: string): string =>
  text.replace(obeyed, (sign, at: number) => {
    const code = sign.charCodeAt(0);
    if (sign === "\r" && text[at + 1] === "\n") return sign;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });

/** Adds the path of the JSON schema, which is published with this package. */
export const withSchema = <T extends object>(name: "check" | "report" | "eval", content: T) => ({
  $schema: `@prestatieafspraken/cli/schema/${name}.schema.json`,
  ...content,
});

const escaped = (text: string): string =>
  text.replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Formatted JSON without characters that a terminal obeys. */
export const json = (value: unknown): string => `${escaped(JSON.stringify(value, null, 2))}\n`;

/** Number of list items per piece of text. */
const ITEMS = 10_000;

/** Minimum length of a text that becomes a piece of its own. */
const PIECE = 1 << 16;

/**
 * The bytes of `json`, in pieces: the cells behind the figures of a national file are megabytes per line, and would
 * take several times that as one text.
 */
export function jsonBytes(value: object): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = "";
  for (const piece of jsonPieces(value, 3, 0)) {
    text += piece;
    if (text.length < PIECE) continue;
    pieces.push(encoder.encode(escaped(text)));
    text = "";
  }
  return [...pieces, encoder.encode(`${escaped(text)}\n`)];
}

/** The output of JSON.stringify with an indent of two, at this depth of a larger value, in pieces for so many levels. */
function* jsonPieces(value: unknown, levels: number, depth: number): Generator<string> {
  const line = `\n${"  ".repeat(depth)}`;
  if (Array.isArray(value) && value.length > ITEMS) {
    for (let at = 0; at < value.length; at += ITEMS) {
      const part = indented(value.slice(at, at + ITEMS), depth);
      yield (at === 0 ? "[" : ",") + part.slice(1, part.length - line.length - 1);
    }
    yield `${line}]`;
    return;
  }
  if (levels === 0 || typeof value !== "object" || value === null) {
    yield indented(value, depth);
    return;
  }
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  let begun = false;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${begun ? "," : open}${line}  ${open === "[" ? "" : `${JSON.stringify(key)}: `}`;
    begun = true;
    yield* jsonPieces(item, levels - 1, depth + 1);
  }
  yield begun ? `${line}${close}` : open + close;
}

/** JSON.stringify with an indent of two, at this depth of a larger value. */
function indented(value: unknown, depth: number): string {
  let nested = value;
  for (let level = 0; level < depth; level += 1) nested = [nested];
  const text = JSON.stringify(nested, null, 2);
  // Each level of lists has written "[", a line break and the next indent before the value, and their counterparts after it.
  return text.slice(depth * (depth + 3), text.length - depth * (depth + 1));
}
