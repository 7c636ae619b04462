import type { CellAt } from "@prestatieafspraken/quarterly";
import { styleWithLooks, type CellLooks } from "./cell-format.js";
import type { CellEdit } from "./patch-sheet.js";
import { parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { withColumnWidths, withFrozen } from "./sheet-view.js";
import type { WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

/** A cell and the style properties to change. */
export interface DressedCell extends CellAt {
  readonly looks: CellLooks;
}

/** Changes the styles of cells: all, or none if one is refused. Contents and formulas stay byte-identical. */
export function dressCells(file: WorkbookFile, cells: readonly DressedCell[]): void {
  if (cells.length === 0) return;
  const bySheet = new Map<SheetEntry, CellEdit[]>();
  const styled = new Map<string, number>();
  file.whole(() => {
    for (const { sheet, cell, looks } of cells) {
      const entry = file.entry(sheet);
      const place = parseCell(cell);
      if (!place) throw refusal("NO_CELL", cell);
      const part = file.sheet(entry, true);
      const base = part.cells.styleId(place.row, place.column);
      if (part.isProtected && file.styles.of(base).locked) throw refusal("PROTECTED_SHEET", `${sheet}!${cell}`);
      const key = `${base} ${JSON.stringify(looks)}`;
      const style = styled.get(key) ?? styleWithLooks(file.parts, file.book.part, base, looks);
      styled.set(key, style);
      const edits = bySheet.get(entry) ?? [];
      bySheet.set(entry, edits);
      edits.push({ ...place, value: null, style, keepContent: true });
    }
    file.reload();
    for (const [entry, edits] of bySheet) file.write(entry, edits);
  });
}

/**
 * Sets column widths (columns counted from 1, widths in characters) and frozen rows and columns; null leaves those
 * unchanged.
 */
export function layOutSheet(
  file: WorkbookFile,
  sheet: string,
  widths: ReadonlyMap<number, number>,
  frozen: { readonly rows: number; readonly columns: number } | null,
): void {
  const entry = file.entry(sheet);
  file.whole(() => {
    const xml = withColumnWidths(file.parts.text(entry.part), widths);
    file.parts.set(entry.part, frozen === null ? xml : withFrozen(xml, frozen));
    file.forget(entry);
  });
}
