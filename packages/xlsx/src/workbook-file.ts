import { type CellAt, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { notesOn } from "./notes.js";
import { dropCalcChain } from "./package-edits.js";
import { Parts } from "./parts.js";
import { insideMerged, patchPlainSheet, patchSheet, type CellEdit } from "./patch-sheet.js";
import { areaOf, cellName, inArea } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { DAYS_1904, type CellContext } from "./sheet-cells.js";
import { readSheetBeside, readSheetPart, type SheetPart } from "./sheet-part.js";
import { readSharedStrings, type SharedStrings } from "./shared-strings.js";
import { tablesOfSheet, type SheetFacts } from "./sheet-tables.js";
import { readStyles, type Styles } from "./styles.js";
import { readTableParts, type TablePart } from "./table-part.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** Maximum length of a cell's text in all spreadsheet programs. */
export const longestText = 32_767;

export function checkValue(value: CellValue, where: string): void {
  const fits =
    typeof value === "number" ? Number.isFinite(value) : typeof value !== "string" || value.length <= longestText;
  if (!fits) throw refusal("NOT_A_VALUE", where);
}

/** A workbook file: what was read from it and how its parts change. Each operation is in a file of its own. */
export class WorkbookFile {
  readonly parts: Parts;
  #book: WorkbookPart;
  #styles: Styles | null = null;
  #strings: SharedStrings | null = null;
  readonly #sheets = new Map<string, SheetPart>();
  readonly #tableParts = new Map<string, readonly TablePart[]>();

  constructor(bytes: Uint8Array) {
    this.parts = new Parts(bytes);
    this.#book = readWorkbookPart(this.parts);
    // Reads now what every sheet needs, so that a damaged file fails instead of appearing empty.
    void this.context(false);
  }

  /** The current bytes; identical to the opened bytes if nothing changed. */
  bytes(): Uint8Array {
    return this.parts.file();
  }

  /** Main part with sheets and names, for code that shows the whole workbook. */
  get book(): WorkbookPart {
    return this.#book;
  }

  get styles(): Styles {
    return (this.#styles ??= readStyles(this.parts, this.#book.styles));
  }

  /** The workbook data needed to read a sheet. */
  context(keepStyles: boolean): CellContext {
    this.#strings ??= readSharedStrings(this.parts, this.#book.sharedStrings);
    return { strings: this.#strings, styles: this.styles, date1904: this.#book.date1904, keepStyles };
  }

  /** The worksheets, in order; chart sheets have no cells. */
  worksheets(): readonly SheetEntry[] {
    return this.#book.sheets.filter(({ kind }) => kind === "worksheet");
  }

  /** A sheet with its cells; `keepStyles` for showing or copying them. */
  sheet(entry: SheetEntry, keepStyles = false): SheetPart {
    const key = `${entry.part}${keepStyles ? " styled" : ""}`;
    // A sheet read with styles also serves callers that do not need them.
    const known = this.#sheets.get(key) ?? this.#sheets.get(`${entry.part} styled`);
    if (known) return known;
    const read = readSheetPart(this.parts, entry, this.context(keepStyles));
    this.#sheets.set(key, read);
    return read;
  }

  /** Reads large sheets while they are being unpacked on another thread; `sheet` then has them at hand. */
  async readAhead(entries: readonly SheetEntry[]): Promise<void> {
    for (const entry of entries) {
      const isRead = this.#sheets.has(entry.part) || this.#sheets.has(`${entry.part} styled`);
      if (isRead || !this.parts.has(entry.part) || !this.parts.isLarge(entry.part)) continue;
      const read = await readSheetBeside(this.parts, entry, this.context(false));
      if (read) this.#sheets.set(entry.part, read);
    }
  }

  /** The notes people wrote on cells. */
  notes(): readonly (CellAt & { readonly text: string })[] {
    return this.worksheets().flatMap(({ name, part }) =>
      notesOn(this.parts, part).map((note) => ({ sheet: name, ...note })),
    );
  }

  tableParts(entry: SheetEntry): readonly TablePart[] {
    const known = this.#tableParts.get(entry.part) ?? readTableParts(this.parts, entry.part);
    this.#tableParts.set(entry.part, known);
    return known;
  }

  /** Rereads the main part and the styles after either changed. */
  reload(): void {
    this.#styles = null;
    this.#book = readWorkbookPart(this.parts);
  }

  /** The Excel tables of a sheet, and the blocks that look like one. */
  tablesOf(entry: SheetEntry): SheetTable[] {
    return tablesOfSheet(entry.name, this.facts(entry), this.tableParts(entry));
  }

  /** The facts about a sheet that the table search needs. */
  facts(entry: SheetEntry): SheetFacts {
    const { cells, hiddenRows, hiddenColumns, merged } = this.sheet(entry);
    const { otherBooks } = this.#book;
    return {
      rowNumbers: cells.rowNumbers,
      valuesAt: (index) => cells.valuesAt(index),
      width: cells.columns.width,
      cells: cells.columns,
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
      isColumnHidden: (column) => hiddenColumns.some(([first, last]) => column >= first && column <= last),
      merged,
      isHidden: entry.state !== "visible",
    };
  }

  /** The worksheet with this name, case-insensitive; refused if absent. */
  entry(name: string): SheetEntry {
    const found = this.worksheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw refusal("NO_SHEET", name);
    return found;
  }

  /** Runs `work`; if it throws, undoes its changes and drops what was read. */
  whole<T>(work: () => T): T {
    try {
      return this.parts.whole(work);
    } catch (problem) {
      this.#sheets.clear();
      this.#tableParts.clear();
      this.reload();
      throw problem;
    }
  }

  /** Writes cells of one sheet; refuses changes that would damage other cells. */
  write(entry: SheetEntry, edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    const known = this.#sheets.get(`${entry.part} styled`) ?? this.#sheets.get(entry.part);
    const patch = known?.isPlain ? patchPlainSheet : patchSheet;
    const { xml, formulasChanged } = patch(this.parts.text(entry.part), sheetNamed(entry.name), edits);
    this.parts.set(entry.part, xml);
    if (formulasChanged) dropCalcChain(this.parts, this.#book.part);
    this.forget(entry);
  }

  /** Drops what was read of a sheet, because the sheet changed. */
  forget(entry: SheetEntry): void {
    this.#tableParts.delete(entry.part);
    this.#sheets.delete(entry.part);
    this.#sheets.delete(`${entry.part} styled`);
  }

  /** A value as this cell stores it; refuses a cell that cannot be changed safely. */
  checked(
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
    // The cell belongs to another cell's array. An array's own first cell is checked on writing.
    const arrays = sheet.cells.arrays.filter(({ area }) => !dropped.some((one) => one.area === area));
    if (arrays.some((one) => inArea(areaOf(one.area), row, column) && !(one.row === row && one.column === column)))
      throw refusal("SHARED_FORMULA", where);
    return typeof value === "number" && style.isDate && this.#book.date1904 ? value - DAYS_1904 : value;
  }
}
