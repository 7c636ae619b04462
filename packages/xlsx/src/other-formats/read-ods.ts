import type { CellValue } from "@prestatieafspraken/quarterly";
import { limits } from "../limits.js";
import { type Attributes, readMarkup } from "../markup.js";
import { LAST_COLUMN, LAST_ROW, parseCell, type Area } from "../reference.js";
import { refusal } from "../refusal.js";
import { freeSheetName } from "../sheet-list.js";
import { decodeLetters, decodeText } from "../text-coding.js";
import type { ZipEntry } from "../zip.js";
import { unpack } from "../zip.js";
import type { PlainCell, PlainLook, PlainRow, PlainSheet } from "./plain-book.js";

/** Namespaces of OpenDocument 1.2 and later, with their usual prefixes. */
const spaces: ReadonlyMap<string, string> = new Map([
  ["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
  ["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
  ["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
  ["urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"],
  ["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext"],
]);

const spreadsheet = "office:document-content/office:body/office:spreadsheet/";
/** Rows may be nested in groups and headers. Tables inside cells or drawings are not sheets. */
const ROW = /^(?:table:(?:table-rows|table-row-group|table-header-rows)\/)*table:table-row$/;
const COLUMN = /^(?:table:(?:table-columns|table-column-group|table-header-columns)\/)*table:table-column$/;
const CELL = /\/table:table-row\/table:(?:covered-)?table-cell$/;
/** Hidden by hand or, for a row, by a filter. */
const isHidden = (attributes: Attributes): boolean =>
  /^(?:collapse|filter)$/.test(attributes["table:visibility"] ?? "");
const inSheet = `${spreadsheet}table:table/`;

/** The serial number of "2026-09-30" or "2026-09-30T13:05:00"; null if it is not a date. */
function dayNumber(written: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/.exec(written);
  const milliseconds = found ? Date.parse(`${found[1]!}T${found[2] ?? "00:00"}Z`) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds / 86_400_000 + 25_569;
}

/** "PT13H05M00S" as a fraction of a day. */
function partOfDay(written: string): number | null {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(written);
  return found ? (Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)) / 86_400 : null;
}

/** Converts a formula such as "of:=SUM([.B2:.B5];[$Blad.A1])" to Excel syntax; null if it cannot be converted. */
export function formulaOf(written: string): string | null {
  const open = /^(?:of|oooc|msoxl):=/.exec(written);
  if (!open) return null;
  const unknown: string[] = [];
  const text = written
    .slice(open[0].length)
    .replace(/"(?:[^"]|"")*"|\[([^\]]*)\]|;|[[\]{}|~]/g, (piece: string, inside: string | undefined) => {
      if (piece.startsWith('"')) return piece;
      if (piece === ";") return ",";
      const found =
        inside === undefined
          ? null
          : /^(?:\$?('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*))?\.(\$?[A-Z]{1,3}\$?\d{1,7})(?::\.(\$?[A-Z]{1,3}\$?\d{1,7}))?$/u.exec(
              inside,
            );
      if (!found) {
        unknown.push(piece);
        return piece;
      }
      const [, sheet, first, last] = found;
      return `${sheet === undefined ? "" : `${sheet}!`}${first!}${last === undefined ? "" : `:${last}`}`;
    });
  return unknown.length === 0 && !/COM\.MICROSOFT|ORG\./.test(text) ? text : null;
}

interface OpenCell {
  readonly attributes: Attributes;
  readonly covered: boolean;
  text: string;
  paragraphs: number;
}

