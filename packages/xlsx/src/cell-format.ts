import { escapeAttribute } from "./markup.js";
import { formatCode, isDateFormat } from "./number-format.js";
import { append, prefixOf, readOutline, splice, withAttribute, type Outline, type Splice } from "./outline.js";
import { addContentType, addRelationship, freePart, officeRelationship } from "./package-edits.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

/** Order of elements in a font (CT_Font, ECMA-376 part 1, 18.8.22); Excel "repairs" files that use another order. */
const order = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"];

/** The position of an element in a font, by its name without prefix; unknown elements come last. */
export const placeInFont = (name: string): number => {
  const found = order.indexOf(name);
  return found < 0 ? order.length : found;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/**
 * The built-in id for a number format, or null. Dates and date-times map to 14 and 22, which follow the user's regional
 * settings.
 */
function builtInId(format: string): number | null {
  if (isDateFormat(format) && /y/i.test(format) && /d/i.test(format)) return /[hs]/i.test(format) ? 22 : 14;
  const id = [0, 1, 2, 3, 4, 9, 10].find((one) => formatCode(one, new Map()).toLowerCase() === format.toLowerCase());
  return id ?? null;
}

/** Style properties to change; omitted ones stay as they are. Colours are "#RRGGBB"; null removes the colour. */
export interface CellLooks {
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly textColor?: string | null;
  readonly fillColor?: string | null;
  readonly align?: "left" | "center" | "right" | null;
  readonly wrap?: boolean;
}

/**
 * The id of a style like `base` with this number format. Reuses an existing style or appends one, so no other cell
 * changes.
 */
export const styleWithFormat = (parts: Parts, workbookPart: string, base: number, format: string): number =>
  styleWithLooks(parts, workbookPart, base, { format });

/** The id of a style like `base` with the properties in `looks` replaced. Reuses an existing style or appends one. */
export function styleWithLooks(parts: Parts, workbookPart: string, base: number, looks: CellLooks): number {
  const part = stylesPart(parts, workbookPart);
  const root = readOutline(parts.text(part), part);
  const named = (name: string): Outline | undefined => root.children.find((child) => child.name === name);
  const styles = named("cellXfs");
  if (styles === undefined || styles.children.length === 0) throw refusal("BAD_XML", part);
  const { attributes } = styles.children[base] ?? styles.children[0]!;
  const ids: Record<string, number> = {};
  if (looks.format !== undefined) ids["numFmtId"] = formatId(parts, part, looks.format);
  if (looks.bold !== undefined || looks.italic !== undefined || looks.textColor !== undefined)
    ids["fontId"] = fontId(parts, part, Number(attributes["fontId"] ?? 0), looks);
  if (looks.fillColor !== undefined) ids["fillId"] = fillId(parts, part, looks.fillColor);
  return withXf(parts, part, base, ids, looks);
}

const applies: Readonly<Record<string, string>> = {
  numFmtId: "applyNumberFormat",
  fontId: "applyFont",
  fillId: "applyFill",
};

/** The id of a cell format like `base` with other component ids and alignment; appended if it does not exist. */
function withXf(
  parts: Parts,
  part: string,
  base: number,
  ids: Readonly<Record<string, number>>,
  { align, wrap }: CellLooks,
): number {
  const xml = parts.text(part);
  const root = readOutline(xml, part);
  const styles = root.children.find(({ name }) => name === "cellXfs")!;
  const like = styles.children[base] ?? styles.children[0]!;
  const isAligned = align !== undefined || wrap !== undefined;
  const gone = Object.keys(ids).flatMap((id) => [id, applies[id]!]);
  if (isAligned) gone.push("applyAlignment");
  const given = Object.entries(ids).map(([id, value]) => `${id}="${value}" ${applies[id]!}="1"`);
  if (isAligned) given.push('applyAlignment="1"');
  let tag = xml
    .slice(like.start, like.contentStart)
    .replace(new RegExp(`\\s(?:${gone.join("|")})\\s*=\\s*(?:"[^"]*"|'[^']*')`, "g"), "")
    .replace(/^<[^\s/>]+/, (name) => [name, ...given].join(" "));
  let inside = xml.slice(like.contentStart, like.contentEnd);
  let close = xml.slice(like.contentEnd, like.end);
  if (isAligned) {
    const prefix = prefixOf(root);
    const own = like.children.find(({ name }) => name === "alignment");
    const kept = { ...own?.attributes };
    if (align === null) delete kept["horizontal"];
    else if (align !== undefined) kept["horizontal"] = align;
    if (wrap === true) kept["wrapText"] = "1";
    else if (wrap === false) delete kept["wrapText"];
    const written = Object.entries(kept).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
    const rest = own === undefined ? inside : inside.replace(xml.slice(own.start, own.end), "");
    inside = `<${prefix}alignment${written.join("")}/>${rest}`;
    if (like.selfClosing) {
      tag = tag.replace(/\s*\/>$/, ">");
      close = `</${like.written}>`;
    }
  }
  const wanted = tag + inside + close;
  const same = styles.children.findIndex(({ start, end }) => canonical(xml.slice(start, end)) === canonical(wanted));
  if (same >= 0) return same;
  parts.set(part, splice(xml, withOneMore(xml, styles, wanted)));
  return styles.children.length;
}

function formatId(parts: Parts, part: string, format: string): number {
  const builtIn = builtInId(format);
  if (builtIn !== null) return builtIn;
  const xml = parts.text(part);
  const root = readOutline(xml, part);
  const formats = root.children.find(({ name }) => name === "numFmts");
  const own = formats?.children ?? [];
  const known = own.find(({ attributes }) => attributes["formatCode"] === format);
  if (known) return Number(known.attributes["numFmtId"]);
  const id = Math.max(163, ...own.map(({ attributes }) => Number(attributes["numFmtId"]))) + 1;
  const prefix = prefixOf(root);
  const element = `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`;
  const list = `<${prefix}numFmts count="1">${element}</${prefix}numFmts>`;
  const at = root.contentStart;
  parts.set(part, splice(xml, formats ? withOneMore(xml, formats, element) : [{ from: at, to: at, text: list }]));
  return id;
}

/** The id of a font like `base` with other weight, slant or colour. The schema fixes the order of a font's elements. */
function fontId(parts: Parts, part: string, base: number, { bold, italic, textColor }: CellLooks): number {
  const xml = parts.text(part);
  const root = readOutline(xml, part);
  const prefix = prefixOf(root);
  const fonts = root.children.find(({ name }) => name === "fonts");
  if (fonts === undefined) throw refusal("BAD_XML", part);
  const like = fonts.children[base] ?? fonts.children[0];
  const kept = (like?.children ?? []).map(({ name, start, end }) => ({ name, xml: xml.slice(start, end) }));
  const put = (name: string, element: string | null | undefined): void => {
    if (element === undefined) return;
    const at = kept.findIndex((one) => one.name === name);
    if (at >= 0) kept.splice(at, 1);
    if (element !== null) kept.push({ name, xml: element });
  };
  const flag = (name: string, on: boolean | undefined): string | null | undefined =>
    on === undefined ? undefined : on ? `<${prefix}${name}/>` : null;
  put("b", flag("b", bold));
  put("i", flag("i", italic));
  put("color", textColor === undefined ? undefined : textColor && `<${prefix}color rgb="FF${textColor.slice(1)}"/>`);
  const inside = [...kept].sort((one, other) => placeInFont(one.name) - placeInFont(other.name)).map((one) => one.xml);
  return oneOf(parts, part, fonts, `<${prefix}font>${inside.join("")}</${prefix}font>`);
}

function fillId(parts: Parts, part: string, color: string | null): number {
  if (color === null) return 0;
  const root = readOutline(parts.text(part), part);
  const prefix = prefixOf(root);
  const fills = root.children.find(({ name }) => name === "fills");
  if (fills === undefined) throw refusal("BAD_XML", part);
  const pattern = `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${color.slice(1)}"/></${prefix}patternFill>`;
  return oneOf(parts, part, fills, `<${prefix}fill>${pattern}</${prefix}fill>`);
}

/** The index of an equal element in a list; appends the element if there is none. */
function oneOf(parts: Parts, part: string, list: Outline, element: string): number {
  const xml = parts.text(part);
  const same = list.children.findIndex(({ start, end }) => canonical(xml.slice(start, end)) === canonical(element));
  if (same >= 0) return same;
  parts.set(part, splice(xml, withOneMore(xml, list, element)));
  return list.children.length;
}

/** Normalises attribute order, so that two styles differing only in that compare as equal. */
const canonical = (element: string): string =>
  element.replace(/<([^\s/>]+)((?:\s+[\w:]+="[^"]*")*)/g, (_, name: string, attributes: string) =>
    [name, ...(attributes.match(/[\w:]+="[^"]*"/g) ?? []).sort()].join(" "),
  );

function withOneMore(xml: string, list: Outline, element: string): Splice[] {
  const added = append(xml, list, element);
  const { count } = list.attributes;
  return count === undefined ? [added] : [withAttribute(xml, list, "count", String(Number(count) + 1)), added];
}

/** The styles part of the workbook; creates one if it is missing. */
export function stylesPart(parts: Parts, workbookPart: string): string {
  const known = parts.relationships(workbookPart).find(({ kind, external }) => kind === "styles" && !external);
  if (known !== undefined && parts.has(known.target)) return known.target;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const part = freePart(parts, (number) => `${folder}styles${number === 1 ? "" : number}.xml`);
  parts.set(part, plainStyles);
  addContentType(parts, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
  addRelationship(parts, workbookPart, officeRelationship("styles"), part.slice(folder.length));
  return part;
}
