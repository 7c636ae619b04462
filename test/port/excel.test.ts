/** The port on Excel keeps the same contract as the others: on Microsoft's own object model, over its bridge, with an emulated workbook behind it. */
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

/** Puts the sheets and tables of a file in the emulated workbook, as Excel would open them. */
async function open(bytes: Uint8Array): Promise<ExcelWorkbook> {
  const office = officeWindow(microsoft365);
  opened.push(office);
  for (const name of ["Excel", "Office", "OfficeExtension", "DOMParser", "XMLSerializer"])
    vi.stubGlobal(name, office.window[name]);
  await openInModel(office.host.workbook, bytes);
  return new ExcelWorkbook();
}

portContract("Excel (Microsoft's object model)", { open });
