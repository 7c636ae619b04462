/** Changes from a spreadsheet grid: with number formats, and the cells that formulas spill into. */
import { describe, expect, it } from "vitest";
import { bookOf, bookParts, fileOf, row } from "../../../test/workbooks/book.js";
import { richWorkbook } from "../../../test/workbooks/rich.js";
import { openXlsx, type XlsxWorkbook } from "../src/index.js";
import { structuralLint } from "./structural-lint.js";

const cellsOf = (file: XlsxWorkbook, sheet: string) =>
  file.sheet(
    file.worksheets().find(({ name }) => name === sheet)!,
    true,
  ).cells;
const again = (file: XlsxWorkbook): XlsxWorkbook => {
  expect(structuralLint(file.bytes())).toEqual([]);
  return openXlsx(file.bytes());
};
const book = { sheets: [{ name: "Blad1", xml: row(1, ["dag", 1]) }] };

describe("a number format for a cell", () => {
  it("adds one style and reuses it for the next cell; existing styles stay unchanged", async () => {
    const file = openXlsx(bookOf(book));
    const before = file.styles.list;
    for (const cell of ["A2", "A3"]) await file.change([{ sheet: "Blad1", cell, value: 46295, format: "dd-mm-yyyy" }]);
    await file.change([{ sheet: "Blad1", cell: "B2", value: 0.25, format: "0.0%" }]);
    const { styles } = again(file);
    expect(styles.list.slice(0, before.length)).toEqual(before);
    expect(styles.list.slice(before.length).map(({ format }) => format)).toEqual(["dd-mm-yyyy", "0.0%"]);
    const cells = cellsOf(again(file), "Blad1");
    expect([cells.isDate(2, 1), cells.isDate(3, 1), cells.isDate(1, 2)]).toEqual([true, true, false]);
  });

  it("works in a workbook without styles, and uses the workbook's date system", async () => {
    const parts = bookParts({ ...book, workbook: { pr: ' date1904="1"' } });
    const without = (name: string, pattern: RegExp): string => String(parts[name]).replace(pattern, "");
    const file = openXlsx(
      fileOf({
        ...parts,
        "xl/styles.xml": null,
        "xl/_rels/workbook.xml.rels": without("xl/_rels/workbook.xml.rels", /<Relationship Id="rIdStyles"[^>]*>/),
        "[Content_Types].xml": without("[Content_Types].xml", /<Override PartName="\/xl\/styles.xml"[^>]*>/),
      }),
    );
    await file.change([{ sheet: "Blad1", cell: "A2", value: 46295, format: "dd-mm-yyyy" }]);
    const cells = cellsOf(again(file), "Blad1");
    expect([cells.value(2, 1), cells.isDate(2, 1)]).toEqual([46295, true]);
    // The date systems differ by 1462 days.
    expect(file.parts.text("xl/worksheets/sheet1.xml")).toContain("<v>44833</v>");
  });
});

describe("a formula that fills several cells", () => {
  const spill = [
    ["Indicator", "Waarde"],
    ["Woningbehoefte", 1651],
  ];
  const change = { sheet: "", cell: "H1", value: "Indicator", formula: "=PA.REPORT()", spill } as const;

  it.each([
    ["without metadata", () => bookOf(book), "Blad1"],
    ["with metadata of its own", richWorkbook, "Draai"],
  ])("is a dynamic array in a workbook %s", async (_, make, sheet) => {
    const file = openXlsx(make());
    await file.change([{ ...change, sheet }]);
    const cells = cellsOf(again(file), sheet);
    expect(cells.storedFormula(1, 8)).toEqual({ text: "_xldudf_PA_REPORT()", kind: "array", area: "H1:I2" });
    expect([cells.value(1, 9), cells.value(2, 8), cells.value(2, 9)]).toEqual(["Waarde", "Woningbehoefte", 1651]);
    const entry = file.worksheets().find(({ name }) => name === sheet)!;
    expect(file.parts.text(entry.part)).toMatch(/<c r="H1"[^>]* cm="1">/);
    expect(file.parts.text("xl/metadata.xml")).toContain('name="XLDAPR"');
    await file.change([{ sheet, cell: "H1", value: null, dropsArray: true }]);
    expect(cellsOf(again(file), sheet).value(2, 9)).toBeNull();
  });
});
