import { agreements } from "@prestatieafspraken/agreements";
import { agreementQuarters, lastFinishedQuarter, type Agreement, type Language } from "@prestatieafspraken/indicators";
import { functions } from "@prestatieafspraken/functions";
import { makeTemplate, openXlsx, ourAddIn, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { keepAgreement } from "@prestatieafspraken/quarterly";
import { recalculate } from "@prestatieafspraken/spreadsheet";

/**
 * The workbook of a quarterly return, with a cached answer in every PA formula, so that programs without PA show
 * figures too.
 */
export async function makeWorkbook(asked: {
  readonly agreement: Agreement;
  readonly language: Language;
  readonly sample: "none" | "with-errors" | "clean";
  readonly selfcheck: boolean;
  readonly day: string;
}): Promise<XlsxWorkbook> {
  // An empty workbook is for the last finished quarter; the sample has its own quarter.
  const quarter = lastFinishedQuarter(agreementQuarters(asked.agreement), asked.day);
  const about = asked.sample === "none" ? { ...asked, quarter } : asked;
  const made = openXlsx(await makeTemplate({ ...about, functions: functions.map(({ id }) => id), addIn: ourAddIn }));
  // An agreement that is not built in is stored in the workbook, so that others need no separate file.
  if (!agreements.includes(asked.agreement)) await keepAgreement(made, asked.agreement);
  const answered = await recalculate(made.bytes(), { agreements, day: asked.day, language: asked.language });
  return openXlsx(answered);
}
