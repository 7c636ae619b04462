/**
 * Workbooks made in the workbench: a return, empty or with sample figures, and one for writing an agreement. Loaded on
 * demand.
 */
export { writtenSheets } from "@prestatieafspraken/agreements";
export { makeAgreementWorkbook, makeTemplate } from "@prestatieafspraken/xlsx";
