import { stylesPart } from "./cell-format.js";
import { escapeText, localName, StrictParser, type Attributes } from "./markup.js";
import {
  append,
  attributeAt,
  prefixOf,
  readOutline,
  splice,
  withAttribute,
  type Outline,
  type Splice,
} from "./outline.js";
import { addContentType, addRelationship, dropCalcChain, freePart, officeRelationship } from "./package-edits.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";
import { DAYS_1904 } from "./sheet-cells.js";
import type { SharedStrings } from "./shared-strings.js";
import { freeSheetName, registerSheet } from "./sheet-list.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

interface Target {
  readonly parts: Parts;
  readonly book: WorkbookPart;
}

interface Source extends Target {
  readonly strings: SharedStrings;
  readonly isDate: (style: number) => boolean;
  readonly entries: readonly SheetEntry[];
}

/** Copies sheets with their tables, styles and choice lists into another file. Returns their new names. */
export function insertSheets(target: Target, source: Source): readonly string[] {
  const { parts } = target;
  const looks = copyStyles(parts, target.book.part, source);
  const taken = target.book.sheets.map(({ name }) => name);
  const renamed = new Map<string, string>();
  for (const { name } of source.entries) {
    const free = freeSheetName(name, taken);
    taken.push(free);
    renamed.set(name, free);
  }
  const days = (source.book.date1904 ? DAYS_1904 : 0) - (target.book.date1904 ? DAYS_1904 : 0);

  for (const entry of source.entries) {
    const book = readWorkbookPart(parts);
    registerSheet(parts, book, renamed.get(entry.name)!, (part, namespace) => {
      const tables = copyTables(parts, part, source, entry);
      return copiedSheet(source, entry, { namespace, looks, renamed, days, tables });
    });
  }
  dropCalcChain(parts, target.book.part);
  return [...renamed.values()];
}

interface Looks {
  readonly style: (id: number) => number;
  readonly rule: (id: number) => number;
}

/** Appends the other file's styles; ids shift by a constant. */
function copyStyles(parts: Parts, workbookPart: string, source: Source): Looks {
  const from = source.book.styles;
  if (from === null || !source.parts.has(from)) return { style: () => 0, rule: (id) => id };
  const theirs = source.parts.text(from);
  const other = readOutline(theirs, from);
  const part = stylesPart(parts, workbookPart);
  const childrenOf = (root: Outline, name: string): readonly Outline[] =>
    root.children.find((child) => child.name === name)?.children ?? [];
  const counts: Record<string, number> = {};

  const add = (name: string, elements: readonly string[], before: readonly string[]): void => {
    const xml = parts.text(part);
    const root = readOutline(xml, part);
    const list = root.children.find((child) => child.name === name);
    counts[name] = list?.children.length ?? 0;
    if (elements.length === 0) return;
    const count = String(counts[name] + elements.length);
    if (list) {
      const counted = list.attributes["count"] === undefined ? [] : [withAttribute(xml, list, "count", count)];
      parts.set(part, splice(xml, [append(xml, list, elements.join("")), ...counted]));
      return;
    }
    const prefix = prefixOf(root);
    const at = [...root.children].reverse().find((child) => before.includes(child.name))?.end ?? root.contentStart;
    const text = `<${prefix}${name} count="${count}">${elements.join("")}</${prefix}${name}>`;
    parts.set(part, splice(xml, [{ from: at, to: at, text }]));
  };
  const texts = (name: string): string[] => childrenOf(other, name).map(({ start, end }) => theirs.slice(start, end));

  // Each file assigns its own format ids, so imported formats get unused ids.
  const ownFormats = childrenOf(readOutline(parts.text(part), part), "numFmts");
  let free = Math.max(163, ...ownFormats.map(({ attributes }) => Number(attributes["numFmtId"]))) + 1;
  const formats = new Map(
    childrenOf(other, "numFmts").map(({ attributes }) => [Number(attributes["numFmtId"]), free++] as const),
  );
  add(
    "numFmts",
    texts("numFmts").map((text) =>
      text.replace(/numFmtId="(\d+)"/, (_, id: string) => `numFmtId="${formats.get(Number(id))!}"`),
    ),
    [],
  );
  for (const name of ["fonts", "fills", "borders"]) add(name, texts(name), ["numFmts", "fonts", "fills"]);
  const moved = (attribute: string, by: number) => (text: string) =>
    text.replace(
      new RegExp(`(\\s${attribute}=")(\\d+)"`),
      (_, start: string, id: string) => `${start}${Number(id) + by}"`,
    );
  add(
    "cellXfs",
    texts("cellXfs").map((text) =>
      [moved("fontId", counts["fonts"]!), moved("fillId", counts["fills"]!), moved("borderId", counts["borders"]!)]
        .reduce((written, move) => move(written), text)
        .replace(/\snumFmtId="(\d+)"/, (_, id: string) => ` numFmtId="${formats.get(Number(id)) ?? id}"`)
        // Named styles are not copied: each cell format holds the full style itself.
        .replace(/\sxfId="\d+"/, ' xfId="0"'),
    ),
    ["borders", "cellStyleXfs"],
  );
  add("dxfs", texts("dxfs"), ["cellXfs", "cellStyles"]);
  return { style: (id) => id + counts["cellXfs"]!, rule: (id) => id + counts["dxfs"]! };
}

