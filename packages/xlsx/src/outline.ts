import { type Attributes, localName, StrictParser } from "./markup.js";

/** An element and where it stands in its text, so that exactly it can be changed. */
export interface Outline {
  /** Name as written, prefix included. */
  readonly written: string;
  readonly name: string;
  readonly attributes: Attributes;
  /** From "<" of the start tag to after ">" of the end tag. */
  readonly start: number;
  end: number;
  /** After the start tag, and at the end tag; the same place when the element closes itself. */
  readonly contentStart: number;
  contentEnd: number;
  readonly selfClosing: boolean;
  readonly children: Outline[];
  /** Text directly in this element. */
  text: string;
}

/** The elements of a small text: not for sheets with all their cells. */
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
  // A text without root element does not get past the parser.
  return root!;
}

/** A place in a text and what comes there instead. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with other pieces in these places; places may not overlap. */
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

/** Adds text as the last thing in an element. */
export function append(xml: string, element: Outline, text: string): Splice {
  if (!element.selfClosing) return { from: element.contentEnd, to: element.contentEnd, text };
  const slash = xml.lastIndexOf("/", element.end);
  return { from: slash, to: element.end, text: `>${text}</${element.written}>` };
}

/** Another value for an attribute that is there. */
export function withAttribute(xml: string, element: Outline, attribute: string, value: string): Splice {
  const tag = xml.slice(element.start, element.contentStart);
  const found = new RegExp(`(\\s${attribute}\\s*=\\s*)("[^"]*"|'[^']*')`).exec(tag)!;
  const from = element.start + found.index + found[1]!.length;
  return { from, to: from + found[2]!.length, text: `"${value}"` };
}

/** Every element in there with this name, itself included. */
export function elementsNamed(element: Outline, name: string): Outline[] {
  const below = element.children.flatMap((child) => elementsNamed(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** The prefix, colon included, that an element was written with: its new children get the same. */
export const prefixOf = ({ written, name }: Outline): string => written.slice(0, written.length - name.length);
