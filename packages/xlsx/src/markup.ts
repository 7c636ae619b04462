import { SaxesParser } from "saxes";
import { limits } from "./limits.js";
import { type Named, refusal } from "./refusal.js";

/** Attributes by name as written, including any prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** The name without prefix: "x:row" becomes "row". Some programs prefix every element. */
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
 * A strict XML parser, fed in pieces. It refuses a DTD, so entities are never expanded and nothing external is loaded.
 * Names are reported as written, for code that edits XML in place. Readers use `PlacedParser`.
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

  /** Number of open elements. */
  get depth(): number {
    return this.#depth;
  }

  /** Position just after the current tag in the text written so far; requires `positions`. */
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

/** A path in a part and the places below it; created once per path, whatever the number of rows. */
interface Place {
  readonly path: string;
  readonly below: Map<string, Place>;
}

/**
 * Callbacks for reading a part. `place` is the path of element names from the root:
 * "workbook/sheets/sheet". Attributes without prefix keep their name; those in the relationships namespace are passed
 * as "r:id"; others are omitted.
 */
export interface MarkupEvents {
  readonly open?: (place: string, attributes: Attributes) => void;
  readonly text?: (text: string, place: string) => void;
  readonly close?: (place: string) => void;
}

/**
 * Reads elements in the namespace of the root. Skips elements in other namespaces with their contents, and `extLst`,
 * where newer programs reuse older names (`x15:workbookPr`, `x14:table`).
 * Of `mc:AlternateContent` it reads the fallback, as programs must that know none of the choices (ECMA-376 part 3).
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

  /** `known` maps further namespaces to report to the prefix used in places and attributes: "table:table-row". */
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

  /** Number of open elements, including skipped ones. */
  get depth(): number {
    return this.#parser.depth;
  }

  /** Namespace of the root element. */
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

/** The child place with this name; the same object every time, so the path is built once. */
function below(place: Place, name: string): Place {
  const known = place.below.get(name);
  if (known) return known;
  const found: Place = { path: place.path === "" ? name : `${place.path}/${name}`, below: new Map() };
  // Names come from the file: a limit keeps a hostile file from filling memory.
  if (place.below.size < 500) place.below.set(name, found);
  return found;
}

/** The namespaces by prefix that apply inside an element. */
function declared(attributes: Attributes, around: Spaces): Spaces {
  let spaces: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith("xmlns") || (key.length > 5 && key[5] !== ":")) continue;
    spaces ??= new Map(around);
    spaces.set(key.slice(6), attributes[key]!);
  }
  return spaces ?? around;
}

/** The attributes in known namespaces, under their standard names. */
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

/** Parses a whole text. Returns its namespace. */
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

/** Escapes text for element content; characters that XML cannot hold become `_x0001_`, as in Excel. */
export function escapeText(text: string): string {
  return (
    text
      // Text that already looks like such an escape is escaped too.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // oxlint-disable-next-line no-control-regex -- these are exactly the characters XML 1.0 cannot hold, and CR, which it changes
      .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu, (letter) => {
        return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      })
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
  );
}

/** Escapes text for an attribute in double quotes. */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");

/** Decodes Excel's escapes: `_x000D_` becomes the character with that code. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
