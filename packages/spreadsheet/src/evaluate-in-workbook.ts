import type { Agreement, Language, LimitSeries } from "@prestatieafspraken/indicators";
import { refersToCells, toInvariant, type CallContext, type FormulaAnswer } from "@prestatieafspraken/functions";
import { read, type Return } from "@prestatieafspraken/quarterly";
import type { XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { localeOf } from "./engine.js";
import { evaluateText } from "./evaluate-formula.js";
import { gridBookOf } from "./grid-book-of.js";
import { contextOf, mostCellsHeadless } from "./recalculate.js";
import { openSheets } from "./sheets.js";

export interface EvaluateOptions {
  readonly language: Language;
  /** The day judged on: "2026-09-30". A workbook's own Peildatum goes before it. */
  readonly day?: string;
  /** Those a workbook may be about; the first is in force where there is no workbook. */
  readonly agreements?: readonly Agreement[];
  readonly limits?: readonly LimitSeries[];
  /** The workbook that cell references and functions without figures are about. */
  readonly workbook?: XlsxWorkbook;
  /** The workbook as read, when the caller has read it already. */
  readonly return?: Return;
}

/**
 * Answers any formula, by itself or in a workbook: PA functions and built-in ones, nested, typed in Dutch or English.
 * What cannot be answered is `error`, with a sentence; throws only for a workbook that cannot be read.
 */
export async function evaluateFormula(typed: string, options: EvaluateOptions): Promise<FormulaAnswer> {
  const { workbook, agreements = [] } = options;
  const found =
    options.return ?? (workbook && agreements.length > 0 ? await read(workbook, { agreements }) : undefined);
  const context = found === undefined ? byItself(options) : contextOf(found, options);
  // Live functions answer from what was read; only a formula about cells needs the cells.
  const sheets =
    workbook !== undefined && refersToCells(toInvariant(typed))
      ? openSheets(gridBookOf(workbook), { context, locale: localeOf(context.language), mostCells: mostCellsHeadless })
      : undefined;
  return evaluateText(typed, { context, ...(sheets && { sheets }) });
}

const byItself = ({ language, day, agreements, limits }: EvaluateOptions): CallContext => ({
  language,
  live: null,
  ...(day !== undefined && { day }),
  ...(agreements?.[0] && { agreement: agreements[0] }),
  ...(limits && { limits }),
});
