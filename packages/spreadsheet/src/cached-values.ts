import { sameCell, type CellValue } from "@prestatieafspraken/quarterly";
import { cellValue, type Sheets } from "./sheets.js";

/** A newly calculated value of a formula, which differs from the cached value in the file. */
export interface CachedValue {
  readonly sheet: string;
  readonly cell: string;
  readonly value: CellValue;
}

/**
 * The cached values to update in a workbook, for programs that only show cached values. Omits frozen formulas and
 * formulas the engine does not support after all; these keep the file's value.
 */
export function cachedValues(sheets: Sheets): readonly CachedValue[] {
  const { formulas, filled } = sheets.grid;
  return [...formulas, ...filled].flatMap(({ sheet, cell, cached }, i) => {
    const evaluated = sheets.model.getters.getEvaluatedCell(sheets.position(sheet, cell)!);
    if (evaluated.type === "error" && ["#NAME?", "#BAD_EXPR"].includes(String(evaluated.value))) return [];
    // A fixed-size array may be larger than its result; the remaining cells keep the file's value.
    if (evaluated.type === "empty" && i >= formulas.length) return [];
    const value = cellValue(evaluated);
    return isSame(value, cached) ? [] : [{ sheet, cell, value }];
  });
}

/** Programs add cells in different orders, so differences in the last digits are ignored. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  return sameCell(a, b);
}
