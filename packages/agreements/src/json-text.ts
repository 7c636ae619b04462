import type { Text } from "@prestatieafspraken/indicators";

/** A syntax error in JSON, with its line and a message for people who do not program. */
export class JsonMistake extends Error {
  override readonly name = "JsonMistake";
  constructor(
    readonly line: number,
    readonly sentence: Text,
  ) {
    super(sentence.nl);
  }
}

/** Parsed JSON: the value, the line of every path ("norms[2].value"), and names that occur twice in one object. */
export interface JsonText {
  readonly value: unknown;
  readonly lines: ReadonlyMap<string, number>;
  readonly repeated: readonly { readonly path: string; readonly name: string; readonly line: number }[];
}

const deepest = 60;
const closing = { "{": "}", "[": "]" } as const;
/** The path of a member: "norms[2].value". */
export const member = (path: string, name: string | number): string =>
  typeof name === "number" ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;

/**
 * Parses JSON and records the line of every value, which JSON.parse does not. @throws JsonMistake that says what to change,
 * because people who do not program write these files.
 */
export function readJson(source: string): JsonText {
  const text = source.replace(/^\uFEFF/, "");
  const lines = new Map<string, number>();
  const repeated: { path: string; name: string; line: number }[] = [];
  let at = 0;
  let line = 1;
  /** The line of the last token read: a forgotten comma belongs there. */
  let lastLine = 1;

  const fail = (nl: string, en: string, onLine = line): never => {
    throw new JsonMistake(onLine, { nl: `Regel ${onLine}: ${nl}`, en: `Line ${onLine}: ${en}` });
  };
  const space = (): void => {
    for (; at < text.length && /\s/.test(text[at]!); at += 1) if (text[at] === "\n") line += 1;
    if (text[at] === "/" || text[at] === "#")
      fail(
        "JSON kent geen opmerkingen. Haal deze weg, of zet de toelichting in een 'note'.",
        "JSON has no comments. Remove it, or put the explanation in a 'note'.",
      );
  };
  const ended = (open: keyof typeof closing, openLine: number): never =>
    fail(
      `het bestand houdt op, maar de ${open} van regel ${openLine} is niet gesloten. Zet er een ${closing[open]} bij.`,
      `the file ends, but the ${open} of line ${openLine} is not closed. Add a ${closing[open]}.`,
    );

  const string = (): string => {
    const start = at;
    for (at += 1; text[at] !== '"'; at += 1) {
      if (at >= text.length || text[at] === "\n")
        fail(
          'een tekst die hier begint is niet gesloten. Zet er een " achter, op dezelfde regel.',
          'a text that begins here is not closed. Put a " after it, on the same line.',
        );
      if (text[at] === "\\") at += 1;
    }
    at += 1;
    lastLine = line;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail(
        `in ${text.slice(start, at)} staat een teken dat niet mag. Schrijf \\\\ voor een schuine streep.`,
        `${text.slice(start, at)} holds a character that is not allowed. Write \\\\ for a backslash.`,
      );
    }
  };

  const value = (path: string, depth: number): void => {
    space();
    lines.set(path, line);
    const first = text[at];
    if (first === "{" || first === "[") {
      if (depth > deepest) fail("te diep genest.", "nested too deeply.");
      collection(first, path, depth);
      return;
    }
    if (first === '"') {
      string();
      return;
    }
    const word = /^[^\s,\]}:"]+/.exec(text.slice(at, at + 60))?.[0] ?? "";
    if (/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(word)) {
      at += word.length;
      lastLine = line;
      return;
    }
    if (first === undefined)
      fail("het bestand houdt op waar een waarde hoort.", "the file ends where a value belongs.");
    if (first === "," || first === "}" || first === "]")
      fail(
        "hier ontbreekt een waarde, of er staat een komma te veel.",
        "a value is missing here, or there is a comma too many.",
      );
    if (/^['‘’“”„«]/.test(word))
      fail(
        `gebruik rechte dubbele aanhalingstekens ("), geen ${word[0]!}.`,
        `use straight double quotes ("), not ${word[0]!}.`,
      );
    fail(
      `${word} staat niet tussen aanhalingstekens. Schrijf "${word}".`,
      `${word} is not between quotes. Write "${word}".`,
    );
  };

  const collection = (open: "{" | "[", path: string, depth: number): void => {
    const close = closing[open];
    const openLine = line;
    const names = new Set<string>();
    at += 1;
    for (let count = 0; ; count += 1) {
      space();
      if (text[at] === close) {
        if (count > 0)
          fail(
            `er staat een komma te veel vóór de ${close}.`,
            `there is a comma too many before the ${close}.`,
            lastLine,
          );
        break;
      }
      if (at >= text.length) ended(open, openLine);
      if (open === "{") {
        if (/\d/.test(text[at]!))
          fail(
            'hier hoort een naam, maar er staat een getal. Was het een decimale komma? Schrijf het getal als tekst met een punt: "0.30".',
            'a name belongs here, but there is a number. Was it a decimal comma? Write the number as text with a dot: "0.30".',
          );
        if (text[at] !== '"')
          fail(
            'hier hoort een naam tussen rechte aanhalingstekens: "naam".',
            'a name between straight quotes belongs here: "name".',
          );
        const name = string();
        if (names.has(name)) repeated.push({ path: member(path, name), name, line });
        names.add(name);
        space();
        if (text[at] !== ":")
          fail(`na "${name}" hoort een dubbele punt.`, `a colon belongs after "${name}".`, lastLine);
        at += 1;
        value(member(path, name), depth + 1);
      } else value(member(path, count), depth + 1);
      space();
      if (text[at] === close) break;
      if (at >= text.length) ended(open, openLine);
      if (text[at] !== ",")
        fail(
          "aan het eind van deze regel ontbreekt een komma.",
          "a comma is missing at the end of this line.",
          lastLine,
        );
      at += 1;
      lastLine = line;
    }
    at += 1;
    lastLine = line;
  };

  value("", 0);
  space();
  if (at < text.length)
    fail(
      "na het einde van de gegevens staat nog iets. Een bestand bevat één { ... }.",
      "something follows the end of the data. A file holds one { ... }.",
    );
  return { value: JSON.parse(text), lines, repeated };
}
