import { escapeAttribute } from "./markup.js";
import { formatCode, isDateFormat } from "./number-format.js";
import { append, prefixOf, readOutline, splice, withAttribute, type Outline, type Splice } from "./outline.js";
import { addContentType, addRelationship, freePart, officeRelationship } from "./package-edits.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/** A day, or a day with a time, as everybody's own settings show it; other formats that every workbook has; the rest is written out. */
function builtInId(format: string): number | null {
  if (isDateFormat(format) && /y/i.test(format) && /d/i.test(format)) return /[hs]/i.test(format) ? 22 : 14;
  const id = [0, 1, 2, 3, 4, 9, 10].find((one) => formatCode(one, new Map()).toLowerCase() === format.toLowerCase());
  return id ?? null;
}

/**
 * The style id for cells that look like those of style `base` but show numbers in this format: one that is there, or a new one
 * behind the others, so that no cell that nobody changed looks different.
 */
export function styleWithFormat(parts: Parts, workbookPart: string, base: number, format: string): number {
  const part = stylesPart(parts, workbookPart);
  const xml = parts.text(part);
  const root = readOutline(xml, part);
  const named = (name: string): Outline | undefined => root.children.find((child) => child.name === name);
  const styles = named("cellXfs");
  if (styles === undefined || styles.children.length === 0) throw refusal("BAD_XML", part);
  const splices: Splice[] = [];

  let id = builtInId(format);
  if (id === null) {
    const formats = named("numFmts");
    const own = formats?.children ?? [];
    const known = own.find(({ attributes }) => attributes["formatCode"] === format);
    id = known
      ? Number(known.attributes["numFmtId"])
      : Math.max(163, ...own.map(({ attributes }) => Number(attributes["numFmtId"]))) + 1;
    if (!known) {
      const prefix = prefixOf(root);
      const element = `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`;
      if (formats) splices.push(...withOneMore(xml, formats, element));
      else
        splices.push({
          from: root.contentStart,
          to: root.contentStart,
          text: `<${prefix}numFmts count="1">${element}</${prefix}numFmts>`,
        });
    }
  }

  const like = styles.children[base] ?? styles.children[0]!;
  const tag = xml
    .slice(like.start, like.contentStart)
    .replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
    .replace(/^<[^\s/>]+/, (name) => `${name} numFmtId="${id}" applyNumberFormat="1"`);
  const wanted = tag + xml.slice(like.contentStart, like.end);
  const same = styles.children.findIndex(({ start, end }) => canonical(xml.slice(start, end)) === canonical(wanted));
  if (same < 0) splices.push(...withOneMore(xml, styles, wanted));
  if (splices.length > 0) parts.set(part, splice(xml, splices));
  return same < 0 ? styles.children.length : same;
}

/** Attributes in another order make no other style. */
const canonical = (element: string): string =>
  element.replace(/<([^\s/>]+)((?:\s+[\w:]+="[^"]*")*)/g, (_, name: string, attributes: string) =>
    [name, ...(attributes.match(/[\w:]+="[^"]*"/g) ?? []).sort()].join(" "),
  );

function withOneMore(xml: string, list: Outline, element: string): Splice[] {
  const added = append(xml, list, element);
  const { count } = list.attributes;
  return count === undefined ? [added] : [withAttribute(xml, list, "count", String(Number(count) + 1)), added];
}

/** The part with the styles; made for a workbook that has none. */
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
