import type { Agreement, Language, LimitSeries } from "@prestatieafspraken/indicators";
import { liveContext, type CallContext } from "@prestatieafspraken/functions";
import { read, type Return } from "@prestatieafspraken/quarterly";
import { openXlsx, parseCell, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { cachedValues } from "./cached-values.js";
import { gridBookOf } from "./grid-book-of.js";
import { openSheets } from "./sheets.js";

/** What a workbook is recalculated with. */
export interface RecalculateOptions {
  readonly agreements: readonly Agreement[];
  readonly language: Language;
  /** Date to judge on if the workbook has no Peildatum and no quarter: "2026-09-30". */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
}

/** Cell limit when headless; higher than for a displayed grid. */
export const mostCellsHeadless = 2_000_000;
/** Live functions read tables, whose cells may contain formulas that use live functions. */
const mostRounds = 3;

/**
 * Recalculates the cached value of every formula the engine supports; nothing else changes. A workbook that is up to
 * date comes back byte-identical.
 * @throws WorkbookError if the bytes are not a valid workbook, or too large
 */
export async function recalculate(bytes: Uint8Array, options: RecalculateOptions): Promise<Uint8Array> {
  const workbook = openXlsx(bytes);
  let before: string | null = null;
  for (let round = 0; round < mostRounds; round++) {
    const found = await read(workbook, { agreements: options.agreements });
    if (found.hash === before) break;
    before = found.hash;
    const stale = staleValues(workbook, contextOf(found, options));
    if (stale.length === 0) break;
    workbook.refresh(stale.map(({ sheet, cell, value }) => ({ sheet, ...parseCell(cell)!, value })));
  }
  return workbook.bytes();
}

const staleValues = (workbook: XlsxWorkbook, context: CallContext) =>
  cachedValues(openSheets(gridBookOf(workbook), { context, mostCells: mostCellsHeadless }));

/** The call context for a return; the workbook's Peildatum takes precedence over `day`. */
export function contextOf(
  found: Return,
  { language, day, limits }: Pick<RecalculateOptions, "language" | "day" | "limits">,
): CallContext {
  return liveContext(found, {
    language,
    ...(found.settings.day === null && day !== undefined && { day }),
    ...(limits && { limits }),
  });
}
