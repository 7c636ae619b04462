import {
  isEmptyCell,
  sameCell,
  type CellAt,
  type CellChange,
  type CellValue,
  type Mark,
  type SheetTable,
  type Workbook,
} from "@prestatieafspraken/quarterly";
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
import { styleWithFormat } from "./cell-format.js";
import { dynamicArrayMetadata } from "./dynamic-array.js";
import { dropCalcChain } from "./package-edits.js";
import { withoutNotes } from "./notes.js";
import { Parts } from "./parts.js";
import { insideMerged, patchPlainSheet, patchSheet, type CellEdit } from "./patch-sheet.js";
import { areaName, areaOf, areasTouch, cellName, inArea, LAST_ROW, parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { readSettings, writeSettings } from "./settings-part.js";
import { insertSheets } from "./insert-sheets.js";
import { DAYS_1904, type CellContext } from "./sheet-cells.js";
import { readSheetPart, type SheetPart } from "./sheet-part.js";
import { readSharedStrings } from "./shared-strings.js";
import { storedFormula } from "./formula-name.js";
import { isDateFormat } from "./number-format.js";
import { registerSheet, unregisterSheet } from "./sheet-list.js";
import { tablesOfSheet, type SheetFacts } from "./sheet-tables.js";
import { columnNames, growTable, widenTable } from "./table-growth.js";
import { readStyles, type Styles } from "./styles.js";
import { readTableParts, type TablePart } from "./table-part.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** Opens the bytes of an .xlsx. Throws WorkbookError with one sentence for anything that is not a sound workbook. */
export const openXlsx = (bytes: Uint8Array): XlsxWorkbook => new XlsxWorkbook(bytes);

const longestText = 32_767;

function checkValue(value: CellValue, where: string): void {
  const fits =
    typeof value === "number" ? Number.isFinite(value) : typeof value !== "string" || value.length <= longestText;
  if (!fits) throw refusal("NOT_A_VALUE", where);
}

/** A change as a grid on a screen knows it: with how the cell is shown, and all the cells its formula fills. */
export interface FileChange extends CellChange {
  /** Number format for the cell, "dd-mm-yyyy"; it keeps its own unless given. */
  readonly format?: string;
  /** What the formula fills cells with, row by row from its own cell. */
  readonly spill?: readonly (readonly CellValue[])[];
  /** The cell carries an array, which goes as a whole. */
  readonly dropsArray?: boolean;
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
    return tablesOfSheet(entry.name, this.facts(entry), this.tableParts(entry));
  }

  /** A sheet as the search for tables wants it. */
  facts(entry: SheetEntry): SheetFacts {
    const { cells, hiddenRows, merged } = this.sheet(entry);
    const { otherBooks } = this.#book;
    return {
      rowNumbers: cells.rowNumbers,
      rowValues: cells.rowValues,
      value: (row, column) => cells.value(row, column),
      indexOf: (row) => cells.indexOf(row),
      isDate: (row, column) => cells.isDate(row, column),
      format: (row, column) => cells.format(row, column),
      formula: (row, column) => cells.formulaAt(row, column),
      isStruck: this.styles.list.some(({ struck }) => struck) ? (row, column) => cells.isStruck(row, column) : null,
      uncalculated: cells.uncalculated,
      linked:
        otherBooks.length === 0
          ? []
          : [...cells.linked()].map(({ row, column, book }) => ({ row, column, source: otherBooks[book - 1] ?? null })),
      hiddenRows,
      merged,
      isHidden: entry.state !== "visible",
    };
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
      this.#styles = null;
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

  #checked(
    entry: SheetEntry,
    row: number,
    column: number,
    value: CellValue,
    dropped: readonly { readonly area: string }[] = [],
  ): CellValue {
    const where = `${entry.name}!${cellName(row, column)}`;
    checkValue(value, where);
    const sheet = this.sheet(entry, true);
    const style = this.styles.of(sheet.cells.styleId(row, column));
    if (sheet.isProtected && style.locked) throw refusal("PROTECTED_SHEET", where);
    if (insideMerged(sheet.merged, row, column)) throw refusal("MERGED_CELL", where);
    // Part of an array that another cell fills; its own first cell is looked at where it is written.
    const arrays = sheet.cells.arrays.filter(({ area }) => !dropped.some((one) => one.area === area));
    if (arrays.some((one) => inArea(areaOf(one.area), row, column) && !(one.row === row && one.column === column)))
      throw refusal("SHARED_FORMULA", where);
    return typeof value === "number" && style.isDate && this.#book.date1904 ? value - DAYS_1904 : value;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async change(changes: readonly FileChange[]): Promise<void> {
    const bySheet = new Map<SheetEntry, CellEdit[]>();
    type Written = { -readonly [Key in keyof CellEdit]: CellEdit[Key] };
    const formatted: { readonly edit: Written; readonly base: number; readonly format: string }[] = [];
    const filling: { readonly edit: Written; readonly area: string }[] = [];
    const dropping = changes.filter(({ dropsArray }) => dropsArray === true);
    const arraysDropped = new Map<SheetEntry, readonly { readonly area: string }[]>();
    const droppedOn = (entry: SheetEntry): readonly { readonly area: string }[] => {
      const known = arraysDropped.get(entry);
      if (known !== undefined) return known;
      const { arrays } = this.sheet(entry, true).cells;
      const found = dropping.flatMap((one) => {
        const at = this.#entry(one.sheet) === entry ? parseCell(one.cell) : null;
        return at === null ? [] : arrays.filter((array) => array.row === at.row && array.column === at.column);
      });
      arraysDropped.set(entry, found);
      return found;
    };
    for (const { sheet, cell, value, formula, expected, format, spill, dropsArray } of changes) {
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
      if (expected !== undefined && !sameCell(cells.value(row, column), expected))
        throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
      const edits = bySheet.get(entry) ?? [];
      bySheet.set(entry, edits);
      const freed = this.#freed(entry, row, column, dropsArray === true);
      const dropped = droppedOn(entry);
      const base = cells.styleId(row, column);
      const becomesDate = format !== undefined && isDateFormat(format) && !this.styles.of(base).isDate;
      const checked = this.#checked(entry, row, column, value, dropped);
      const edit: Written = {
        row,
        column,
        value: typeof checked === "number" && becomesDate && this.#book.date1904 ? checked - DAYS_1904 : checked,
        ...(formula !== undefined && { formula: storedFormula(formula.replace(/^=/, "")) }),
        ...(freed !== null && { frees: true }),
      };
      // What somebody changed goes before what only follows from it.
      edits.unshift(...(freed ?? []));
      edits.push(edit);
      if (spill !== undefined && formula !== undefined) {
        const area = { top: row, left: column, bottom: row + spill.length - 1, right: column + spill[0]!.length - 1 };
        filling.push({ edit, area: areaName(area) });
        spill.forEach((values, down) =>
          values.forEach((filled, along) => {
            if (down + along > 0) edits.push({ row: row + down, column: column + along, value: filled });
          }),
        );
      }
      if (format !== undefined) formatted.push({ edit, base, format });
    }
    this.#whole(() => {
      const styled = new Map<string, number>();
      for (const { edit, base, format } of formatted) {
        const key = `${base} ${format}`;
        edit.style = styled.get(key) ?? styleWithFormat(this.parts, this.#book.part, base, format);
        styled.set(key, edit.style);
        this.#styles = null;
      }
      if (formatted.length > 0) this.#book = readWorkbookPart(this.parts);
      for (const { edit, area } of filling)
        edit.fills = { area, metadata: dynamicArrayMetadata(this.parts, this.#book.part) };
      for (const [entry, edits] of bySheet) this.#write(entry, edits);
    });
  }

  /** What happens to the cells that depend on the formula in this cell when it goes; null when none do. */
  #freed(entry: SheetEntry, row: number, column: number, dropsArray: boolean): CellEdit[] | null {
    const { cells } = this.sheet(entry, true);
    const stored = cells.storedFormula(row, column);
    if (!stored?.area?.includes(":")) return null;
    if (stored.kind === "array" && dropsArray) {
      const { top, left, bottom, right } = areaOf(stored.area);
      const empty: CellEdit[] = [];
      for (let r = top; r <= bottom; r++)
        for (let c = left; c <= right; c++)
          if (r !== row || c !== column) empty.push({ row: r, column: c, value: null });
      return empty;
    }
    if (stored.kind !== "shared") return null;
    const shift = (r: number, c: number): number => (this.#book.date1904 && cells.isDate(r, c) ? DAYS_1904 : 0);
    return cells.sharedWith(row, column).map(([r, c]) => {
      const value = cells.value(r, c);
      return {
        row: r,
        column: c,
        value: typeof value === "number" ? value - shift(r, c) : value,
        formula: cells.storedFormula(r, c)!.text,
      };
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
        if (!isEmptyCell(cells.value(row, column)))
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
  async extendTable(table: Pick<SheetTable, "name" | "sheet">, lastRow: number): Promise<void> {
    const entry = this.#entry(table.sheet);
    const part = this.tableParts(entry).find(({ name }) => name.toLowerCase() === table.name?.toLowerCase());
    if (!part) throw refusal("NO_TABLE", table.name ?? table.sheet);
    if (part.totalsRows > 0) throw refusal("TOTALS_ROW", part.name);
    if (lastRow <= part.area.bottom) return;
    const added = { ...part.area, top: part.area.bottom + 1, bottom: lastRow };
    const other = this.tableParts(entry).find((one) => one.part !== part.part && areasTouch(one.area, added));
    if (other || lastRow > LAST_ROW)
      throw refusal("BELOW_IN_USE", `${table.sheet}!${cellName(other?.area.top ?? LAST_ROW, part.area.left)}`);
    this.#whole(() => {
      growTable(this.parts, part, lastRow);
      this.#forget(entry);
    });
  }

  /** Gives an Excel table more columns at its right, with these headers; returns them as they became, each with a name of its own. */
  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async widenTable(sheet: string, name: string, headers: readonly string[]): Promise<readonly string[]> {
    const entry = this.#entry(sheet);
    const part = this.tableParts(entry).find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!part) throw refusal("NO_TABLE", name);
    const { area } = part;
    const names = columnNames(part.columns, headers);
    const added = { ...area, left: area.right + 1, right: area.right + names.length };
    const other = this.tableParts(entry).find((one) => one.part !== part.part && areasTouch(one.area, added));
    if (other) throw refusal("BELOW_IN_USE", `${sheet}!${cellName(other.area.top, other.area.left)}`);
    const { cells } = this.sheet(entry, true);
    const style = cells.styleId(area.top, area.right);
    this.#whole(() => {
      if (part.hasHeader)
        this.#write(
          entry,
          names.map((value, i) => ({
            row: area.top,
            column: area.right + 1 + i,
            value: this.#checked(entry, area.top, area.right + 1 + i, value),
            ...(style !== 0 && { style }),
          })),
        );
      widenTable(this.parts, part, names);
      this.#forget(entry);
    });
    return names;
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

  /**
   * Puts the visible sheets of another workbook behind those that are there, with their tables, formulas, looks and choice
   * lists; pictures and links to elsewhere stay behind. A sheet name in use gets " (2)", and what refers to it follows.
   */
  // eslint-disable-next-line @typescript-eslint/require-await -- refusals reject, as in every adapter
  async insertSheets(other: XlsxWorkbook): Promise<readonly string[]> {
    if (this.#book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
    const entries = other.worksheets().filter(({ state }) => state === "visible");
    const taken = new Set(
      this.worksheets().flatMap((entry) => this.tableParts(entry).map(({ name }) => name.toLowerCase())),
    );
    const twice = entries.flatMap((entry) => other.tableParts(entry)).find(({ name }) => taken.has(name.toLowerCase()));
    if (twice) throw refusal("TABLE_TAKEN", twice.name);
    return this.#whole(() => {
      const names = insertSheets(
        { parts: this.parts, book: this.#book },
        {
          parts: other.parts,
          book: other.book,
          strings: other.#context(false).strings,
          isDate: (style) => other.styles.of(style).isDate,
          entries,
        },
      );
      this.#styles = null;
      this.#book = readWorkbookPart(this.parts);
      return names;
    });
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
