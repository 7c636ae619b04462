import type { CellAt, CellChange, CellValue, Mark, SheetTable, Workbook } from "@prestatieafspraken/quarterly";
import {
  isMarksSheet,
  marksHeaders,
  marksSheet,
  marksSheetLooks,
  severityNames,
  severityOf,
  withMarks,
  withoutMarks,
} from "./marks.js";
import { dropCalcChain } from "./package-edits.js";
import { withoutNotes } from "./notes.js";
import { Parts } from "./parts.js";
import { insideMerged, patchPlainSheet, patchSheet, type CellEdit } from "./patch-sheet.js";
import { areaOf, areasTouch, cellName, inArea, LAST_ROW, parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { readSettings, writeSettings } from "./settings-part.js";
import { DAYS_1904, type CellContext } from "./sheet-cells.js";
import { readSheetPart, type SheetPart } from "./sheet-part.js";
import { readSharedStrings } from "./shared-strings.js";
import { storedFormula } from "./formula-name.js";
import { registerSheet, unregisterSheet } from "./sheet-list.js";
import { tablesOfSheet } from "./sheet-tables.js";
import { growTable } from "./table-growth.js";
import { readStyles, type Styles } from "./styles.js";
import { readTableParts, type TablePart } from "./table-part.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** Opens the bytes of an .xlsx. Throws WorkbookError with one sentence for anything that is not a sound workbook. */
export const openXlsx = (bytes: Uint8Array): XlsxWorkbook => new XlsxWorkbook(bytes);

const longestText = 32_767;
const isBlank = (value: CellValue | undefined): boolean => value === undefined || value === null || value === "";
const same = (a: CellValue, b: CellValue): boolean =>
  (isBlank(a) && isBlank(b)) || a === b || (typeof a === "object" && typeof b === "object" && a?.error === b?.error);

function checkValue(value: CellValue, where: string): void {
  const fits =
    typeof value === "number" ? Number.isFinite(value) : typeof value !== "string" || value.length <= longestText;
  if (!fits) throw refusal("NOT_A_VALUE", where);
}

/** The Workbook port on a file: reads strictly, changes only the cells named, keeps every other byte. */
export class XlsxWorkbook implements Workbook {
  readonly parts: Parts;
  #book: WorkbookPart;
  #styles: Styles | null = null;
  #strings: readonly string[] | null = null;
  readonly #sheets = new Map<string, SheetPart>();
  readonly #tableParts = new Map<string, readonly TablePart[]>();

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
    // A reading with styles serves whoever wants none.
    const known = this.#sheets.get(key) ?? this.#sheets.get(`${entry.part} styled`);
    if (known) return known;
    const read = readSheetPart(this.parts, entry, this.#context(keepStyles));
    this.#sheets.set(key, read);
    return read;
  }

  tableParts(entry: SheetEntry): readonly TablePart[] {
    const known = this.#tableParts.get(entry.part) ?? readTableParts(this.parts, entry.part);
    this.#tableParts.set(entry.part, known);
    return known;
  }

  sheetNames(): Promise<readonly string[]> {
    return Promise.resolve(this.#book.sheets.map(({ name }) => name));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- problems in a file reject, as in every adapter
  async tables(): Promise<readonly SheetTable[]> {
    return this.worksheets()
      .filter((entry) => !this.#isMarksSheet(entry))
      .flatMap((entry) => this.#tablesOf(entry));
  }

  #tablesOf(entry: SheetEntry): SheetTable[] {
    return tablesOfSheet(entry.name, this.sheet(entry), this.tableParts(entry));
  }

  #isMarksSheet(entry: SheetEntry): boolean {
    return isMarksSheet(entry.name, () => this.sheet(entry).cells.rowValues[0] ?? []);
  }

  #entry(name: string): SheetEntry {
    const found = this.worksheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw refusal("NO_SHEET", name);
    return found;
  }

  /** A change happens whole or not at all. */
  #whole<T>(work: () => T): T {
    try {
      return this.parts.whole(work);
    } catch (problem) {
      this.#sheets.clear();
      this.#tableParts.clear();
      this.#book = readWorkbookPart(this.parts);
      throw problem;
    }
  }

  /** Writes cells of one sheet; refuses what cannot be changed without harm. */
  #write(entry: SheetEntry, edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    const known = this.#sheets.get(`${entry.part} styled`) ?? this.#sheets.get(entry.part);
    const patch = known?.isPlain ? patchPlainSheet : patchSheet;
    const { xml, formulasChanged } = patch(this.parts.text(entry.part), entry.part, edits);
    this.parts.set(entry.part, xml);
    if (formulasChanged) dropCalcChain(this.parts, this.#book.part);
    this.#forget(entry);
  }

  #forget(entry: SheetEntry): void {
    this.#tableParts.delete(entry.part);
    this.#sheets.delete(entry.part);
    this.#sheets.delete(`${entry.part} styled`);
  }

  #checked(entry: SheetEntry, row: number, column: number, value: CellValue): CellValue {
    const where = `${entry.name}!${cellName(row, column)}`;
    checkValue(value, where);
    const sheet = this.sheet(entry, true);
    const style = this.styles.of(sheet.cells.styleId(row, column));
    if (sheet.isProtected && style.locked) throw refusal("PROTECTED_SHEET", where);
    if (insideMerged(sheet.merged, row, column)) throw refusal("MERGED_CELL", where);
    // Part of an array that another cell fills; its own first cell is looked at where it is written.
    const { arrays } = sheet.cells;
    if (arrays.some((one) => inArea(areaOf(one.area), row, column) && !(one.row === row && one.column === column)))
      throw refusal("SHARED_FORMULA", where);
    return typeof value === "number" && style.isDate && this.#book.date1904 ? value - DAYS_1904 : value;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async change(changes: readonly CellChange[]): Promise<void> {
    const bySheet = new Map<SheetEntry, CellEdit[]>();
    for (const { sheet, cell, value, formula, expected } of changes) {
      const entry = this.#entry(sheet);
      // Read once, with the styles that tell what is locked.
      const { cells } = this.sheet(entry, true);
      const place = parseCell(cell);
      if (!place) throw refusal("NO_CELL", cell);
      const { row, column } = place;
      const isHeader = this.tableParts(entry).some(
        ({ area, hasHeader }) => hasHeader && row === area.top && inArea(area, row, column),
      );
      if (isHeader) throw refusal("TABLE_HEADER", `${sheet}!${cell}`);
      if (expected !== undefined && !same(cells.value(row, column), expected))
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
    this.#whole(() => {
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
      const shift = this.#book.date1904 && this.sheet(entry).cells.isDate(row, column) ? DAYS_1904 : 0;
      edits.push({ row, column, value: typeof value === "number" ? value - shift : value, keepFormula: true });
    }
    this.#whole(() => {
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
    const found = this.#tablesOf(entry).find((one) =>
      part ? one.name === part.name : one.headerRow === table.headerRow && one.firstColumn === table.firstColumn,
    );
    if (!found)
      throw refusal("NO_TABLE", table.name ?? `${table.sheet}!${cellName(table.headerRow, table.firstColumn)}`);
    const width = found.headers.length;
    const { cells } = this.sheet(entry, true);
    const lastFilled = found.headerRow + found.rows.length;
    const bottom = lastFilled + rows.length;
    const right = found.firstColumn + width - 1;
    const added = { top: lastFilled + 1, left: found.firstColumn, bottom, right };
    const other = this.tableParts(entry).find((one) => one.part !== part?.part && areasTouch(one.area, added));
    if (other || bottom > LAST_ROW)
      throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(other?.area.top ?? LAST_ROW, found.firstColumn)}`);
    const edits: CellEdit[] = [];
    rows.forEach((values, index) => {
      if (values.length > width) throw refusal("ROW_TOO_WIDE", found.name ?? table.sheet);
      const row = lastFilled + 1 + index;
      // Rows that the table already has keep their looks, and the formulas that nobody gives a value for.
      const isOwn = part !== undefined && row <= part.area.bottom;
      for (let column = found.firstColumn; column <= right; column += 1) {
        if (!isBlank(cells.value(row, column)))
          throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(row, column)}`);
        const value = values[column - found.firstColumn] ?? null;
        const style = lastFilled > found.headerRow ? cells.styleId(lastFilled, column) : 0;
        if (value === null && (isOwn || style === 0)) continue;
        edits.push({
          row,
          column,
          value: this.#checked(entry, row, column, value),
          ...(style !== 0 && cells.styleId(row, column) === 0 && { style }),
        });
      }
    });
    this.#whole(() => {
      this.#write(entry, edits);
      if (part && bottom > part.area.bottom) growTable(this.parts, part, bottom);
      this.#forget(entry);
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async addSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<string> {
    return this.#whole(() => this.#addSheet(name, rows));
  }

  #addSheet(
    wanted: string,
    rows: readonly (readonly CellValue[])[],
    looks: { readonly before: string; readonly after: string } = { before: "", after: "" },
  ): string {
    if (this.#book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
    const edits = rows.flatMap((values, index) =>
      values.flatMap((value, column): CellEdit[] => {
        checkValue(value, `${wanted}!${cellName(index + 1, column + 1)}`);
        return value === null ? [] : [{ row: index + 1, column: column + 1, value, bold: index === 0 }];
      }),
    );
    const name = registerSheet(this.parts, this.#book, wanted, (part, namespace) => {
      const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${looks.before}<sheetData></sheetData>${looks.after}</worksheet>`;
      return patchSheet(empty, part, edits).xml;
    });
    this.#book = readWorkbookPart(this.parts);
    return name;
  }

  #removeSheet(entry: SheetEntry): void {
    if (this.#book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
    unregisterSheet(this.parts, this.#book, entry);
    this.#forget(entry);
    this.#book = readWorkbookPart(this.parts);
  }

  #marksSheets(): readonly SheetEntry[] {
    return this.worksheets().filter((entry) => this.#isMarksSheet(entry));
  }

  /** Marks an earlier run or somebody else left, as the sheet of marks lists them. */
  #earlierMarks(): Mark[] {
    return this.#marksSheets().flatMap((entry) => {
      const { cells } = this.sheet(entry);
      return cells.rowValues.slice(1).flatMap((values) => {
        const [severity = "", sheet = "", cell = "", text = ""] = values.map((value) =>
          typeof value === "string" ? value : "",
        );
        return parseCell(cell) ? [{ severity: severityOf(severity), sheet, cell, text }] : [];
      });
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async mark(marks: readonly Mark[]): Promise<void> {
    for (const { sheet, cell } of marks) {
      this.#entry(sheet);
      if (!parseCell(cell)) throw refusal("NO_CELL", cell);
    }
    if (marks.length === 0) return;
    const at = ({ sheet, cell }: CellAt): string => `${sheet}!${cell}`.toLowerCase();
    const renewed = new Set(marks.map(at));
    const all = [...this.#earlierMarks().filter((mark) => !renewed.has(at(mark))), ...marks];
    this.#whole(() => {
      this.#clearMarks();
      for (const entry of this.worksheets()) {
        const here = all.filter(({ sheet }) => sheet.toLowerCase() === entry.name.toLowerCase());
        if (here.length > 0) this.parts.set(entry.part, withMarks(this.parts.text(entry.part), here, entry.part));
      }
      const lines = all.map(({ severity, sheet, cell, text }) => [
        severityNames[severity],
        sheet,
        cell,
        text.slice(0, longestText),
      ]);
      this.#addSheet(marksSheet, [[...marksHeaders], ...lines], marksSheetLooks(all));
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async clearMarks(): Promise<number> {
    return this.#whole(() => this.#clearMarks());
  }

  #clearMarks(): number {
    const cells = new Set(this.#earlierMarks().map(({ sheet, cell }) => `${sheet}!${cell}`.toLowerCase()));
    for (const entry of this.#marksSheets()) this.#removeSheet(entry);
    for (const entry of this.worksheets()) {
      const written = this.parts.text(entry.part);
      const unmarked = withoutMarks(written, entry.part);
      const bare = withoutNotes(this.parts, entry.part, unmarked.xml);
      for (const cell of [...unmarked.cells, ...bare.cells]) cells.add(`${entry.name}!${cell}`.toLowerCase());
      if (bare.xml !== written) this.parts.set(entry.part, bare.xml);
    }
    return cells.size;
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
    this.#whole(() => writeSettings(this.parts, this.#book.part, settings));
  }
}
