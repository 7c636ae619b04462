import type { CellStyle, CellValue as FileValue } from "hucre/xlsx";
import { toStored } from "@prestatieafspraken/functions";
import type { CellAt, CellValue } from "@prestatieafspraken/quarterly";

/** The value to keep beside a formula ("=PA.SOCIALSHARE()"), as the calculation engine has it; null when it has none. */
export type Cached = (formula: string, at: CellAt) => CellValue;

/**
 * A formula with its cached value, as a file keeps it. The plain form (not the dynamic-array form Excel itself writes) is
 * chosen on purpose: LibreOffice and readers of values then show the cached value, where they would recalculate the other
 * form into #NAME?. Where nothing is cached the cell says `otherwise`: never an empty cell, never 0.
 */
export function formulaCell(
  formula: string,
  {
    at,
    look,
    cached,
    otherwise = "#N/A",
  }: { at: CellAt; look: CellStyle; cached: Cached | undefined; otherwise?: FileValue },
) {
  const value = cached?.(formula, at) ?? null;
  const result: FileValue = value === null ? otherwise : typeof value === "object" ? value.error : value;
  return { style: look, formula: toStored(formula).slice(1), formulaResult: result };
}
