import type { CellChange, CellValue, Mark, SheetTable, Workbook } from "@prestatieafspraken/quarterly";
import { escapeAttribute } from "./markup.js";
import { marksHeaders, marksSheet, severityNames, severityOf, withMarks, withoutMarks } from "./marks.js";
import {
  addContentType,
  addRelationship,
  dropCalcChain,
  freePart,
  officeRelationship,
  removeContentType,
  removeRelationship,
} from "./package-edits.js";
import { Parts, relationshipsPart } from "./parts.js";
import { insideMerged, patchSheet, type CellEdit } from "./patch-sheet.js";
import { areaName, cellName, parseCell, type Area } from "./reference.js";
import { refusal } from "./refusal.js";
import { readSettings, writeSettings } from "./settings-part.js";
import { DAYS_1904, type CellContext } from "./sheet-cells.js";
import { readSheetPart, type SheetPart } from "./sheet-part.js";
import { readSharedStrings } from "./shared-strings.js";
import { storedFormula } from "./formula-name.js";
import { tablesOfSheet } from "./sheet-tables.js";
import { readStyles, type Styles } from "./styles.js";
import { readTableParts, type TablePart } from "./table-part.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** Opens the bytes of an .xlsx. Throws WorkbookError with one sentence for anything that is not a sound workbook. */
export const openXlsx = (bytes: Uint8Array): XlsxWorkbook => new XlsxWorkbook(bytes);

const longestText = 32_767;
const isBlank = (value: CellValue | undefined): boolean => value === undefined || value === null || value === "";
const same = (a: CellValue, b: CellValue): boolean =>
  (isBlank(a) && isBlank(b)) || a === b || (typeof a === "object" && typeof b === "object" && a?.error === b?.error);

/** The Workbook port on a file: reads strictly, changes only the cells named, keeps every other byte. */
export class XlsxWorkbook implements Workbook {
  readonly parts: Parts;
  #book: WorkbookPart;
  #styles: Styles | null = null;
  #strings: readonly string[] | null = null;
  readonly #sheets = new Map<string, SheetPart>();

  constructor(bytes: Uint8Array) {
    this.parts = new Parts(bytes);
    this.#book = readWorkbookPart(this.parts);
    // Nothing damaged reads as an empty workbook: what every sheet needs is read now.
    void this.#context(false);
  }

  /** The file as it is now; the very same bytes when nothing changed. */
  bytes(): Uint8Array {
    return this.parts.file();
  }

  /** Main part, sheets, names: for whoever shows the whole workbook. */
  get book(): WorkbookPart {
    return this.#book;
  }

