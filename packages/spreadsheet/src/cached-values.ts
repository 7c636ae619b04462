import type { CellValue } from "@prestatieafspraken/quarterly";
import { cellValue, type Sheets } from "./sheets.js";

/** The value a formula has now, where the file holds another one beside it. */
export interface CachedValue {
  readonly sheet: string;
  readonly cell: string;
  readonly value: CellValue;
}

/**
 * Values to write beside the formulas of a workbook, so that programs that only show values show the right ones. Frozen
 * formulas, and formulas the engine turns out not to know after all, keep what the file holds.
 */
export function cachedValues(sheets: Sheets): readonly CachedValue[] {
  const { formulas, filled } = sheets.grid;
  return [...formulas, ...filled].flatMap(({ sheet, cell, cached }, i) => {
    const evaluated = sheets.model.getters.getEvaluatedCell(sheets.position(sheet, cell)!);
    if (evaluated.type === "error" && ["#NAME?", "#BAD_EXPR"].includes(String(evaluated.value))) return [];
    // An array of a fixed size may be wider than what fills it: what the file says of the rest stays.
    if (evaluated.type === "empty" && i >= formulas.length) return [];
    const value = cellValue(evaluated);
    return isSame(value, cached) ? [] : [{ sheet, cell, value }];
  });
}

/** Two programs may add up the same cells in another order; a difference in the last digit is none. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null) return a.error === b.error;
  return a === b;
}
