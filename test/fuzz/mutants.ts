/** Mutants of a workbook, with one detail that no program would write. Seeded, so that each can be reproduced. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** mulberry32: the same seed gives the same numbers everywhere. */
export function dice(seed: number): { below(n: number): number; one<T>(list: readonly T[]): T } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, one: (list) => list[below(list.length)]! };
}

export interface Mutant {
  /** What was changed, to locate it. */
  readonly how: string;
  readonly bytes: Uint8Array;
}

const oddAttributes = [
  "",
  "0",
  "-1",
  "1",
  "2",
  "99999999",
  "1e308",
  "A0",
  "A1",
  "ZZZZ9",
  "A1:A1",
  "B2:XFD1048576",
  "true",
  "s",
  "e",
  "\u202e",
  "x".repeat(300),
];
const oddCells = [
  "",
  " ",
  "0",
  "-1",
  "1e308",
  "NaN",
  "2026",
  "46295.99998",
  "#VERW!",
  "n.b.",
  "(".repeat(32_000),
  "\u200b",
  "=1+1",
  "a\tb",
  "31-9-2026",
  "\ud83c\udfe0",
  "Totaal",
];

type Parts = Record<string, Uint8Array>;
type Change = (parts: Parts, d: ReturnType<typeof dice>) => string;

const xmlParts = (parts: Parts): string[] => Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));

/** Replaces one of a pattern's matches in a part. */
function replaced(
  parts: Parts,
  name: string,
  pattern: RegExp,
  d: ReturnType<typeof dice>,
  put: (found: RegExpMatchArray) => string,
): string {
  const text = strFromU8(parts[name]!);
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return "nothing";
  const one = d.one(found);
  const after = put(one);
  parts[name] = strToU8(text.slice(0, one.index) + after + text.slice(one.index + one[0].length));
  return `${one[0].slice(0, 60)} -> ${after.slice(0, 60)}`;
}

const changes: Readonly<Record<string, Change>> = {
  "part gone": (parts, d) => {
    const name = d.one(Object.keys(parts));
    Reflect.deleteProperty(parts, name);
    return name;
  },
  "part cut short": (parts, d) => {
    const name = d.one(xmlParts(parts));
    parts[name] = parts[name]!.slice(0, d.below(parts[name]!.length));
    return name;
  },
  "two parts changed places": (parts, d) => {
    const [a, b] = [d.one(xmlParts(parts)), d.one(xmlParts(parts))];
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
    return `${a} ${b}`;
  },
  "a piece twice": (parts, d) => {
    const name = d.one(xmlParts(parts));
    const part = parts[name]!;
    const [from, length] = [d.below(part.length), d.below(400)];
    const piece = part.slice(from, from + length);
    parts[name] = Uint8Array.from([...part.slice(0, from), ...piece, ...part.slice(from)]);
    return `${name} ${from}+${length}`;
  },
  attribute: (parts, d) => {
    const name = d.one(xmlParts(parts));
    return `${name} ${replaced(parts, name, / [\w:]+="[^"]*"/g, d, ([text]) => text.replace(/"[^"]*"$/, `"${d.one(oddAttributes)}"`))}`;
  },
  "attribute of a table": (parts, d) => {
    const name = d.one(Object.keys(parts).filter((part) => part.includes("/tables/")));
    return `${name} ${replaced(parts, name, / (?:ref|displayName|name|headerRowCount|totalsRowCount|totalsRowShown)="[^"]*"/g, d, ([text]) => text.replace(/"[^"]*"$/, `"${d.one(oddAttributes)}"`))}`;
  },
  element: (parts, d) => {
    const name = d.one(xmlParts(parts));
    return `${name} ${replaced(parts, name, /<(?:\w+:)?\w+[^<>]*\/>/g, d, () => "")}`;
  },
  cell: (parts, d) => {
    const name = d.one(Object.keys(parts).filter((part) => /worksheets\/[^/]+\.xml$/.test(part)));
    return `${name} ${replaced(parts, name, /<v>[^<]*<\/v>/g, d, () => `<v>${d.one(oddCells)}</v>`)}`;
  },
  "text of a cell": (parts, d) => {
    const name = Object.keys(parts).find((part) => part.endsWith("sharedStrings.xml"));
    if (name === undefined) return "nothing";
    return replaced(parts, name, />[^<]+<\/t>/g, d, () => `>${d.one(oddCells)}</t>`);
  },
};

/** The mutant of a workbook with this number. */
export function mutant(workbook: Uint8Array, number: number): Mutant {
  const d = dice(number * 2_654_435_761);
  const kind = d.one([...Object.keys(changes), "bytes of the zip"]);
  if (kind === "bytes of the zip") {
    const bytes = workbook.slice();
    const places = Array.from({ length: 1 + d.below(4) }, () => d.below(bytes.length));
    for (const place of places) bytes[place] = d.below(256);
    return {
      how: `${kind}: ${places.join(", ")}`,
      bytes: d.below(4) === 0 ? bytes.slice(0, d.below(bytes.length)) : bytes,
    };
  }
  const parts = { ...unzipSync(workbook) };
  const what = changes[kind]!(parts, d);
  return { how: `${kind}: ${what}`, bytes: zipSync(parts, { level: 1, mtime: new Date(1980, 0, 1) }) };
}
