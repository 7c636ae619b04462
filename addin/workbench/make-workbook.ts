/** The workbooks made here: a return, empty or with a sample, and one to write an agreement in. Fetched when one is asked for. */
export { writtenSheets } from "@prestatieafspraken/agreements";
export { makeAgreementWorkbook, makeTemplate } from "@prestatieafspraken/xlsx";
