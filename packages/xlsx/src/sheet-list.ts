import { escapeAttribute } from "./markup.js";
import {
  elementsNamed,
  append,
  prefixOf,
  readOutline,
  type Splice,
  splice,
  without,
  withAttribute,
} from "./outline.js";
import {
  addContentType,
  addRelationship,
  freePart,
  officeRelationship,
  removePart,
  removeRelationship,
} from "./package-edits.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";
import type { SheetEntry, WorkbookPart } from "./workbook-part.js";

const strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const longestName = 31;

/** A free sheet name that Excel accepts: "Rapport", else "Rapport (2)". */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  // Excel forbids certain characters, and apostrophes at either end.
  const clean = (text: string): string => text.slice(0, longestName).replace(/^[\s']+|[\s']+$/g, "");
  const base = clean(wanted.replace(/[[\]:*?/\\\s]+/g, " ").trim()) || "Blad";
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = base;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    name = base.slice(0, longestName - suffix.length).trimEnd() + suffix;
  }
  return name;
}

/** Adds a sheet at the end; `make` returns its XML for the workbook's namespace. Returns the name. */
export function registerSheet(
  parts: Parts,
  book: WorkbookPart,
  wanted: string,
  make: (part: string, namespace: string) => string,
): string {
  const xml = parts.text(book.part);
  const root = readOutline(xml, book.part);
  const list = root.children.find((element) => element.name === "sheets");
  if (!list) throw refusal("BAD_XML", book.part);
  const name = freeSheetName(
    wanted,
    list.children.map(({ attributes }) => attributes["name"] ?? ""),
  );
  const isStrict = Object.values(root.attributes).includes(strictMain);
  const folder = book.part.slice(0, book.part.lastIndexOf("/") + 1);
  const part = freePart(parts, (number) => `${folder}worksheets/sheetPA${number}.xml`);
  parts.set(part, make(part, isStrict ? strictMain : main));
  addContentType(parts, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
  const type = isStrict ? `${strictRelationships}/worksheet` : officeRelationship("worksheet");
  const id = addRelationship(parts, book.part, type, part.slice(folder.length));

  const namespace = isStrict ? strictRelationships : relationships;
  const known = Object.entries(root.attributes).find(
    ([attribute, value]) => attribute.startsWith("xmlns:") && value === namespace,
  );
  const prefix = known ? known[0].slice("xmlns:".length) : "r";
  const declared = known ? "" : ` xmlns:r="${namespace}"`;
  const sheetId = Math.max(0, ...list.children.map(({ attributes }) => Number(attributes["sheetId"]) || 0)) + 1;
  const element = `<${prefixOf(list)}sheet name="${escapeAttribute(name)}" sheetId="${sheetId}"${declared} ${prefix}:id="${id}"/>`;
  parts.set(book.part, splice(xml, [append(xml, list, element)]));
  return name;
}

/** Removes a sheet and renumbers references by sheet position, so that they keep pointing to the same sheets. */
export function unregisterSheet(parts: Parts, book: WorkbookPart, entry: SheetEntry): void {
  removeRelationship(parts, book.part, entry.relationship);
  removePart(parts, entry.part);
  const xml = parts.text(book.part);
  const root = readOutline(xml, book.part);
  const sheets = root.children.find(({ name }) => name === "sheets")?.children ?? [];
  const index = sheets.findIndex(({ attributes }) => attributes["name"] === entry.name);
  const splices: Splice[] = [without(sheets[index]!)];
  const names = root.children.find(({ name }) => name === "definedNames");
  const own = names?.children.filter(({ attributes }) => Number(attributes["localSheetId"] ?? -1) === index) ?? [];
  if (names && own.length > 0 && own.length === names.children.length) splices.push(without(names));
  else splices.push(...own.map(without));
  for (const name of names?.children ?? []) {
    const place = Number(name.attributes["localSheetId"] ?? -1);
    if (place > index) splices.push(withAttribute(xml, name, "localSheetId", (place - 1).toString()));
  }
  for (const view of elementsNamed(root, "workbookView")) {
    for (const attribute of ["activeTab", "firstSheet"]) {
      const place = Number(view.attributes[attribute] ?? -1);
      const moved = place > index || place === sheets.length - 1 ? Math.max(0, place - 1) : place;
      if (place >= 0 && moved !== place) splices.push(withAttribute(xml, view, attribute, moved.toString()));
    }
  }
  parts.set(book.part, splice(xml, splices));
}
