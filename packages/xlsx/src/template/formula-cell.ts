import type { Scalar } from "@prestatieafspraken/indicators";
import type { CellStyle } from "hucre/xlsx";
import { toStored } from "@prestatieafspraken/functions";
import type { CellAt, CellValue } from "@prestatieafspraken/quarterly";

/** The cached value for a formula ("=PA.SOCIALSHARE()"), from the calculation engine; null if it has none. */
export type Cached = (formula: string, at: CellAt) => CellValue;

/**
 * A formula cell with its cached value. Uses the plain form on purpose, not Excel's dynamic-array form, which
 * LibreOffice and other readers would recalculate into #NAME?. Without a cached value the cell shows `otherwise`, never
 * blank or 0.
 */
export function formulaCell(
  formula: string,
  {
    at,
    look,
    cached,
    otherwise = "#N/A",
  }: { at: CellAt; look: CellStyle; cached: Cached | undefined; otherwise?: Scalar },
) {
  const value = cached?.(formula, at) ?? null;
  const result: Scalar = value === null ? otherwise : typeof value === "object" ? value.error : value;
  return { style: look, formula: toStored(formula).slice(1), formulaResult: result };
}
