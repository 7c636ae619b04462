import { openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { portContract, type OpenedWorkbook } from "./contract.js";

const withSave = (workbook: XlsxWorkbook): OpenedWorkbook =>
  Object.assign(workbook, { save: () => Promise.resolve(workbook.bytes()) });

portContract(".xlsx file", { open: (bytes) => Promise.resolve(withSave(openXlsx(bytes))) });
