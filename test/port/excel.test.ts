/**
 * The Excel adapter fulfils the port's contract: tested on Microsoft's own object model, over its bridge, with an
 * emulated workbook.
 */
import { afterAll, vi } from "vitest";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
import { openInModel } from "../excel/open-in-model.js";
import { microsoft365, officeWindow, type OfficeWindow } from "../excel/office-window.js";
import { portContract } from "./contract.js";

const opened: OfficeWindow[] = [];
afterAll(() => {
  vi.unstubAllGlobals();
  for (const office of opened) office.close();
});

/** Loads the sheets and tables of a file into the emulated workbook, as Excel would. */
async function open(bytes: Uint8Array): Promise<ExcelWorkbook> {
  const office = officeWindow(microsoft365);
  opened.push(office);
  for (const name of ["Excel", "Office", "OfficeExtension", "DOMParser", "XMLSerializer"])
    vi.stubGlobal(name, office.window[name]);
  await openInModel(office.host.workbook, bytes);
  return new ExcelWorkbook();
}

portContract("Excel (Microsoft's object model)", { open });
