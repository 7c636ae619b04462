import type { TemplateOptions } from "./template-options.js";

/**
 * The workbook of the quarterly return, as .xlsx: an explanation, a dashboard with live functions, one sheet with an
 * Excel table per table of the contract, and the norms. The same options give the same bytes. Table sheets are not
 * protected, because tables on a protected sheet cannot grow; input cells are unlocked, for users who protect the
 * sheets later.
 * Rejects with WorkbookError NO_SAMPLE if the agreement has no sample figures.
 */
export async function makeTemplate(options: TemplateOptions): Promise<Uint8Array> {
  // Loaded on demand: only template makers need the code that writes new workbooks.
  const { buildTemplate } = await import("./build-template.js");
  return buildTemplate(options);
}
