import { agreements } from "@prestatieafspraken/agreements";
import { agreementQuarters, lastFinishedQuarter, type Agreement, type Language } from "@prestatieafspraken/indicators";
import { functions } from "@prestatieafspraken/functions";
import { makeTemplate, openXlsx, ourAddIn, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { keepAgreement } from "@prestatieafspraken/quarterly";
import { recalculate } from "@prestatieafspraken/spreadsheet";

/** The workbook of a quarterly return, with every PA formula already answered, so that also programs without PA show figures. */
export async function makeWorkbook(asked: {
  readonly agreement: Agreement;
  readonly language: Language;
  readonly sample: "none" | "with-errors" | "clean";
  readonly selfcheck: boolean;
  readonly day: string;
}): Promise<XlsxWorkbook> {
  // An empty workbook is for the quarter people are asked about now; the sample has a quarter of its own.
  const quarter = lastFinishedQuarter(agreementQuarters(asked.agreement), asked.day);
  const about = asked.sample === "none" ? { ...asked, quarter } : asked;
  const made = openXlsx(await makeTemplate({ ...about, functions: functions.map(({ id }) => id), addIn: ourAddIn }));
  // An agreement of somebody's own goes along inside the workbook, so that whoever opens it needs nothing else.
  if (!agreements.includes(asked.agreement)) await keepAgreement(made, asked.agreement);
  const answered = await recalculate(made.bytes(), { agreements, day: asked.day, language: asked.language });
  return openXlsx(answered);
}
