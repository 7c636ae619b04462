import { isEmptyCell, type CellValue } from "@prestatieafspraken/quarterly";
import { escapeAttribute, escapeText } from "../markup.js";
import { areaName, cellName, type Area } from "../reference.js";
import { encodeText } from "../text-coding.js";
import { openXlsx, type XlsxWorkbook } from "../xlsx-workbook.js";
import { pack, writeZip } from "../zip.js";

/** How a number is displayed, as far as the reader needs it. */
export type PlainLook = "plain" | "day" | "moment" | "percentage";

export interface PlainCell {
  readonly column: number;
  readonly value: CellValue;
  readonly look: PlainLook;
  /** In Excel syntax, without "=". */
  readonly formula: string | null;
}

export interface PlainRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly PlainCell[];
}

export interface PlainSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Hidden columns, as first and last. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  readonly rows: readonly PlainRow[];
  readonly merged: readonly Area[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

const looks: readonly PlainLook[] = ["plain", "day", "moment", "percentage"];
const formats = [0, 14, 22, 9];
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relations = (list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats
  .map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${id === 0 ? "" : ' applyNumberFormat="1"'}/>`,
  )
  .join("")}</cellXfs></styleSheet>`;

function cellXml(row: number, { column, value, look, formula }: PlainCell): string {
  const style = looks.indexOf(look);
  const start = `<c r="${cellName(row, column)}"${style > 0 ? ` s="${style}"` : ""}`;
  const f = formula === null ? "" : `<f>${escapeText(formula)}</f>`;
  if (value === null) return f === "" ? "" : `${start}>${f}</c>`;
  if (typeof value === "number") return `${start}>${f}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "object") return `${start} t="e">${f}<v>${escapeText(value.error)}</v></c>`;
  return f === ""
    ? `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
    : `${start} t="str">${f}<v>${escapeText(value)}</v></c>`;
}

/** Column names for an Excel table over these rows; null if a header cell is empty or repeated. */
function headerOf(sheet: PlainSheet, { top, left, right }: Area): readonly string[] | null {
  const cells = sheet.rows.find(({ row }) => row === top)?.cells ?? [];
  const names: string[] = [];
  for (let column = left; column <= right; column++) {
    const value = cells.find((cell) => cell.column === column)?.value;
    if (typeof value !== "string" || isEmptyCell(value)) return null;
    names.push(value);
  }
  return new Set(names.map((name) => name.toLowerCase())).size === names.length ? names : null;
}

/**
 * Converts a file of another format to a workbook, so that all workbook operations apply: checking, marking, adding
 * rows.
 */
export function workbookOf(sheets: readonly PlainSheet[]): XlsxWorkbook {
  const parts = new Map<string, string>();
  const tables: { readonly part: string; readonly id: number }[] = [];
  sheets.forEach((sheet, i) => {
    const own = sheet.tables.flatMap(({ name, area }) => {
      const columns = area.bottom > area.top ? headerOf(sheet, area) : null;
      return columns === null ? [] : [{ name, area, columns }];
    });
    const ids = own.map(({ name, area, columns }) => {
      const id = tables.length + 1;
      tables.push({ part: `xl/tables/table${id}.xml`, id });
      const filled = columns.map(
        (column, c) => `<tableColumn id="${c + 1}" name="${escapeAttribute(column).replaceAll("&#10;", "_x000a_")}"/>`,
      );
      parts.set(
        `xl/tables/table${id}.xml`,
        `${head}<table xmlns="${main}" id="${id}" name="${escapeAttribute(name)}" displayName="${escapeAttribute(name)}" ref="${areaName(area)}"><autoFilter ref="${areaName(area)}"/><tableColumns count="${columns.length}">${filled.join("")}</tableColumns></table>`,
      );
      return id;
    });
    const rows = sheet.rows
      .map(
        ({ row, hidden, cells }) =>
          `<row r="${row}"${hidden ? ' hidden="1"' : ""}>${cells.map((cell) => cellXml(row, cell)).join("")}</row>`,
      )
      .join("");
    const columns = sheet.hiddenColumns.map(
      ([first, last]) => `<col min="${first}" max="${last}" width="9" hidden="1"/>`,
    );
    const merged = sheet.merged.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
    parts.set(
      `xl/worksheets/sheet${i + 1}.xml`,
      `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rows}</sheetData>${merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>` : ""}${ids.length > 0 ? `<tableParts count="${ids.length}">${ids.map((id) => `<tablePart r:id="rId${id}"/>`).join("")}</tableParts>` : ""}</worksheet>`,
    );
    if (ids.length > 0)
      parts.set(
        `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
        relations(ids.map((id) => [`rId${id}`, "table", `../tables/table${id}.xml`])),
      );
  });
  const overrides = [
    ["xl/workbook.xml", "sheet.main"],
    ["xl/styles.xml", "styles"],
    ...sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, "worksheet"]),
    ...tables.map(({ part }) => [part, "table"]),
  ];
  const files: (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="/${part!}" ContentType="${content}.${type!}+xml"/>`).join("")}</Types>`,
    ],
    ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
        ["rIdStyles", "styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles],
    ...parts,
  ];
  return openXlsx(writeZip(files.map(([name, text]) => pack(name, encodeText(text)))));
}
