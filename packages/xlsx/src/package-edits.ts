import { escapeAttribute } from "./markup.js";
import { type Parts, relationshipsPart } from "./parts.js";
import { refusal } from "./refusal.js";

const insertBefore = (xml: string, closing: RegExp, text: string, part: string): string => {
  const at = [...xml.matchAll(new RegExp(closing.source, "g"))].at(-1)?.index;
  if (at === undefined) throw refusal("BAD_XML", part);
  return xml.slice(0, at) + text + xml.slice(at);
};

const contentTypes = "[Content_Types].xml";
const elementPrefix = (xml: string, root: string): string =>
  new RegExp(`<([A-Za-z0-9_]+:)?${root}[\\s>]`).exec(xml)?.[1] ?? "";
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Names the kind of a new part. */
export function addContentType(parts: Parts, part: string, type: string): void {
  const xml = parts.text(contentTypes);
  const prefix = elementPrefix(xml, "Types");
  parts.set(
    contentTypes,
    insertBefore(
      xml,
      new RegExp(`</${prefix}Types>`),
      `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
      contentTypes,
    ),
  );
}

export function removeContentType(parts: Parts, part: string): void {
  parts.set(
    contentTypes,
    parts.text(contentTypes).replace(new RegExp(`<(?:\\w+:)?Override\\b[^>]*PartName="/${escaped(part)}"[^>]*/>`), ""),
  );
}

/** Adds a relationship from a part; returns its id. A part without relationships gets them. */
export function addRelationship(parts: Parts, from: string, type: string, target: string): string {
  const list = relationshipsPart(from);
  if (!parts.has(list))
    parts.set(
      list,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    );
  const xml = parts.text(list);
  const prefix = elementPrefix(xml, "Relationships");
  const taken = new Set(parts.relationships(from).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rIdPA${number}`)) number += 1;
  const id = `rIdPA${number}`;
  // Some programs close an empty list at once.
  const open = xml.replace(
    new RegExp(`<${prefix}Relationships\\b([^>]*)/>`),
    `<${prefix}Relationships$1></${prefix}Relationships>`,
  );
  parts.set(
    list,
    insertBefore(
      open,
      new RegExp(`</${prefix}Relationships>`),
      `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(target)}"/>`,
      list,
    ),
  );
  return id;
}

/** Takes a relationship away again; a list that we made and that is empty again goes too. */
export function removeRelationship(parts: Parts, from: string, id: string): void {
  const list = relationshipsPart(from);
  const xml = parts.text(list).replace(new RegExp(`<(?:\\w+:)?Relationship\\b[^>]*\\bId="${escaped(id)}"[^>]*/>`), "");
  if (
    /<(?:\w+:)?Relationships\b[^>]*><\/(?:\w+:)?Relationships>$/.test(xml.trim()) &&
    from !== "" &&
    !/Relationship\b[^s]/.test(xml)
  )
    parts.remove(list);
  else parts.set(list, xml);
}

export const officeRelationship = (kind: string): string =>
  `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;

/** A part name that is not in use: "xl/worksheets/sheet7.xml". */
export function freePart(parts: Parts, make: (number: number) => string): string {
  let number = 1;
  while (parts.has(make(number))) number += 1;
  return make(number);
}

/** The order in which cells were last calculated is wrong once formulas change; Excel makes it anew. */
export function dropCalcChain(parts: Parts, workbookPart: string): void {
  const chain = parts.relationships(workbookPart).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  parts.remove(chain.target);
  const list = relationshipsPart(workbookPart);
  parts.set(
    list,
    parts.text(list).replace(new RegExp(`<(?:\\w+:)?Relationship\\b[^>]*\\bId="${escaped(chain.id)}"[^>]*/>`), ""),
  );
  removeContentType(parts, chain.target);
}
