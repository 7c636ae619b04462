import { escapeAttribute } from "./markup.js";
import { append, prefixOf, readOutline, splice, withAttribute, type Splice } from "./outline.js";
import type { Parts } from "./parts.js";
import { areaName, areaOf, parseArea } from "./reference.js";
import { refusal } from "./refusal.js";
import type { TablePart } from "./table-part.js";

/** Extends an Excel table and its filter down to another row; the filter excludes a totals row. */
export function growTable(parts: Parts, table: TablePart, bottom: number): void {
  const xml = parts.text(table.part);
  const root = readOutline(xml, table.part);
  const grown = [root, ...root.children.filter(({ name }) => name === "autoFilter")].flatMap((element) => {
    const area = parseArea(element.attributes["ref"] ?? "");
    const last = element === root ? bottom : bottom - table.totalsRows;
    return area === null ? [] : [withAttribute(xml, element, "ref", areaName({ ...area, bottom: last }))];
  });
  parts.set(table.part, splice(xml, grown));
}

/** Names for new columns that satisfy Excel: not empty and unique. */
export function columnNames(taken: readonly string[], wanted: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((text) => {
    const base = text.trim() === "" ? "Kolom" : text;
    let name = text.trim() === "" ? "Kolom1" : text;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${base}${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** Adds columns at the right of an Excel table and its filter. The caller must write the same headers on the sheet. */
export function widenTable(parts: Parts, table: TablePart, names: readonly string[]): void {
  const xml = parts.text(table.part);
  const root = readOutline(xml, table.part);
  const columns = root.children.find(({ name }) => name === "tableColumns");
  if (root.attributes["ref"] === undefined || columns === undefined) throw refusal("BAD_XML", table.part);
  const wider = [root, ...root.children.filter(({ name }) => name === "autoFilter")].map((element) => {
    const area = areaOf(element.attributes["ref"] ?? "");
    return withAttribute(xml, element, "ref", areaName({ ...area, right: area.right + names.length }));
  });
  const last = Math.max(0, ...columns.children.map(({ attributes }) => Number(attributes["id"]) || 0));
  const added = names.map((name, i) => {
    const written = escapeAttribute(name).replaceAll("&#10;", "_x000a_");
    return `<${prefixOf(columns)}tableColumn id="${last + 1 + i}" name="${written}"/>`;
  });
  const counted: Splice[] =
    columns.attributes["count"] === undefined
      ? []
      : [withAttribute(xml, columns, "count", String(columns.children.length + names.length))];
  parts.set(table.part, splice(xml, [...wider, ...counted, append(xml, columns, added.join(""))]));
}