/** The sheets of an OpenDocument spreadsheet: values, dates, formulas, hidden rows, merged cells and named tables. */
export function readOds(entries: readonly ZipEntry[]): readonly PlainSheet[] {
  const named = (wanted: string): ZipEntry | undefined => entries.find(({ name }) => name === wanted);
  const manifest = named("META-INF/manifest.xml");
  if (manifest && manifest.size < limits.text && decodeLetters(unpack(manifest)).includes("encryption-data"))
    throw refusal("ENCRYPTED");
  const entry = named("content.xml");
  if (!entry) throw refusal("NOT_WORKBOOK");
  if (entry.size > limits.text) throw refusal("TOO_LARGE", "content.xml");
  const sheets: {
    name: string;
    style: string;
    rows: PlainRow[];
    hiddenColumns: [number, number][];
    merged: Area[];
    tables: { name: string; area: Area }[];
  }[] = [];
  const hiddenStyles = new Set<string>();
  const ranges: Attributes[] = [];
  let style = "";
  let row = 0;
  let column = 0;
  let lastColumn = 0;
  let count = 0;
  let rowAttributes: Attributes = {};
  let cells: PlainCell[] = [];
  let cell: OpenCell | null = null;
  const repeats = (attributes: Attributes, name: string, last: number): number => {
    const number = Number(attributes[`table:number-${name}-repeated`] ?? 1);
    return Number.isInteger(number) && number > 0 ? Math.min(number, last) : 1;
  };

  readMarkup(
    decodeText(unpack(entry), "content.xml"),
    "content.xml",
    {
      open: (place, attributes) => {
        if (place.endsWith("office:automatic-styles/style:style")) style = attributes["style:name"] ?? "";
        else if (place.endsWith("style:style/style:table-properties")) {
          if (attributes["table:display"] === "false") hiddenStyles.add(style);
        } else if (place === `${spreadsheet}table:table`) {
          sheets.push({
            name: freeSheetName(
              attributes["table:name"] ?? "",
              sheets.map(({ name }) => name),
            ),
            style: attributes["table:style-name"] ?? "",
            rows: [],
            hiddenColumns: [],
            merged: [],
            tables: [],
          });
          row = 1;
          lastColumn = 0;
        } else if (place === `${spreadsheet}table:database-ranges/table:database-range`) ranges.push(attributes);
        else if (!place.startsWith(inSheet)) return;
        else if (COLUMN.test(place.slice(inSheet.length))) {
          const first = lastColumn + 1;
          lastColumn += repeats(attributes, "columns", LAST_COLUMN);
          if (isHidden(attributes)) sheets.at(-1)!.hiddenColumns.push([first, Math.min(lastColumn, LAST_COLUMN)]);
        } else if (ROW.test(place.slice(inSheet.length))) {
          rowAttributes = attributes;
          cells = [];
          column = 1;
        } else if (CELL.test(place) && ROW.test(place.slice(inSheet.length, place.lastIndexOf("/"))))
          cell = { attributes, covered: place.endsWith("covered-table-cell"), text: "", paragraphs: 0 };
        else if (cell !== null && place.endsWith("-cell/text:p")) {
          if (cell.paragraphs++ > 0) cell.text += "\n";
        } else if (cell !== null && /-cell\/text:p\/.*text:(?:s|tab|line-break)$/.test(place)) {
          const spaces = Math.min(Number(attributes["text:c"] ?? 1) || 1, 1000);
          cell.text += place.endsWith(":s") ? " ".repeat(spaces) : place.endsWith(":tab") ? "\t" : "\n";
        }
      },
      text: (text, place) => {
        // Skips the paragraphs of notes and drawings inside a cell.
        if (cell !== null && /-cell\/text:p(?:\/text:(?:span|a))*$/.test(place))
          cell.text += text.replace(/[ \t\r\n]+/g, " ");
      },
      close: (place) => {
        const sheet = sheets.at(-1);
        if (!sheet || !place.startsWith(inSheet)) return;
        if (cell !== null && CELL.test(place) && ROW.test(place.slice(inSheet.length, place.lastIndexOf("/")))) {
          const times = repeats(cell.attributes, "columns", LAST_COLUMN);
          const read = cell.covered ? null : valueOf(cell);
          const across = Number(cell.attributes["table:number-columns-spanned"] ?? 1) || 1;
          const down = Number(cell.attributes["table:number-rows-spanned"] ?? 1) || 1;
          if (across > 1 || down > 1)
            sheet.merged.push({
              top: row,
              left: column,
              bottom: Math.min(row + down - 1, LAST_ROW),
              right: Math.min(column + across - 1, LAST_COLUMN),
            });
          if (read !== null)
            for (let i = 0; i < times && column + i <= LAST_COLUMN; i++) {
              if (++count > limits.cells) throw refusal("TOO_LARGE", sheet.name);
              cells.push({ ...read, column: column + i });
            }
          column += times;
          cell = null;
        } else if (ROW.test(place.slice(inSheet.length))) {
          const times = repeats(rowAttributes, "rows", LAST_ROW);
          const hidden = isHidden(rowAttributes);
          if (cells.length > 0)
            for (let i = 0; i < times && row + i <= LAST_ROW; i++) {
              if (i > 0 && (count += cells.length) > limits.cells) throw refusal("TOO_LARGE", sheet.name);
              sheet.rows.push({ row: row + i, hidden, cells });
            }
          row += times;
        }
      },
    },
    spaces,
  );
  // Text documents and presentations are OpenDocument files too, without sheets.
  if (sheets.length === 0) throw refusal("NOT_WORKBOOK");
  for (const range of ranges) {
    const found = namedTable(range);
    if (found) sheets.find(({ name }) => name === found.sheet)?.tables.push(found);
  }
  return sheets.map(({ style: own, ...sheet }) => ({ ...sheet, hidden: hiddenStyles.has(own) }));
}

