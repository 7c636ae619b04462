import { SaxesParser } from "saxes";
import { limits } from "./limits.js";
import { refusal } from "./refusal.js";

/** Attributes by name as written, prefix included. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML wants to hear. Names come without their prefix. */
export interface MarkupEvents {
  readonly open?: (name: string, attributes: Attributes, selfClosing: boolean) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** "x:row" is "row": workbooks may put a prefix on every element. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute that has a namespace, whatever its prefix: `r:id`. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

/** Strict XML, fed in pieces. A DTD is refused, so there are no entities to expand and nothing outside to fetch. */
export class StrictParser {
  readonly #parser: SaxesParser;
  #depth = 0;

  constructor(part: string, events: MarkupEvents, options: { positions?: boolean } = {}) {
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
      open?.(localName(tag.name), tag.attributes, tag.isSelfClosing);
    });
    parser.on("closetag", (tag) => {
      this.#depth--;
      close?.(localName(tag.name));
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

/** Reads a whole text. */
export function readMarkup(xml: string, part: string, events: MarkupEvents): void {
  const parser = new StrictParser(part, events);
  parser.write(xml);
  parser.close();
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