  get styles(): Styles {
    return (this.#styles ??= readStyles(this.parts, this.#book.styles));
  }

  #context(keepStyles: boolean): CellContext {
    this.#strings ??= readSharedStrings(this.parts, this.#book.sharedStrings);
    return { strings: this.#strings, styles: this.styles, date1904: this.#book.date1904, keepStyles };
  }

  /** The worksheets, in order; sheets of charts hold no cells. */
  worksheets(): readonly SheetEntry[] {
    return this.#book.sheets.filter(({ kind }) => kind === "worksheet");
  }

  /** A sheet with its cells; with styles where somebody wants to show or copy them. */
  sheet(entry: SheetEntry, keepStyles = false): SheetPart {
    const key = `${entry.part}${keepStyles ? " styled" : ""}`;
    const known = this.#sheets.get(key);
    if (known) return known;
    const read = readSheetPart(this.parts, entry, this.#context(keepStyles));
    this.#sheets.set(key, read);
    return read;
  }

  tableParts(entry: SheetEntry): readonly TablePart[] {
    return readTableParts(this.parts, entry.part);
  }

  sheetNames(): Promise<readonly string[]> {
    return Promise.resolve(this.#book.sheets.map(({ name }) => name));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- problems in a file reject, as in every adapter
  async tables(): Promise<readonly SheetTable[]> {
    return this.worksheets()
      .filter(({ name }) => name !== marksSheet)
      .flatMap((entry) => this.#tablesOf(entry));
  }

  #tablesOf(entry: SheetEntry): SheetTable[] {
    return tablesOfSheet(entry.name, this.sheet(entry), this.tableParts(entry));
  }

  #entry(name: string): SheetEntry {
    const found = this.#book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw refusal("NO_SHEET", name);
    return found;
  }

  /** Writes cells of one sheet; refuses what cannot be changed without harm. */
  #write(entry: SheetEntry, edits: readonly CellEdit[]): void {
    const { xml, formulasChanged } = patchSheet(this.parts.text(entry.part), entry.part, edits);
    this.parts.set(entry.part, xml);
    if (formulasChanged) dropCalcChain(this.parts, this.#book.part);
    this.#forget(entry);
  }

  #forget(entry: SheetEntry): void {
    this.#sheets.delete(entry.part);
    this.#sheets.delete(`${entry.part} styled`);
  }

  #checked(entry: SheetEntry, row: number, column: number, value: CellValue): CellValue {
    const where = `${entry.name}!${cellName(row, column)}`;
    if (
      (typeof value === "number" && !Number.isFinite(value)) ||
      (typeof value === "string" && value.length > longestText)
    )
      throw refusal("NOT_A_VALUE", where);
    const sheet = this.sheet(entry, true);
    const style = this.styles.of(sheet.cells.styleId(row, column));
    if (sheet.isProtected && style.locked) throw refusal("PROTECTED_SHEET", where);
    if (insideMerged(sheet.merged, row, column)) throw refusal("MERGED_CELL", where);
    return typeof value === "number" && style.isDate && this.#book.date1904 ? value - DAYS_1904 : value;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async change(changes: readonly CellChange[]): Promise<void> {
    const bySheet = new Map<SheetEntry, CellEdit[]>();
    for (const { sheet, cell, value, formula, expected } of changes) {
      const entry = this.#entry(sheet);
      const place = parseCell(cell);
      if (!place) throw refusal("NO_CELL", cell);
      const { row, column } = place;
      if (expected !== undefined && !same(this.sheet(entry).cells.value(row, column), expected))
        throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
      const edits = bySheet.get(entry) ?? [];
      bySheet.set(entry, edits);
      edits.push({
        row,
        column,
        value: this.#checked(entry, row, column, value),
        ...(formula !== undefined && { formula: storedFormula(formula.replace(/^=/, "")) }),
      });
    }
    this.parts.whole(() => {
      for (const [entry, edits] of bySheet) this.#write(entry, edits);
    });
  }

  /** Refreshes cached values beside formulas that stay as they are: for whoever has calculated them. */
  refresh(
    values: readonly {
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly value: CellValue;
    }[],
  ): void {
    const bySheet = new Map<SheetEntry, CellEdit[]>();
    for (const { sheet, row, column, value } of values) {
      const entry = this.#entry(sheet);
      const edits = bySheet.get(entry) ?? [];
      bySheet.set(entry, edits);
      edits.push({ row, column, value, keepFormula: true });
    }
    this.parts.whole(() => {
      for (const [entry, edits] of bySheet) this.#write(entry, edits);
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async appendRows(
    table: Pick<SheetTable, "name" | "sheet" | "headerRow" | "firstColumn">,
    rows: readonly (readonly CellValue[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const entry = this.#entry(table.sheet);
    const part =
      table.name === null
        ? undefined
        : this.tableParts(entry).find(({ name }) => name.toLowerCase() === table.name!.toLowerCase());
    if (table.name !== null && !part) throw refusal("NO_TABLE", table.name);
    if (part && part.totalsRows > 0) throw refusal("TOTALS_ROW", part.name);
    const found = this.#tablesOf(entry).find(
      (one) => one.headerRow === table.headerRow && one.firstColumn === table.firstColumn,
    );
    if (!found)
      throw refusal("NO_TABLE", table.name ?? `${table.sheet}!${cellName(table.headerRow, table.firstColumn)}`);
    const width = found.headers.length;
    const { cells } = this.sheet(entry, true);
    const lastFilled = found.headerRow + found.rows.length;
    const edits: CellEdit[] = [];
    rows.forEach((values, index) => {
      if (values.length > width) throw refusal("ROW_TOO_WIDE", found.name ?? table.sheet);
      const row = lastFilled + 1 + index;
      for (let offset = 0; offset < width; offset += 1) {
        const column = found.firstColumn + offset;
        // Beyond the table there may be somebody else's cells.
        if (!isBlank(cells.value(row, column)))
          throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(row, column)}`);
        const style = cells.styleId(lastFilled, column);
        const value = values[offset] ?? null;
        if (value === null && style === 0) continue;
        edits.push({
          row,
          column,
          value: this.#checked(entry, row, column, value),
          ...(style !== 0 && lastFilled > found.headerRow && { style }),
        });
      }
    });
    this.parts.whole(() => {
      this.#write(entry, edits);
      const bottom = lastFilled + rows.length;
      if (part && bottom > part.area.bottom) {
        const [before, after] = [areaName(part.area), areaName({ ...part.area, bottom })];
        this.parts.set(part.part, this.parts.text(part.part).replaceAll(`ref="${before}"`, `ref="${after}"`));
      }
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async addSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<string> {
    return this.parts.whole(() => this.#addSheet(name, rows));
  }

  #addSheet(wanted: string, rows: readonly (readonly CellValue[])[]): string {
    if (this.#book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
    const base =
      wanted
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .slice(0, 31)
        .trim() || "Blad";
    const taken = new Set(this.#book.sheets.map(({ name }) => name.toLowerCase()));
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${base.slice(0, 31 - ` (${number})`.length)} (${number})`;

    const folder = this.#book.part.slice(0, this.#book.part.lastIndexOf("/") + 1);
    const part = freePart(this.parts, (number) => `${folder}worksheets/sheetPA${number}.xml`);
    const edits = rows.flatMap((values, index) =>
      values.flatMap((value, column): CellEdit[] =>
        value === null ? [] : [{ row: index + 1, column: column + 1, value, bold: index === 0 }],
      ),
    );
    const empty =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData></sheetData></worksheet>';
    this.parts.set(part, patchSheet(empty, part, edits).xml);
    addContentType(this.parts, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    const strict = this.parts.relationships(this.#book.part).some(({ type }) => type.includes("purl.oclc.org"));
    const type = strict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"
      : officeRelationship("worksheet");
    const id = addRelationship(this.parts, this.#book.part, type, part.slice(folder.length));

    const xml = this.parts.text(this.#book.part);
    const close = /<\/((?:\w+:)?)sheets>/.exec(xml);
    if (!close) throw refusal("BAD_XML", this.#book.part);
    const sheetId = Math.max(0, ...this.#book.sheets.map((sheet) => sheet.sheetId || 0)) + 1;
    const relationships = strict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const element = `<${close[1] ?? ""}sheet name="${escapeAttribute(name)}" sheetId="${sheetId}" xmlns:pa="${relationships}" pa:id="${id}"/>`;
    this.parts.set(this.#book.part, xml.slice(0, close.index) + element + xml.slice(close.index));
    this.#book = readWorkbookPart(this.parts);
    return name;
  }

  #removeSheet(entry: SheetEntry): void {
    this.parts.remove(entry.part);
    if (this.parts.has(relationshipsPart(entry.part))) this.parts.remove(relationshipsPart(entry.part));
    removeContentType(this.parts, entry.part);
    removeRelationship(this.parts, this.#book.part, entry.relationship);
    const xml = this.parts.text(this.#book.part);
    this.parts.set(
      this.#book.part,
      xml.replace(new RegExp(`<(?:\\w+:)?sheet\\b[^>]*\\b\\w+:id="${entry.relationship}"[^>]*/>`), ""),
    );
    this.#forget(entry);
    this.#book = readWorkbookPart(this.parts);
  }

  /** Marks an earlier run or somebody else left, as the sheet of marks lists them. */
  #earlierMarks(): Mark[] {
    const entry = this.#book.sheets.find(({ name }) => name === marksSheet);
    if (!entry) return [];
    const { cells } = this.sheet(entry);
    return cells.rowNumbers.flatMap((row, index) => {
      const [severity, sheet, cell, text] = cells.rowValues[index]!.map((value) =>
        typeof value === "string" ? value : "",
      );
      return row === 1 || !sheet || !cell
        ? []
        : [{ severity: severityOf(severity ?? ""), sheet, cell, text: text ?? "" }];
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async mark(marks: readonly Mark[]): Promise<void> {
    for (const { sheet, cell } of marks) {
      this.#entry(sheet);
      if (!parseCell(cell)) throw refusal("NO_CELL", cell);
    }
    if (marks.length === 0) return;
    const renewed = new Set(marks.map(({ sheet, cell }) => `${sheet}!${cell}`));
    const all = [...this.#earlierMarks().filter(({ sheet, cell }) => !renewed.has(`${sheet}!${cell}`)), ...marks];
    this.parts.whole(() => {
      this.#clearMarks();
      for (const entry of this.worksheets()) {
        const here = all.filter(({ sheet }) => sheet.toLowerCase() === entry.name.toLowerCase());
        if (here.length > 0) this.parts.set(entry.part, withMarks(this.parts.text(entry.part), here, entry.part));
      }
      this.#addSheet(marksSheet, [
        [...marksHeaders],
        ...all.map(({ severity, sheet, cell, text }) => [severityNames[severity], sheet, cell, text]),
      ]);
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async clearMarks(): Promise<number> {
    return this.parts.whole(() => this.#clearMarks());
  }

  #clearMarks(): number {
    const count = this.#earlierMarks().length;
    for (const entry of this.worksheets()) {
      const xml = this.parts.text(entry.part);
      const bare = withoutMarks(xml);
      if (bare !== xml) this.parts.set(entry.part, bare);
    }
    const sheet = this.#book.sheets.find(({ name }) => name === marksSheet);
    if (sheet) this.#removeSheet(sheet);
    return count;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async getSetting(key: string): Promise<string | null> {
    return readSettings(this.parts, this.#book.part).get(key) ?? null;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async setSetting(key: string, value: string | null): Promise<void> {
    const settings = readSettings(this.parts, this.#book.part);
    if (value === null) settings.delete(key);
    else settings.set(key, value);
    this.parts.whole(() => writeSettings(this.parts, this.#book.part, settings));
  }
}
