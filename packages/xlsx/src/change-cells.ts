import { sameCell, type CellChange, type CellValue } from "@prestatieafspraken/quarterly";
import { styleWithFormat } from "./cell-format.js";
import { dynamicArrayMetadata } from "./dynamic-array.js";
import { storedFormula } from "./formula-name.js";
import { isDateFormat } from "./number-format.js";
import type { CellEdit } from "./patch-sheet.js";
import { areaName, areaOf, inArea, parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { DAYS_1904 } from "./sheet-cells.js";
import type { WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

/** A cell change from a spreadsheet grid, with its number format and the cells its formula spills into. */
export interface FileChange extends CellChange {
  /** Number format, "dd-mm-yyyy"; if omitted, the cell keeps its own. */
  readonly format?: string;
  /** Values of the cells the formula spills into, by row, starting at the formula's own cell. */
  readonly spill?: readonly (readonly CellValue[])[];
  /** True if the change removes a whole array formula. */
  readonly dropsArray?: boolean;
}

/** A newly calculated value for a cell that has a formula. */
export interface RefreshedValue {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** Changes cells. All changes succeed, or the file stays as it was. */
export function changeCells(file: WorkbookFile, changes: readonly FileChange[]): void {
  const bySheet = new Map<SheetEntry, CellEdit[]>();
  type Written = { -readonly [Key in keyof CellEdit]: CellEdit[Key] };
  const formatted: { readonly edit: Written; readonly base: number; readonly format: string }[] = [];
  const filling: { readonly edit: Written; readonly area: string }[] = [];
  const dropping = changes.filter(({ dropsArray }) => dropsArray === true);
  const arraysDropped = new Map<SheetEntry, readonly { readonly area: string }[]>();
  const droppedOn = (entry: SheetEntry): readonly { readonly area: string }[] => {
    const known = arraysDropped.get(entry);
    if (known !== undefined) return known;
    const { arrays } = file.sheet(entry, true).cells;
    const found = dropping.flatMap((one) => {
      const at = file.entry(one.sheet) === entry ? parseCell(one.cell) : null;
      return at === null ? [] : arrays.filter((array) => array.row === at.row && array.column === at.column);
    });
    arraysDropped.set(entry, found);
    return found;
  };
  for (const { sheet, cell, value, formula, expected, format, spill, dropsArray } of changes) {
    const entry = file.entry(sheet);
    // Reads the sheet with its styles, which say which cells are locked.
    const { cells } = file.sheet(entry, true);
    const place = parseCell(cell);
    if (!place) throw refusal("NO_CELL", cell);
    const { row, column } = place;
    const isHeader = file
      .tableParts(entry)
      .some(({ area, hasHeader }) => hasHeader && row === area.top && inArea(area, row, column));
    if (isHeader) throw refusal("TABLE_HEADER", `${sheet}!${cell}`);
    if (expected !== undefined && !sameCell(cells.value(row, column), expected))
      throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
    const edits = bySheet.get(entry) ?? [];
    bySheet.set(entry, edits);
    const freed = dependants(file, entry, row, column, dropsArray === true);
    const dropped = droppedOn(entry);
    const base = cells.styleId(row, column);
    const becomesDate = format !== undefined && isDateFormat(format) && !file.styles.of(base).isDate;
    const checked = file.checked(entry, row, column, value, dropped);
    const edit: Written = {
      row,
      column,
      value: typeof checked === "number" && becomesDate && file.book.date1904 ? checked - DAYS_1904 : checked,
      ...(formula !== undefined && { formula: storedFormula(formula.replace(/^=/, "")) }),
      ...(freed !== null && { frees: true }),
    };
    // Direct edits come later in the list, so they override edits that only follow from another change.
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
  file.whole(() => {
    const styled = new Map<string, number>();
    for (const { edit, base, format } of formatted) {
      const key = `${base} ${format}`;
      edit.style = styled.get(key) ?? styleWithFormat(file.parts, file.book.part, base, format);
      styled.set(key, edit.style);
    }
    if (formatted.length > 0) file.reload();
    for (const { edit, area } of filling)
      edit.fills = { area, metadata: dynamicArrayMetadata(file.parts, file.book.part) };
    for (const [entry, edits] of bySheet) file.write(entry, edits);
  });
}

/**
 * The edits that keep dependent cells valid when the formula in this cell is replaced; null if no cell depends on it.
 */
function dependants(
  file: WorkbookFile,
  entry: SheetEntry,
  row: number,
  column: number,
  dropsArray: boolean,
): CellEdit[] | null {
  const { cells } = file.sheet(entry, true);
  const stored = cells.storedFormula(row, column);
  if (!stored?.area?.includes(":")) return null;
  if (stored.kind === "array" && dropsArray) {
    const { top, left, bottom, right } = areaOf(stored.area);
    const empty: CellEdit[] = [];
    for (let r = top; r <= bottom; r++)
      for (let c = left; c <= right; c++) if (r !== row || c !== column) empty.push({ row: r, column: c, value: null });
    return empty;
  }
  if (stored.kind !== "shared") return null;
  const shift = (r: number, c: number): number => (file.book.date1904 && cells.isDate(r, c) ? DAYS_1904 : 0);
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

/** Updates the cached values of formulas, which themselves stay as they are. */
export function refreshValues(file: WorkbookFile, values: readonly RefreshedValue[]): void {
  const bySheet = new Map<SheetEntry, CellEdit[]>();
  for (const { sheet, row, column, value } of values) {
    const entry = file.entry(sheet);
    const edits = bySheet.get(entry) ?? [];
    bySheet.set(entry, edits);
    const shift = file.book.date1904 && file.sheet(entry).cells.isDate(row, column) ? DAYS_1904 : 0;
    edits.push({ row, column, value: typeof value === "number" ? value - shift : value, keepFormula: true });
  }
  file.whole(() => {
    for (const [entry, edits] of bySheet) file.write(entry, edits);
  });
}
