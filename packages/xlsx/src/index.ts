/**
 * The Workbook port for .xlsx files, and the template of the quarterly return. Works on bytes, in Node and browsers.
 * @packageDocumentation
 */
export { lookOfNew } from "./add-sheets.js";
export type { CellLooks } from "./cell-format.js";
export { movedArea, type ColumnMove } from "./move-columns.js";
export { isDateFormat, tellingFormat } from "./number-format.js";
export { refusal, refusalCodes, type RefusalCode } from "./refusal.js";
export { shownFormula, storedFormula } from "./formula-name.js";
export { limits } from "./limits.js";
export { isMarkFormula, isMarksSheet, markFormula, marksHeaders, marksSheet } from "./marks.js";
export { noteSignature } from "./notes.js";
export { readMarkup } from "./markup.js";
export { Parts, type Relationship } from "./parts.js";
export {
  areaName,
  areaOf,
  cellName,
  columnLetters,
  columnNumber,
  parseCell,
  type Area,
  type Place,
} from "./reference.js";
export { settingsNamespace } from "./settings-part.js";
export { SheetCells, type StoredFormula } from "./sheet-cells.js";
export { tablesOfSheet, type NamedTable, type SheetFacts } from "./sheet-tables.js";
export type { SheetPart } from "./sheet-part.js";
export type { CellStyle, Styles } from "./styles.js";
export { findTableBlocks, type BlockCells, type TableBlock } from "./table-block.js";
export type { TablePart } from "./table-part.js";
export { makeRegionWorkbook } from "./template/region-workbook.js";
export { makeAgreementWorkbook, type SheetToWrite } from "./template/agreement-workbook.js";
export { makeTemplate } from "./template/make-template.js";
export { ourAddIn } from "./template/our-add-in.js";
export type { TemplateOptions } from "./template/template-options.js";
export type { DefinedName, SheetEntry, WorkbookPart } from "./workbook-part.js";
export type { FileChange } from "./change-cells.js";
export { openWorkbook, type OpenOptions } from "./open-workbook.js";
export { openXlsx, XlsxWorkbook } from "./xlsx-workbook.js";
