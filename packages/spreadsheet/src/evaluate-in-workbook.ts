import type { Agreement, Language, LimitSeries } from "@prestatieafspraken/indicators";
import {
  answerPlainCall,
  refersToCells,
  toInvariant,
  type CallContext,
  type FormulaAnswer,
} from "@prestatieafspraken/functions";
import { read, type Return } from "@prestatieafspraken/quarterly";
import type { XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { localeOf } from "./engine.js";
import { evaluateText } from "./evaluate-formula.js";
import { gridBookOf } from "./grid-book-of.js";
import { contextOf, mostCellsHeadless } from "./recalculate.js";
import { openSheets } from "./sheets.js";

/** What a formula is evaluated with. */
export interface EvaluateOptions {
  readonly language: Language;
  /** Date to judge on: "2026-09-30". A workbook's Peildatum takes precedence. */
  readonly day?: string;
  /** Agreements the workbook may use; without a workbook, the first one applies. */
  readonly agreements?: readonly Agreement[];
  readonly limits?: readonly LimitSeries[];
  /** The workbook for cell references and live functions. */
  readonly workbook?: XlsxWorkbook;
  /** The return read from the workbook, if already available. */
  readonly return?: Return;
}

/**
 * Evaluates any formula, alone or in a workbook: PA functions and built-in ones, nested, typed in Dutch or English.
 * If there is no answer, `error` has a sentence; throws only if the workbook cannot be read.
 */
export async function evaluateFormula(typed: string, options: EvaluateOptions): Promise<FormulaAnswer> {
  const { workbook, agreements = [] } = options;
  const found =
    options.return ?? (workbook && agreements.length > 0 ? await read(workbook, { agreements }) : undefined);
  const context = found === undefined ? byItself(options) : contextOf(found, options);
  const plain = answerPlainCall(typed, context);
  if (plain !== null) return plain;
  // Live functions use the return; only formulas with cell references need the grid.
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
