/**
 * Builds test workbooks from the XML that Excel itself writes, so that a test knows every byte.
 * `parts` may replace or add any part; null omits one.
 */
import type { CellValue } from "@prestatieafspraken/quarterly";
import { strToU8, zipSync } from "fflate";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export type PartTexts = Readonly<Record<string, string | Uint8Array | null>>;

/** A zip file of these parts, in this order, with fixed time stamps. */
export function fileOf(parts: PartTexts): Uint8Array {
  const bytes: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts))
    if (content !== null) bytes[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(bytes, { level: 1, mtime: new Date(1980, 0, 1) });
}

export interface Relation {
  readonly id: string;
  /** Last segment of the type, or the whole type. */
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export const relations = (list: readonly Relation[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${office}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

/** Style ids of the styles below. */
export const style = { plain: 0, date: 1, percentage: 2, unlocked: 3, bold: 4, struck: 5, zeros: 6 } as const;

export const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="0000"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF1F3864"/><name val="Calibri"/></font><font><strike/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Standaard" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`;

export interface SheetText {
  readonly name: string;
  /** Everything inside <worksheet>, or only the rows of <sheetData>. */
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
  readonly relations?: readonly Relation[];
  /** The parts of its Excel tables, made by `tableText`. */
  readonly tables?: readonly string[];
}

export interface BookText {
  readonly sheets: readonly SheetText[];
  /** Contents of <sst>. */
  readonly strings?: readonly string[];
  /** XML between <workbookPr> and <sheets>, and after <sheets>. */
  readonly workbook?: { readonly pr?: string; readonly before?: string; readonly after?: string };
  readonly workbookRelations?: readonly Relation[];
  readonly rootRelations?: readonly Relation[];
  /** Content type by part. */
  readonly contentTypes?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly parts?: PartTexts;
}

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** The parts of a workbook with these sheets, for tests that damage one of them. */
export function bookParts(book: BookText): Record<string, string | Uint8Array | null> {
  const { sheets, strings, workbook = {} } = book;
  const tables: [part: string, text: string][] = [];
  const numbered = sheets.map((sheet, i) => {
    const own = [...(sheet.relations ?? [])];
    let xml = sheet.xml.includes("<sheetData") ? sheet.xml : `<sheetData>${sheet.xml}</sheetData>`;
    if (sheet.tables) {
      const ids = sheet.tables.map((text) => {
        tables.push([`xl/tables/table${tables.length + 1}.xml`, text]);
        own.push({ id: `rId${own.length + 1}`, type: "table", target: `../tables/table${tables.length}.xml` });
        return `<tablePart r:id="rId${own.length}"/>`;
      });
      xml += `<tableParts count="${ids.length}">${ids.join("")}</tableParts>`;
    }
    return { ...sheet, xml, relations: own, part: `xl/worksheets/sheet${i + 1}.xml`, id: `rId${i + 1}` };
  });
  const overrides: Record<string, string> = {
    "xl/workbook.xml": `${types}.sheet.main+xml`,
    ...Object.fromEntries(numbered.map(({ part }) => [part, `${types}.worksheet+xml`])),
    "xl/styles.xml": `${types}.styles+xml`,
    ...(strings && { "xl/sharedStrings.xml": `${types}.sharedStrings+xml` }),
    ...Object.fromEntries(tables.map(([part]) => [part, tableType])),
    ...book.contentTypes,
  };
  const defaults = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    ...book.defaults,
  };
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(
      defaults,
    )
      .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
      .join("")}${Object.entries(overrides)
      .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
      .join("")}</Types>`,
    "_rels/.rels": relations([
      { id: "rId1", type: "officeDocument", target: "xl/workbook.xml" },
      ...(book.rootRelations ?? []),
    ]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${workbook.pr ?? ""}/>${workbook.before ?? ""}<sheets>${numbered
      .map(
        ({ name, id, state }, i) =>
          `<sheet name="${escape(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="${id}"/>`,
      )
      .join("")}</sheets>${workbook.after ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...numbered.map(({ id, part }) => ({ id, type: "worksheet", target: part.slice("xl/".length) })),
      { id: "rIdStyles", type: "styles", target: "styles.xml" },
      ...(strings ? [{ id: "rIdStrings", type: "sharedStrings", target: "sharedStrings.xml" }] : []),
      ...(book.workbookRelations ?? []),
    ]),
    ...Object.fromEntries(
      numbered.flatMap(({ part, xml, relations: own }) => [
        [part, `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${xml}</worksheet>`] as const,
        ...(own.length > 0
          ? [[part.replace("worksheets/", "worksheets/_rels/") + ".rels", relations(own)] as const]
          : []),
      ]),
    ),
    "xl/styles.xml": styles,
    ...(strings && {
      "xl/sharedStrings.xml": `${head}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings
        .map((text) => `<si>${text.startsWith("<") ? text : `<t xml:space="preserve">${escape(text)}</t>`}</si>`)
        .join("")}</sst>`,
    }),
    ...Object.fromEntries(tables),
    ...book.parts,
  };
}

export const bookOf = (book: BookText): Uint8Array => fileOf(bookParts(book));

/** A table part. */
export const tableText = (id: number, name: string, area: string, columns: readonly string[], more = ""): string =>
  `${head}<table xmlns="${main}" id="${id}" name="${name}" displayName="${name}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns
    .map((column, i) => `<tableColumn id="${i + 1}" name="${escape(column)}"${more}/>`)
    .join(
      "",
    )}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;

export const tableType = `${types}.table+xml`;

type Value = CellValue | { readonly xml: string };

/** A row starting at column A; a text is stored inline, `xml` is a literal cell. */
export function row(number: number, values: readonly Value[], from = 1, styleIds: readonly number[] = []): string {
  const cells = values.map((value, i) => {
    const at = `${letters(from + i)}${number}`;
    const s = styleIds[i] ? ` s="${styleIds[i]}"` : "";
    if (value === null) return s ? `<c r="${at}"${s}/>` : "";
    if (typeof value === "number") return `<c r="${at}"${s}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${at}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "string") return `<c r="${at}"${s} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
    if ("error" in value) return `<c r="${at}"${s} t="e"><v>${value.error}</v></c>`;
    return value.xml.replace("<c", `<c r="${at}"${s}`);
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
