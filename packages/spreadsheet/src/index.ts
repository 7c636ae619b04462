export { cachedValues, type CachedValue } from "./cached-values.js";
export type { CellLocks } from "./cell-locks.js";
export {
  localeOf,
  engine,
  quietly,
  type EngineLocale,
  type EngineModel,
  type EngineValue,
  type EvaluatedCell,
  type Getters,
  type Position,
  type Zone,
} from "./engine.js";
export type { FormulaAnswer } from "@prestatieafspraken/functions";
export { evaluateText, type TextOptions } from "./evaluate-formula.js";
export { evaluateFormula, type EvaluateOptions } from "./evaluate-in-workbook.js";
export type { CellLook, GridBook, GridCell, GridChoices, GridRule, GridSheet } from "./grid-book.js";
export { gridBookOf } from "./grid-book-of.js";
export { gridFormat } from "./grid-format.js";
export { openModel, setContext, type ModelOptions, type PaSheetModel } from "./model.js";
export { contextOf, recalculate, type RecalculateOptions } from "./recalculate.js";
export { excelErrorCode, registerFunctions, type PaModel } from "./register.js";
export { cellValue, openSheets, type Sheets, type SheetsOptions } from "./sheets.js";
export { expandStructured, type ReferencedTable } from "./structured-reference.js";
export { literal, mostGridCells, toWorkbookData, type GridData, type GridOptions } from "./to-workbook-data.js";
