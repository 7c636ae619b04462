import { type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { dropCalcChain } from "./package-edits.js";
import { Parts } from "./parts.js";
import { insideMerged, patchPlainSheet, patchSheet, type CellEdit } from "./patch-sheet.js";
import { areaOf, cellName, inArea } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { DAYS_1904, type CellContext } from "./sheet-cells.js";
import { readSheetPart, type SheetPart } from "./sheet-part.js";
import { readSharedStrings } from "./shared-strings.js";
import { tablesOfSheet, type SheetFacts } from "./sheet-tables.js";
import { readStyles, type Styles } from "./styles.js";
import { readTableParts, type TablePart } from "./table-part.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** No text in a cell is longer, in any spreadsheet. */
export const longestText = 32_767;

export function checkValue(value: CellValue, where: string): void {
  const fits =
    typeof value === "number" ? Number.isFinite(value) : typeof value !== "string" || value.length <= longestText;
  if (!fits) throw refusal("NOT_A_VALUE", where);
}

/** A workbook file: what was read of it, and how its parts change. What can be done with it stands in a file per verb. */
export class WorkbookFile {
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
    void this.context(false);
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

  /** What sheets need to know of the rest of the workbook. */
  context(keepStyles: boolean): CellContext {
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
    const read = readSheetPart(this.parts, entry, this.context(keepStyles));
    this.#sheets.set(key, read);
    return read;
  }

  tableParts(entry: SheetEntry): readonly TablePart[] {
    const known = this.#tableParts.get(entry.part) ?? readTableParts(this.parts, entry.part);
    this.#tableParts.set(entry.part, known);
    return known;
  }

  /** Reads the main part and the styles anew, after a change of either. */
  reload(): void {
    this.#styles = null;
    this.#book = readWorkbookPart(this.parts);
  }

  /** The tables of a sheet, and the blocks that look like one. */
  tablesOf(entry: SheetEntry): SheetTable[] {
    return tablesOfSheet(entry.name, this.facts(entry), this.tableParts(entry));
  }

  /** A sheet as the search for tables wants it. */
  facts(entry: SheetEntry): SheetFacts {
    const { cells, hiddenRows, merged } = this.sheet(entry);
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
      merged,
      isHidden: entry.state !== "visible",
    };
  }

  /** The worksheet of a name, whichever capitals; refused when it is not there. */
  entry(name: string): SheetEntry {
    const found = this.worksheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw refusal("NO_SHEET", name);
    return found;
  }

  /** A change happens whole or not at all. */
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

  /** Writes cells of one sheet; refuses what cannot be changed without harm. */
  write(entry: SheetEntry, edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    const known = this.#sheets.get(`${entry.part} styled`) ?? this.#sheets.get(entry.part);
    const patch = known?.isPlain ? patchPlainSheet : patchSheet;
    const { xml, formulasChanged } = patch(this.parts.text(entry.part), sheetNamed(entry.name), edits);
    this.parts.set(entry.part, xml);
    if (formulasChanged) dropCalcChain(this.parts, this.#book.part);
    this.forget(entry);
  }

  /** What was read of a sheet no longer holds. */
  forget(entry: SheetEntry): void {
    this.#tableParts.delete(entry.part);
    this.#sheets.delete(entry.part);
    this.#sheets.delete(`${entry.part} styled`);
  }

  /** A value as this cell stores it; refused where the cell cannot be changed without harm. */
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
    // Part of an array that another cell fills; its own first cell is looked at where it is written.
    const arrays = sheet.cells.arrays.filter(({ area }) => !dropped.some((one) => one.area === area));
    if (arrays.some((one) => inArea(areaOf(one.area), row, column) && !(one.row === row && one.column === column)))
      throw refusal("SHARED_FORMULA", where);
    return typeof value === "number" && style.isDate && this.#book.date1904 ? value - DAYS_1904 : value;
  }
}