/** A database range with a header; LibreOffice turns Excel tables into these. */
function namedTable(range: Attributes): { readonly sheet: string; readonly name: string; readonly area: Area } | null {
  const name = range["table:name"] ?? "";
  const [, quoted, first, last] =
    /^\$?('(?:[^']|'')+'|[^.']+)\.(\$?[A-Z]+\$?\d+):(?:(?:'(?:[^']|'')+'|[^.']+)?\.)?(\$?[A-Z]+\$?\d+)$/.exec(
      range["table:target-range-address"] ?? "",
    ) ?? [];
  const one = parseCell(first ?? "");
  const other = parseCell(last ?? "");
  if (
    !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ||
    name.startsWith("__") ||
    range["table:contains-header"] === "false" ||
    !one ||
    !other
  )
    return null;
  const sheet = quoted!.replace(/^'|'$/g, "").replaceAll("''", "'");
  return { sheet, name, area: { top: one.row, left: one.column, bottom: other.row, right: other.column } };
}

/** The content of a cell; null if it is empty. */
function valueOf({ attributes, text }: OpenCell): Omit<PlainCell, "column"> | null {
  const type = attributes["office:value-type"] ?? "";
  const written = attributes["table:formula"];
  const formula = written === undefined ? null : formulaOf(written);
  const answer = (value: CellValue, look: PlainLook = "plain"): Omit<PlainCell, "column"> => ({ value, look, formula });
  if (
    attributes["calcext:value-type"] === "error" ||
    (type === "" && /^#[A-Z/0!?]+$/.test(text) && written !== undefined)
  )
    return answer({ error: text || "#VALUE!" });
  switch (type) {
    case "float":
    case "currency":
    case "percentage": {
      const value = attributes["office:value"] ?? "";
      // A number cannot hold this many digits: it is a code, kept as text.
      if (/^-?\d{16,}$/.test(value)) return answer(value);
      const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN;
      return answer(Number.isFinite(number) ? number : text, type === "percentage" ? "percentage" : "plain");
    }
    case "date": {
      const value = attributes["office:date-value"] ?? "";
      const day = dayNumber(value);
      return day === null ? answer(value || text) : answer(day, Number.isInteger(day) ? "day" : "moment");
    }
    case "time":
      return answer(partOfDay(attributes["office:time-value"] ?? "") ?? text);
    case "boolean":
      return answer(attributes["office:boolean-value"] === "true");
    case "string": {
      const value = attributes["office:string-value"] ?? text;
      return value === "" && formula === null ? null : answer(value);
    }
    default:
      return text === "" && formula === null ? null : answer(text === "" ? null : text);
  }
}
