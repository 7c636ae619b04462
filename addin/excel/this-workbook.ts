import { ExcelWorkbook } from "./excel-workbook.js";

/** The workbook this page belongs to. One object for pane and functions: they share its events and what can be undone. */
export const thisWorkbook = new ExcelWorkbook();
