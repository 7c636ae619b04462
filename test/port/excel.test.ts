/**
 * The Excel adapter fulfils the port's contract: tested on Microsoft's own object model, over its bridge, with an
 * emulated workbook.
 */
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
import { excelHere } from "../excel/excel-here.js";
import { openInModel } from "../excel/open-in-model.js";
import { portContract } from "./contract.js";

const excel = excelHere();

/** Loads the sheets and tables of a file into the emulated workbook, as Excel would. */
async function open(bytes: Uint8Array): Promise<ExcelWorkbook> {
  await openInModel(excel().host.workbook, openXlsx(bytes));
  return new ExcelWorkbook();
}

portContract("Excel (Microsoft's object model)", { open });
