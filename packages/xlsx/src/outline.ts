import { type Attributes, localName, StrictParser } from "./markup.js";

/** An element and its position in the text, so that just this element can be edited. */
export interface Outline {
  /** Name as written, including any prefix. */
  readonly written: string;
  readonly name: string;
  readonly attributes: Attributes;
  /** From the "<" of the start tag to just after the ">" of the end tag. */
  readonly start: number;
  end: number;
  /** From after the start tag to the end tag; both the same position if the element is self-closing. */
  readonly contentStart: number;
  contentEnd: number;
  readonly selfClosing: boolean;
  readonly children: Outline[];
  /** Text directly inside this element. */
  text: string;
}

/** Parses a small text into elements; not for sheets with all their cells. */
export function readOutline(xml: string, part: string): Outline {
  const open: Outline[] = [];
  let root: Outline | null = null;
  const parser = new StrictParser(
    part,
    {
      open: (written, attributes, selfClosing) => {
        const contentStart = parser.position;
        const start = xml.lastIndexOf("<", contentStart - 1);
        const element: Outline = {
          written,
          name: localName(written),
          attributes,
          start,
          end: contentStart,
          contentStart,
          contentEnd: contentStart,
          selfClosing,
          children: [],
          text: "",
        };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text: (text) => {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      close: () => {
        const element = open.pop()!;
        element.end = parser.position;
        if (!element.selfClosing) element.contentEnd = xml.lastIndexOf("<", element.end - 1);
      },
    },
    { positions: true },
  );
  parser.write(xml);
  parser.close();
  // Safe: the parser refuses a text without root element.
  return root!;
}

/** A range of a text and its replacement. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies replacements, which must not overlap. */
export function splice(xml: string, splices: readonly Splice[]): string {
  let out = "";
  let at = 0;
  for (const { from, to, text } of [...splices].sort((a, b) => a.from - b.from)) {
    out += xml.slice(at, from) + text;
    at = to;
  }
  return out + xml.slice(at);
}

export const without = ({ start, end }: Outline): Splice => ({ from: start, to: end, text: "" });

/** Appends text at the end of an element's content. */
export function append(xml: string, element: Outline, text: string): Splice {
  if (!element.selfClosing) return { from: element.contentEnd, to: element.contentEnd, text };
  const slash = xml.lastIndexOf("/", element.end);
  return { from: slash, to: element.end, text: `>${text}</${element.written}>` };
}

/** Replaces the value of an existing attribute. */
export const withAttribute = (xml: string, element: Outline, attribute: string, value: string): Splice =>
  attributeAt(xml, element.start, element.contentStart, attribute, value)!;

/** Replaces the value of an attribute of the tag between these places; null if the tag has no such attribute. */
export function attributeAt(xml: string, start: number, end: number, attribute: string, value: string): Splice | null {
  const found = new RegExp(`\\s${attribute}\\s*=\\s*("[^"]*"|'[^']*')`).exec(xml.slice(start, end));
  if (found === null) return null;
  const [whole, quoted = ""] = found;
  const to = start + found.index + whole.length;
  return { from: to - quoted.length, to, text: `"${value}"` };
}

/** All elements with this name, including the element itself. */
export function elementsNamed(element: Outline, name: string): Outline[] {
  const below = element.children.flatMap((child) => elementsNamed(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** The element's prefix including the colon; new children use the same one. */
export const prefixOf = ({ written, name }: Outline): string => written.slice(0, written.length - name.length);
