import { readMarkup, unescapeText } from "./markup.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

/** The shared strings of a workbook, by number. */
export interface SharedStrings {
  readonly length: number;
  at(number: number): string | undefined;
}

/** The shared strings by number; rich text becomes plain text, without its phonetic guide. */
export function readSharedStrings(parts: Parts, part: string | null): SharedStrings {
  if (part === null) return [];
  if (!parts.has(part)) throw refusal("MISSING_PART", part);
  const xml = parts.text(part);
  return plainStrings(xml) ?? markedStrings(xml, part);
}

const START =
  /^(?:\ufeff)?<\?xml [^>]*\?>\s*<sst xmlns="[^"]*\/spreadsheetml\/(?:2006\/)?main"(?: (?:count|uniqueCount)="\d*")*>/;
/** Texts of ordinary letters only; the strict reader handles anything else. */
// oxlint-disable-next-line no-control-regex -- XML allows no other control characters than these
const ODD = /[\x00-\x08\x0b-\x1f\x7f\ud800-\uffff]|\]\]>/;

/** The strings if all are in the plain form that nearly every program writes; null otherwise. */
function plainStrings(xml: string): SharedStrings | null {
  const start = START.exec(xml.slice(0, 1000))?.[0];
  if (start === undefined || ODD.test(xml)) return null;
  const mayBeEscaped = xml.includes("&") || xml.includes("_x");
  const escaped = new Map<number, string>();
  const ends = new Int32Array(2 * Math.ceil(xml.length / "<si><t></t></si>".length));
  let count = 0;
  let at = start.length;
  while (xml.startsWith("<si><t", at)) {
    at += 6;
    if (xml.startsWith(' xml:space="preserve"', at)) at += 21;
    if (xml[at] !== ">") return null;
    const end = xml.indexOf("<", at);
    if (!xml.startsWith("</t></si>", end)) return null;
    ends[2 * count] = at + 1;
    ends[2 * count + 1] = end;
    if (mayBeEscaped) {
      const text = xml.slice(at + 1, end);
      if (unknownEntity.test(text)) return null;
      const meant = unescapeText(text.replace(entity, (_, name: string) => entities[name]!));
      if (meant !== text) escaped.set(count, meant);
    }
    count++;
    at = end + 9;
  }
  return /^\s*<\/sst>\s*$/.test(xml.slice(at)) ? new PlainStrings(xml, ends.slice(0, 2 * count), escaped) : null;
}

/** Strings read from the part when asked for: a million of them would take more memory than the cells. */
class PlainStrings implements SharedStrings {
  constructor(
    private readonly xml: string,
    /** Start and end of each string. */
    private readonly ends: Int32Array,
    /** The strings with escaped characters, unescaped, by number. */
    private readonly escaped: ReadonlyMap<number, string>,
  ) {}

  get length(): number {
    return this.ends.length / 2;
  }

  at(number: number): string | undefined {
    const text = this.escaped.size > 0 ? this.escaped.get(number) : undefined;
    return (
      text ?? (number < this.length ? this.xml.slice(this.ends[2 * number], this.ends[2 * number + 1]) : undefined)
    );
  }
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const entity = /&(amp|lt|gt|quot|apos);/g;
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos);)/;

function markedStrings(xml: string, part: string): string[] {
  const strings: string[] = [];
  let current = "";
  readMarkup(xml, part, {
    open: (place) => {
      if (place === "sst/si") current = "";
    },
    text: (text, place) => {
      if (place === "sst/si/t" || place === "sst/si/r/t") current += text;
    },
    close: (place) => {
      if (place === "sst/si") strings.push(unescapeText(current));
    },
  });
  return strings;
}
