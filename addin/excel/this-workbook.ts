import { ExcelWorkbook } from "./excel-workbook.js";

/** The workbook this page belongs to; pane and functions share its events and undo history. */
export const thisWorkbook = new ExcelWorkbook();