/** Copies the tables of a sheet. Returns the new relationship id for each old one. */
function copyTables(parts: Parts, sheetPart: string, source: Source, entry: SheetEntry): ReadonlyMap<string, string> {
  const folder = sheetPart.slice(0, sheetPart.lastIndexOf("worksheets/"));
  return new Map(
    source.parts
      .relationships(entry.part)
      .filter(({ kind, external }) => kind === "table" && !external)
      .map(({ id, target }) => {
        const numbers = parts
          .names()
          .filter((name) => /\/tables\/[^/]+\.xml$/i.test(name))
          .map((name) => Number(readOutline(parts.text(name), name).attributes["id"]) || 0);
        const part = freePart(parts, (number) => `${folder}tables/tablePA${number}.xml`);
        const xml = source.parts
          .text(target)
          // Drops style ids, which refer to the other file.
          .replace(/\s\w*[dD]xfId="\d+"/g, "");
        const root = readOutline(xml, target);
        const number = String(Math.max(0, ...numbers) + 1);
        parts.set(part, splice(xml, [withAttribute(xml, root, "id", number)]));
        addContentType(parts, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml");
        const name = part.slice(folder.length);
        return [id, addRelationship(parts, sheetPart, officeRelationship("table"), `../${name}`)] as const;
      }),
  );
}

interface Moved {
  readonly namespace: string;
  readonly looks: Looks;
  readonly renamed: ReadonlyMap<string, string>;
  readonly days: number;
  readonly tables: ReadonlyMap<string, string>;
}

/** Drops elements that refer to parts that are not copied: pictures, notes, controls, external links. */
const leftBehind = new Set([
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "customSheetViews",
]);

function copiedSheet(source: Source, entry: SheetEntry, moved: Moved): string {
  const xml = source.parts.text(entry.part);
  const splices: Splice[] = [];
  const set = (start: number, end: number, attribute: string, value: string): void => {
    const splice = attributeAt(xml, start, end, attribute, value);
    if (splice !== null) splices.push(splice);
  };
  let cell: Attributes | null = null;
  let collected: { readonly name: string; readonly start: number; readonly prefix: string } | null = null;
  let text = "";
  let skipped: { readonly name: string; readonly start: number } | null = null;
  const restyle = (start: number, end: number, attribute: string, value: string | undefined): void => {
    if (value !== undefined) set(start, end, attribute, String(moved.looks.style(Number(value))));
  };

  const parser = new StrictParser(
    entry.part,
    {
      open: (written, attributes) => {
        const name = localName(written);
        const end = parser.position;
        const start = xml.lastIndexOf("<", end - 1);
        if (skipped !== null) return;
        if (leftBehind.has(name) || (name === "hyperlink" && prefixed(attributes, "id") !== undefined)) {
          skipped = { name, start };
          return;
        }
        if (name === "c") {
          cell = attributes;
          restyle(start, end, "s", attributes["s"]);
          if (attributes["t"] === "s") set(start, end, "t", "inlineStr");
          // Drops `cm` and `vm`, which refer to the other workbook's metadata.
          for (const extra of ["cm", "vm"])
            if (attributes[extra] !== undefined) {
              const found = new RegExp(`\\s${extra}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(xml.slice(start, end))!;
              splices.push({ from: start + found.index, to: start + found.index + found[0].length, text: "" });
            }
        } else if (name === "row") restyle(start, end, "s", attributes["s"]);
        else if (name === "col") restyle(start, end, "style", attributes["style"]);
        else if (name === "cfRule" && attributes["dxfId"] !== undefined)
          set(start, end, "dxfId", String(moved.looks.rule(Number(attributes["dxfId"]))));
        else if (name === "sheetView" && attributes["tabSelected"] !== undefined) set(start, end, "tabSelected", "0");
        else if (name === "tablePart") {
          const id = prefixed(attributes, "id");
          const [attribute] = Object.entries(attributes).find(([, value]) => value === id)!;
          set(start, end, attribute, moved.tables.get(id!)!);
        } else if (name === "pageSetup" && prefixed(attributes, "id") !== undefined) {
          const found = /\s\w+:id="[^"]*"/.exec(xml.slice(start, end))!;
          splices.push({ from: start + found.index, to: start + found.index + found[0].length, text: "" });
        }
        if (name === "v" || name === "f" || /^formula[12]?$/.test(name)) {
          collected = { name, start, prefix: written.slice(0, written.length - name.length) };
          text = "";
        }
      },
      text: (piece) => void (text += piece),
      close: (written) => {
        const name = localName(written);
        const end = parser.position;
        if (skipped !== null) {
          if (skipped.name !== name) return;
          splices.push({ from: skipped.start, to: end, text: "" });
          skipped = null;
          return;
        }
        if (collected !== null && collected.name === name) {
          const { start, prefix: p } = collected;
          if (name === "v" && cell?.["t"] === "s") {
            const number = Number(text);
            const said = Number.isInteger(number) && number >= 0 ? source.strings.at(number) : undefined;
            if (said === undefined) throw refusal("BAD_VALUE", `${entry.name}!${cell["r"] ?? ""}`);
            splices.push({
              from: start,
              to: end,
              text: `<${p}is><${p}t xml:space="preserve">${escapeText(said)}</${p}t></${p}is>`,
            });
          } else if (name === "v" && moved.days !== 0 && (cell?.["t"] ?? "n") === "n") {
            const day = Number(text) + moved.days;
            if (source.isDate(Number(cell?.["s"] ?? 0)))
              splices.push({ from: start, to: end, text: `<${p}v>${day}</${p}v>` });
          } else if (name !== "v" && text.includes("!")) {
            const referring = withSheetNames(text, moved.renamed);
            if (referring !== text) {
              const inner = xml.lastIndexOf("<", end - 1);
              const begin = xml.indexOf(">", start) + 1;
              splices.push({ from: begin, to: inner, text: escapeText(referring) });
            }
          }
          collected = null;
        }
        if (name === "c") cell = null;
      },
    },
    { positions: true },
  );
  parser.write(xml);
  parser.close();
  return withoutEmptyLists(splice(xml, splices));
}

/** The value of an attribute with any prefix, such as `r:id`. */
function prefixed(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** Removes link lists that became empty, which the schema does not allow. */
const withoutEmptyLists = (xml: string): string => xml.replace(/<((?:\w+:)?hyperlinks)(?:\s[^>]*)?>\s*<\/\1>/, "");

/** The formula with the sheet names it refers to replaced. */
function withSheetNames(formula: string, renamed: ReadonlyMap<string, string>): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\w.'\]])([\p{L}_][\p{L}\p{N}_.]*)!/gu,
    (whole: string, quoted: string | undefined, plain: string | undefined) => {
      const name = quoted?.replaceAll("''", "'") ?? plain;
      const now = name === undefined ? undefined : renamed.get(name);
      return now === undefined || now === name ? whole : `'${now.replaceAll("'", "''")}'!`;
    },
  );
}
