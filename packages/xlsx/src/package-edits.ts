import { escapeAttribute } from "./markup.js";
import { append, prefixOf, readOutline, splice, without } from "./outline.js";
import { type Parts, relationshipsPart } from "./parts.js";

const contentTypes = "[Content_Types].xml";

/** Registers the content type of a new part. */
export function addContentType(parts: Parts, part: string, type: string): void {
  const xml = parts.text(contentTypes);
  const root = readOutline(xml, contentTypes);
  const override = `<${prefixOf(root)}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  parts.set(contentTypes, splice(xml, [append(xml, root, override)]));
}

export function removeContentType(parts: Parts, part: string): void {
  const xml = parts.text(contentTypes);
  const name = `/${part}`.toLowerCase();
  const gone = readOutline(xml, contentTypes).children.filter(
    (element) => element.attributes["PartName"]?.toLowerCase() === name,
  );
  parts.set(contentTypes, splice(xml, gone.map(without)));
}

/** Adds a relationship from a part, creating its relationships part if needed. Returns the id. */
export function addRelationship(parts: Parts, from: string, type: string, target: string): string {
  const list = relationshipsPart(from);
  const xml = parts.has(list)
    ? parts.text(list)
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const root = readOutline(xml, list);
  const taken = new Set(root.children.map(({ attributes }) => attributes["Id"]));
  let number = 1;
  while (taken.has(`rIdPA${number}`)) number += 1;
  const id = `rIdPA${number}`;
  const element = `<${prefixOf(root)}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(target)}"/>`;
  parts.set(list, splice(xml, [append(xml, root, element)]));
  return id;
}

export function removeRelationship(parts: Parts, from: string, id: string): void {
  const list = relationshipsPart(from);
  const xml = parts.text(list);
  const gone = readOutline(xml, list).children.filter(({ attributes }) => attributes["Id"] === id);
  parts.set(list, splice(xml, gone.map(without)));
}

/** Removes a part, its relationships, and the parts that nothing else refers to any more. */
export function removePart(parts: Parts, part: string): void {
  const targets = parts.relationships(part).filter(({ external }) => !external);
  parts.remove(part);
  parts.remove(relationshipsPart(part));
  removeContentType(parts, part);
  const pointedTo = new Set(
    ["", ...parts.names()].flatMap((name) => parts.relationships(name).map(({ target }) => target.toLowerCase())),
  );
  for (const { target } of targets) {
    if (parts.has(target) && !pointedTo.has(target.toLowerCase())) removePart(parts, target);
  }
}

export const officeRelationship = (kind: string): string =>
  `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;

/** An unused part name: "xl/worksheets/sheet7.xml". */
export function freePart(parts: Parts, make: (number: number) => string): string {
  let number = 1;
  while (parts.has(make(number))) number += 1;
  return make(number);
}

/** Removes the calculation chain, which is invalid once formulas change; Excel rebuilds it. */
export function dropCalcChain(parts: Parts, workbookPart: string): void {
  const chain = parts.relationships(workbookPart).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  removeRelationship(parts, workbookPart, chain.id);
  if (parts.has(chain.target)) removePart(parts, chain.target);
}
