/** The port on Excel keeps the same contract as the others: on Microsoft's own object model, over its bridge, with an emulated workbook behind it. */
import { afterAll, vi } from "vitest";
import { fromStored } from "@prestatieafspraken/functions";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
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
  const model = office.host.workbook;
  const file = openXlsx(bytes);
  for (const entry of file.worksheets()) {
    const { cells } = file.sheet(entry);
    const sheet = model.addSheet(entry.name);
    for (const [i, row] of cells.rowNumbers.entries())
      for (const [j, value] of cells.rowValues[i]!.entries()) {
        const formula = cells.storedFormula(row, j + 1)?.text;
        if (value === null && formula === undefined) continue;
        Object.assign(sheet.cell(row - 1, j), {
          value: value === null ? "" : typeof value === "object" ? value.error : value,
          ...(formula !== undefined && { formula: fromStored(`=${formula}`) }),
        });
      }
  }
  for (const { name, sheet, headerRow, firstColumn, headers, rows } of await file.tables()) {
    if (name === null) continue;
    const model365 = model.sheets.find((each) => each.name === sheet)!;
    model.tables.push({
      id: model.newId("table"),
      name,
      sheet: model365,
      row: headerRow - 1,
      column: firstColumn - 1,
      columns: headers.length,
      rows: Math.max(1, rows.length),
      showTotals: false,
    });
    // The whole column is laid out as dates, also where no date stands yet.
    for (const column of headers.keys())
      if (/^Oplevering/.test(headers[column]!))
        for (const row of rows.keys())
          model365.cell(headerRow + row, firstColumn - 1 + column).numberFormat = "d-m-yyyy";
  }
  return new ExcelWorkbook();
}

portContract("Excel (Microsoft's object model)", { open });
