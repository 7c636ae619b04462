import { agreements } from "@prestatieafspraken/agreements";
import type { Agreement, Language } from "@prestatieafspraken/indicators";
import { functions } from "@prestatieafspraken/functions";
import { makeTemplate, openXlsx, ourAddIn, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { recalculate } from "@prestatieafspraken/spreadsheet";

/** The workbook of a quarterly return, with every PA formula already answered, so that also programs without PA show figures. */
export async function makeWorkbook(asked: {
  readonly agreement: Agreement;
  readonly language: Language;
  readonly sample: "none" | "with-errors" | "clean";
  readonly selfcheck: boolean;
  readonly day: string;
}): Promise<XlsxWorkbook> {
  const bytes = await makeTemplate({ ...asked, functions: functions.map(({ id }) => id), addIn: ourAddIn });
  const answered = await recalculate(bytes, { agreements, day: asked.day, language: asked.language });
  return openXlsx(answered);
}
