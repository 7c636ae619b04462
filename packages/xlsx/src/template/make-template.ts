import type { TemplateOptions } from "./template-options.js";

/**
 * The workbook of the quarterly return, as .xlsx: a sheet that explains, a dashboard with live functions, one sheet with an
 * Excel table per table of the contract, and the norms to read. The same options give the same bytes. Sheets with tables are
 * not protected, because a table on a protected sheet cannot grow; their input cells are unlocked for who protects them later.
 * Rejects with WorkbookError NO_SAMPLE when there are no sample figures for the agreement.
 */
export async function makeTemplate(options: TemplateOptions): Promise<Uint8Array> {
  // Only who makes a template waits for the code that writes a workbook from nothing.
  const { buildTemplate } = await import("./build-template.js");
  return buildTemplate(options);
}
