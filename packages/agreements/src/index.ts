/**
 * Agreements and legal limits as data: what parties promised and what the law sets, each figure with its date and source.
 * @packageDocumentation
 */
export { agreement, agreements } from "./agreements.js";
export { complete, productParameter } from "./complete.js";
export { limits } from "./data.generated.js";
export { checkAgreement, checkLimits, type Checked } from "./check.js";
export type { Known } from "./coherence.js";
export type { Problem } from "./problem.js";
export { checkAgreementSheets, isAgreementWorkbook, type CheckedSheets } from "./workbook/check-sheets.js";
export { fromSheets, type CellBlock, type SheetProblem } from "./workbook/from-sheets.js";
export { factsSheet, toSheets, type SheetRows } from "./workbook/to-sheets.js";
export { writtenSheets, type WrittenColumn, type WrittenSheet } from "./workbook/written-sheets.js";
export { facts, lists, type Column, type ListSheet } from "./workbook/sheets.js";
