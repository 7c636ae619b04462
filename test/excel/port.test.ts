import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ExcelWorkbook } from "../../addin/excel/excel-workbook.js";
import { officeWindow, type OfficeWindow } from "./office-window.js";

let office: OfficeWindow;
beforeAll(() => {
  office = officeWindow();
  for (const name of ["Excel", "Office", "OfficeExtension", "CustomFunctions", "DOMParser", "XMLSerializer"])
    vi.stubGlobal(name, office.window[name]);
});
afterAll(() => {
  vi.unstubAllGlobals();
  office.close();
});

describe("the port on Excel's own object model", () => {
  it("reads", async () => {
    const { workbook } = office.host;
    const sheet = workbook.addSheet("Nieuwbouw");
    workbook.addTable(sheet, "PA_Nieuwbouw", [["Kwartaal", "Aantal"], ["2026-Q3", 12]], "B3");
    const port = new ExcelWorkbook();
    const [table] = await port.tables();
    expect(table).toMatchObject({ name: "PA_Nieuwbouw", headerRow: 3, firstColumn: 2, rows: [["2026-Q3", 12]] });
  });
});
