import type { Agreement, Language, LimitSeries } from "@prestatieafspraken/indicators";
import { liveContext, type CallContext } from "@prestatieafspraken/functions";
import { read, type Return } from "@prestatieafspraken/quarterly";
import { openXlsx, parseCell, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { cachedValues } from "./cached-values.js";
import { gridBookOf } from "./grid-book-of.js";
import { openSheets } from "./sheets.js";

export interface RecalculateOptions {
  readonly agreements: readonly Agreement[];
  readonly language: Language;
  /** The day judged on where the workbook has no Peildatum and no quarter: "2026-09-30". */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
}

/** A file on its way through a program has room for more cells than a grid on a screen. */
export const mostCellsHeadless = 2_000_000;
/** Formulas in the tables feed the live functions, and those may feed formulas in the tables. */
const mostRounds = 3;

/**
 * The workbook with the right value beside every formula that can be calculated here; nothing else changes, and a workbook
 * in which nothing was out of date comes back byte for byte.
 * @throws WorkbookError for what is no sound workbook, or too large.
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

/** What functions answer from in a workbook that has been read; its own Peildatum goes before the day given. */
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
