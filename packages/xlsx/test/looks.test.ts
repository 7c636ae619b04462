import { describe, expect, it } from "vitest";
import { openXlsx } from "../src/index.js";
import { withColumnWidths, withFrozen } from "../src/sheet-view.js";
import { bookOf, row } from "../../../test/workbooks/book.js";
import { richWorkbook } from "../../../test/workbooks/rich.js";
import { structuralLint } from "./structural-lint.js";

const styleAt = (bytes: Uint8Array, sheet: string, rowNumber: number, column: number) => {
  const file = openXlsx(bytes);
  const entry = file.worksheets().find(({ name }) => name === sheet)!;
  return file.styles.of(file.sheet(entry, true).cells.styleId(rowNumber, column));
};

describe("styles of cells", () => {
  it("become exactly what was asked: bold, italic, colours, format, alignment, wrapping", () => {
    const file = openXlsx(bookOf({ sheets: [{ name: "A", xml: row(1, ["tekst", 12]) }] }));
    const looks = {
      bold: true,
      italic: true,
      textColor: "#C00000",
      fillColor: "#FFF2CC",
      format: "#,##0.00",
      align: "right",
      wrap: true,
    } as const;
    file.dress([{ sheet: "A", cell: "B1", looks }]);
    expect(structuralLint(file.bytes())).toEqual([]);
    expect(styleAt(file.bytes(), "A", 1, 2)).toMatchObject(looks);
    expect(styleAt(file.bytes(), "A", 1, 1)).toMatchObject({ bold: false, fillColor: null, format: "General" });
    file.dress([{ sheet: "A", cell: "B1", looks: { bold: false, fillColor: null, align: null } }]);
    expect(styleAt(file.bytes(), "A", 1, 2)).toMatchObject({
      bold: false,
      italic: true,
      textColor: "#C00000",
      fillColor: null,
      align: null,
      format: "#,##0.00",
    });
    expect(structuralLint(file.bytes())).toEqual([]);
  });

  it("leave formulas, values and other cells' styles unchanged, also where cells share a formula", () => {
    const before = openXlsx(richWorkbook());
    const file = openXlsx(richWorkbook());
    file.dress(["B1", "B2", "C1", "C2"].map((cell) => ({ sheet: "Verborgen", cell, looks: { bold: true } })));
    const cellsOf = (of: typeof file) =>
      of.sheet(
        of.worksheets().find(({ name }) => name === "Verborgen")!,
        true,
      ).cells;
    for (const rowNumber of [1, 2, 3])
      for (const column of [1, 2, 3]) {
        const [was, is] = [before, file].map(cellsOf);
        expect(is!.value(rowNumber, column)).toEqual(was!.value(rowNumber, column));
        expect(is!.storedFormula(rowNumber, column)).toEqual(was!.storedFormula(rowNumber, column));
      }
    expect(structuralLint(file.bytes())).toEqual([]);
  });

  it("are stored once for many cells with the same style", () => {
    const file = openXlsx(bookOf({ sheets: [{ name: "A", xml: row(1, [1, 2, 3]) }] }));
    const before = file.styles.list.length;
    file.dress(["A1", "B1", "C1", "Z9"].map((cell) => ({ sheet: "A", cell, looks: { fillColor: "#00FF00" } })));
    expect(file.styles.list.length - before).toBe(1);
  });
});

describe("column widths and frozen panes", () => {
  const sheet = (head: string): string => `<worksheet>${head}<sheetData><row r="1"/></sheetData></worksheet>`;

  it("splits a range of columns around the one that changes", () => {
    const xml = sheet('<cols><col min="1" max="5" width="9" style="2"/></cols>');
    expect(withColumnWidths(xml, new Map([[3, 20]]))).toBe(
      sheet(
        '<cols><col min="1" max="2" width="9" style="2"/><col min="3" max="3" width="20" style="2" customWidth="1"/><col min="4" max="5" width="9" style="2"/></cols>',
      ),
    );
  });

  it("adds a column list before the cells if there is none", () => {
    expect(withColumnWidths(sheet("<sheetFormatPr/>"), new Map([[2, 12.5]]))).toBe(
      sheet('<sheetFormatPr/><cols><col width="12.5" customWidth="1" min="2" max="2"/></cols>'),
    );
  });

  it("adds, changes and removes panes", () => {
    const frozen = withFrozen(sheet('<sheetViews><sheetView workbookViewId="0"/></sheetViews>'), {
      rows: 1,
      columns: 2,
    });
    expect(frozen).toContain(
      '<sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView>',
    );
    expect(withFrozen(frozen, { rows: 4, columns: 0 })).toContain(
      '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>',
    );
    expect(withFrozen(frozen, { rows: 0, columns: 0 })).not.toContain("<pane");
    expect(withFrozen(sheet("<dimension/><cols/>"), { rows: 1, columns: 0 })).toMatch(
      /^<worksheet><dimension\/><sheetViews><sheetView workbookViewId="0"><pane [^>]*\/><\/sheetView><\/sheetViews><cols\/>/,
    );
  });
});
