import { SaxesParser } from "saxes";
import { limits } from "./limits.js";
import { type Named, refusal } from "./refusal.js";

/** Attributes by name as written, prefix included. */
export type Attributes = Readonly<Record<string, string>>;

/** "x:row" is "row": workbooks may put a prefix on every element. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

interface ParserEvents {
  readonly open?: (written: string, attributes: Attributes, selfClosing: boolean) => void;
  readonly text?: (text: string) => void;
  readonly close?: (written: string) => void;
}

/**
 * Strict XML, fed in pieces. A DTD is refused, so there are no entities to expand and nothing outside to fetch.
 * Names come as written; only whoever changes a text in place wants them so. Readers use `PlacedParser`.
 */
export class StrictParser {
  readonly #parser: SaxesParser;
  #depth = 0;

  constructor(part: Named, events: ParserEvents, options: { positions?: boolean } = {}) {
    const parser = new SaxesParser({ xmlns: false, position: options.positions === true });
    this.#parser = parser;
    parser.on("doctype", () => {
      throw refusal("DTD", part);
    });
    parser.on("error", () => {
      throw refusal("BAD_XML", part);
    });
    const { open, text, close } = events;
    parser.on("opentag", (tag) => {
      if (++this.#depth > limits.depth) throw refusal("TOO_DEEP", part);
      open?.(tag.name, tag.attributes, tag.isSelfClosing);
    });
    parser.on("closetag", (tag) => {
      this.#depth--;
      close?.(tag.name);
    });
    if (text) {
      parser.on("text", (piece) => text(piece));
      parser.on("cdata", (piece) => text(piece));
    }
  }

  /** Elements now open. */
  get depth(): number {
    return this.#depth;
  }

  /** Place just after the tag being told about, in what was written so far; only with `positions`. */
  get position(): number {
    return this.#parser.position;
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }
}

const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const relationshipSpaces: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
]);

/** A place in a part and what was met below it; built once per place, however many rows there are. */
interface Place {
  readonly path: string;
  readonly below: Map<string, Place>;
}

/**
 * What a reader of a part wants to hear. An element is told by its place, the names from the root on:
 * "workbook/sheets/sheet". Attributes without prefix come by name, those of the namespace of relationships as "r:id";
 * others are left out.
 */
export interface MarkupEvents {
  readonly open?: (place: string, attributes: Attributes) => void;
  readonly text?: (text: string, place: string) => void;
  readonly close?: (place: string) => void;
}

/**
 * Reads the elements of the namespace of the root element. Everything of another namespace is passed over with all that
 * is in it, and so is `extLst`: what newer programs keep there has the names of older things (`x15:workbookPr`, `x14:table`).
 * Of `mc:AlternateContent` the fallback is read, as by every program that knows none of the choices (ECMA-376 part 3).
 */
export class PlacedParser {
  readonly #parser: StrictParser;
  readonly #part: Named;
  readonly #known: ReadonlyMap<string, string>;
  readonly #events: MarkupEvents;
  readonly #open: { readonly place: Place; readonly told: boolean; readonly spaces: Spaces }[] = [];
  readonly #root: Place = { path: "", below: new Map() };
  #own: string | null = null;
  #skipped = 0;

  /** `known` are other namespaces to be told, by address, with the prefix that places and attributes then have: "table:table-row". */
  constructor(part: Named, events: MarkupEvents, known: ReadonlyMap<string, string> = relationshipSpaces) {
    this.#known = known;
    this.#part = part;
    this.#events = events;
    this.#parser = new StrictParser(part, {
      open: (written, attributes) => this.#opened(written, attributes),
      close: () => this.#closed(),
      ...(events.text && {
        text: (piece: string) => {
          const at = this.#skipped === 0 ? this.#open.at(-1) : undefined;
          if (at?.told === true) events.text!(piece, at.place.path);
        },
      }),
    });
  }

  /** Elements now open, those passed over included. */
  get depth(): number {
    return this.#parser.depth;
  }

  /** The namespace of the root element. */
  get space(): string {
    return this.#own ?? "";
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }

  #opened(written: string, attributes: Attributes): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    const around = this.#open.at(-1);
    const spaces = declared(attributes, around?.spaces ?? noSpaces);
    const colon = written.indexOf(":");
    const prefix = colon < 0 ? "" : written.slice(0, colon);
    const name = colon < 0 ? written : written.slice(colon + 1);
    const space = spaces.get(prefix) ?? (prefix === "" ? "" : undefined);
    if (space === undefined) throw refusal("BAD_XML", this.#part);
    this.#own ??= space;
    const told = this.#known.get(space) ?? (space === this.#own ? "" : undefined);
    if (told !== undefined && name !== "extLst") {
      const place = below(around?.place ?? this.#root, told === "" ? name : `${told}:${name}`);
      this.#open.push({ place, told: true, spaces });
      this.#events.open?.(place.path, plain(attributes, spaces, this.#known));
    } else if (space === compatibility && around && (name === "AlternateContent" || name === "Fallback")) {
      this.#open.push({ place: around.place, told: false, spaces });
    } else this.#skipped = 1;
  }

  #closed(): void {
    if (this.#skipped > 0) this.#skipped--;
    else {
      const { place, told } = this.#open.pop()!;
      if (told) this.#events.close?.(place.path);
    }
  }
}

type Spaces = ReadonlyMap<string, string>;
const noSpaces: Spaces = new Map();

/** The place of an element below another; the same object every time, so that a path is written once. */
function below(place: Place, name: string): Place {
  const known = place.below.get(name);
  if (known) return known;
  const found: Place = { path: place.path === "" ? name : `${place.path}/${name}`, below: new Map() };
  // Names come from the file: remember as many as a workbook has, not as many as somebody thinks up.
  if (place.below.size < 500) place.below.set(name, found);
  return found;
}

/** The namespaces by prefix inside an element. */
function declared(attributes: Attributes, around: Spaces): Spaces {
  let spaces: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith("xmlns") || (key.length > 5 && key[5] !== ":")) continue;
    spaces ??= new Map(around);
    spaces.set(key.slice(6), attributes[key]!);
  }
  return spaces ?? around;
}

/** The attributes a reader may want, by names it knows. */
function plain(attributes: Attributes, spaces: Spaces, known: ReadonlyMap<string, string>): Attributes {
  let prefixed = false;
  for (const key in attributes) if (key.includes(":")) prefixed = true;
  if (!prefixed) return attributes;
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    const colon = key.indexOf(":");
    const prefix = colon < 0 ? "" : known.get(spaces.get(key.slice(0, colon)) ?? "");
    if (prefix !== undefined) found[colon < 0 ? key : `${prefix}:${key.slice(colon + 1)}`] = value;
  }
  return found;
}

/** Reads a whole text; returns the namespace it is in. */
export function readMarkup(
  xml: string,
  part: Named,
  events: MarkupEvents,
  known?: ReadonlyMap<string, string>,
): string {
  const parser = new PlacedParser(part, events, known);
  parser.write(xml);
  parser.close();
  return parser.space;
}

/** Text for element content; what XML cannot hold is written as Excel does (`_x0001_`). */
export function escapeText(text: string): string {
  return (
    text
      // A text that looks like such an escape is itself escaped.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // eslint-disable-next-line no-control-regex -- these are exactly the characters XML 1.0 cannot hold, and CR, which it changes
      .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu, (letter) => {
        return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      })
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
  );
}

/** Text for an attribute between double quotes. */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");

/** `_x000D_` in a text of a workbook is the character with that number. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
