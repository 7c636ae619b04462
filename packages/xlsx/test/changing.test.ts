import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellChange, CellValue, WorkbookError } from "@prestatieafspraken/quarterly";
import { bookOf, bookParts, fileOf, row, style, tableText } from "../../../test/workbooks/book.js";
import { richParts, richWorkbook } from "../../../test/workbooks/rich.js";
import { cellName, openXlsx, settingsNamespace, type XlsxWorkbook } from "../src/index.js";
import { patchPlainSheet, patchSheet } from "../src/patch-sheet.js";
import { structuralLint } from "./structural-lint.js";

const partsOf = (bytes: Uint8Array): [string, string][] =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]);
/** Names of the parts that changed, were added or were removed. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [new Map(partsOf(before)), new Map(partsOf(after))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}
const text = (bytes: Uint8Array, part: string): string => new Map(partsOf(bytes)).get(part) ?? "";
const rich = () => openXlsx(richWorkbook());
const rows = (xml: string) => openXlsx(bookOf({ sheets: [{ name: "Blad1", xml }] }));
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (problem: { code: string }) => problem.code,
  );
const sheet1 = "xl/worksheets/sheet1.xml";

describe("a change", () => {
  it("returns the same bytes when nothing is changed", async () => {
    const workbook = rich();
    await workbook.change([]);
    await workbook.tables();
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(richWorkbook()))).toBe(true);
  });

  it("changes one cell in one part; everything else keeps its bytes, order and style", async () => {
    const workbook = rich();
    await workbook.change([{ sheet: "Nieuwbouw", cell: "G6", value: 46200, expected: null }]);
    expect(differing(richWorkbook(), workbook.bytes())).toEqual([sheet1]);
    expect(partsOf(workbook.bytes()).map(([name]) => name)).toEqual(partsOf(richWorkbook()).map(([name]) => name));
    const before = text(richWorkbook(), sheet1);
    expect(text(workbook.bytes(), sheet1)).toBe(
      before.replace(`<c r="G6" s="${style.date}"/>`, `<c r="G6" s="${style.date}"><v>46200</v></c>`),
    );
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  it("keeps the packed bytes of parts it does not change", async () => {
    const workbook = rich();
    await workbook.change([{ sheet: "Nieuwbouw", cell: "D6", value: 13 }]);
    const packed = (bytes: Uint8Array, part: string): string => {
      const at = Buffer.from(bytes).indexOf(part) + part.length;
      return Buffer.from(bytes.slice(at, at + 200)).toString("hex");
    };
    expect(packed(workbook.bytes(), "xl/charts/chart1.xml")).toBe(packed(richWorkbook(), "xl/charts/chart1.xml"));
  });

  it("removes the calculation chain only when a formula changes", async () => {
    const workbook = rich();
    await workbook.change([{ sheet: "Nieuwbouw", cell: "F6", value: 0.3 }]);
    expect(differing(richWorkbook(), workbook.bytes()).sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", sheet1].sort(),
    );
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  it("stores our functions under their stored names", async () => {
    const workbook = rows(row(1, ["a", "b"]) + row(2, [1, 2]));
    await workbook.change([{ sheet: "Blad1", cell: "B2", value: 0.3, formula: '=PA.SOCIALSHARE(A2,"<5")' }]);
    expect(text(workbook.bytes(), sheet1)).toContain(
      '<c r="B2"><f>_xldudf_PA_SOCIALSHARE(A2,"&lt;5")</f><v>0.3</v></c>',
    );
    const [table] = await workbook.tables();
    expect([table!.formula!(0, 1), table!.rows[0]![1]]).toEqual(['=PA.SOCIALSHARE(A2,"<5")', 0.3]);
  });

  it("updates a cached value and leaves the formula as written, also for array and shared formulas", () => {
    const workbook = rich();
    workbook.refresh([
      { sheet: "Verborgen", row: 5, column: 1, value: 0.25 },
      { sheet: "Verborgen", row: 1, column: 3, value: "tien" },
      { sheet: "Verborgen", row: 1, column: 2, value: { error: "#N/A" } },
    ]);
    const xml = text(workbook.bytes(), "xl/worksheets/sheet2.xml");
    expect(xml).toContain('<c r="A5"><f>_xldudf_PA_SOCIALSHARE(24,80)</f><v>0.25</v></c>');
    expect(xml).toContain('<c r="C1" cm="1" t="str"><f t="array" ref="C1:C3">SORT(A1:A3)</f><v>tien</v></c>');
    expect(xml).toContain('<c r="B1" t="e"><f t="shared" ref="B1:B3" si="0">A1*$A$3</f><v>#N/A</v></c>');
    expect(differing(richWorkbook(), workbook.bytes())).toEqual(["xl/worksheets/sheet2.xml"]);
  });

  const places: [what: string, xml: string, cell: string, expected: string][] = [
    ["an empty sheet", "<sheetData/>", "B2", '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>'],
    [
      "a row that is not there",
      '<row r="1"/><row r="9"/>',
      "A5",
      '<row r="1"/><row r="5"><c r="A5"><v>1</v></c></row><row r="9"/>',
    ],
    [
      "an empty row",
      '<row r="2" ht="20" customHeight="1"/>',
      "A2",
      '<row r="2" ht="20" customHeight="1"><c r="A2"><v>1</v></c></row>',
    ],
    [
      "before the first cell",
      '<row r="2"><c r="C2"/></row>',
      "A2",
      '<row r="2"><c r="A2"><v>1</v></c><c r="C2"/></row>',
    ],
    [
      "between cells",
      '<row r="2"><c r="A2"/><c r="AA2"/></row>',
      "Z2",
      '<row r="2"><c r="A2"/><c r="Z2"><v>1</v></c><c r="AA2"/></row>',
    ],
    ["after the last cell", '<row r="2"><c r="A2"/></row>', "B2", '<row r="2"><c r="A2"/><c r="B2"><v>1</v></c></row>'],
    [
      "a cell that has no reference",
      "<row><c><v>5</v></c><c><v>6</v></c></row>",
      "B1",
      '<row><c><v>5</v></c><c r="B1"><v>1</v></c></row>',
    ],
    [
      "a styled text",
      '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>',
      "A1",
      '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    ],
  ];
  it.each(places)("goes into the right place: %s", async (_, xml, cell, expected) => {
    const workbook = openXlsx(bookOf({ sheets: [{ name: "Blad1", xml }], strings: ["tekst"] }));
    await workbook.change([{ sheet: "Blad1", cell, value: 1 }]);
    expect(text(workbook.bytes(), sheet1)).toContain(expected);
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  it("works the same in a workbook with prefixes", async () => {
    const parts = bookParts({ sheets: [{ name: "Blad1", xml: row(1, ["a", "b"]) + row(2, [1, 2]) }] });
    const prefixed = String(parts[sheet1])
      .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:")
      .replace(" xmlns=", " xmlns:x=");
    const workbook = openXlsx(fileOf({ ...parts, [sheet1]: prefixed }));
    await workbook.change([
      { sheet: "Blad1", cell: "A2", value: "tekst" },
      { sheet: "Blad1", cell: "C9", value: 3 },
    ]);
    await workbook.mark([{ sheet: "Blad1", cell: "B2", severity: "error", text: "fout" }]);
    expect(structuralLint(workbook.bytes())).toEqual([]);
    expect((await workbook.tables())[0]!.rows).toEqual([["tekst", 2]]);
    await workbook.clearMarks();
    expect(text(workbook.bytes(), sheet1)).not.toMatch(/x14|extLst/);
  });

  it("uses the workbook's date system", async () => {
    const cells = row(1, ["dag", "aantal"]) + row(2, [44833, 5], 1, [style.date]);
    const workbook = openXlsx(bookOf({ sheets: [{ name: "Blad1", xml: cells }], workbook: { pr: ' date1904="1"' } }));
    await workbook.change([{ sheet: "Blad1", cell: "A2", value: 46296, expected: 46295 }]);
    expect(text(workbook.bytes(), sheet1)).toContain(`<c r="A2" s="1"><v>44834</v></c>`);
    expect((await workbook.tables())[0]!.rows[0]![0]).toBe(46296);
  });

  it("gives cells that shared a formula with the changed cell a formula of their own, with their old value", async () => {
    const workbook = rich();
    await workbook.change([
      { sheet: "Verborgen", cell: "B1", value: 1 },
      { sheet: "Verborgen", cell: "B3", value: 2 },
    ]);
    const part = text(workbook.bytes(), "xl/worksheets/sheet2.xml");
    // B1:B3 shared A1*$A$3; B1 itself was changed.
    expect(part).toMatch(/<c r="B1"[^>]*><v>1<\/v><\/c>/);
    expect(part).toMatch(/<c r="B2"[^>]*><f>A2\*\$A\$3<\/f><v>600<\/v><\/c>/);
    expect(part).toMatch(/<c r="B3"[^>]*><v>2<\/v><\/c>/);
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  const refusals: [what: string, change: CellChange, code: string][] = [
    ["the cell that carries an array", { sheet: "Verborgen", cell: "C1", value: 1 }, "SHARED_FORMULA"],
    ["a cell that an array fills", { sheet: "Verborgen", cell: "C2", value: 1 }, "SHARED_FORMULA"],
    ["a locked cell on a protected sheet", { sheet: "Beveiligd", cell: "A2", value: 1 }, "PROTECTED_SHEET"],
    ["an empty cell on a protected sheet", { sheet: "Beveiligd", cell: "F9", value: 1 }, "PROTECTED_SHEET"],
    ["the hidden part of a merged cell", { sheet: "Nieuwbouw", cell: "B1", value: 1 }, "MERGED_CELL"],
    ["a column header of a table", { sheet: "Nieuwbouw", cell: "D4", value: "Sociaal" }, "TABLE_HEADER"],
    ["a sheet that is not there", { sheet: "Elders", cell: "A1", value: 1 }, "NO_SHEET"],
    ["a cell that is none", { sheet: "Nieuwbouw", cell: "rij 5", value: 1 }, "NO_CELL"],
    ["a number that is none", { sheet: "Nieuwbouw", cell: "D5", value: Number.NaN }, "NOT_A_VALUE"],
    ["a text too long for a cell", { sheet: "Nieuwbouw", cell: "H5", value: "x".repeat(32_768) }, "NOT_A_VALUE"],
    ["a cell that was changed", { sheet: "Nieuwbouw", cell: "D5", value: 1, expected: 23 }, "CHANGED_SINCE"],
  ];
  it.each(refusals)("is refused as a whole: %s", async (_, change, code) => {
    const workbook = rich();
    expect(await codeOf(workbook.change([{ sheet: "Nieuwbouw", cell: "H6", value: "goed" }, change]))).toBe(code);
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(richWorkbook()))).toBe(true);
    expect(await workbook.tables()).toHaveLength(3);
  });

  it("reaches an unlocked cell on a protected sheet", async () => {
    const workbook = rich();
    await workbook.change([{ sheet: "Beveiligd", cell: "B2", value: 46296, expected: 46295 }]);
    expect(differing(richWorkbook(), workbook.bytes())).toEqual(["xl/worksheets/sheet3.xml"]);
  });

  it("changes only the named cells, for any change", async () => {
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary-ascii", maxLength: 6 }),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ error: "#N/A" }),
    );
    // Excludes the header, the title, and the array on the hidden sheet.
    const place = fc.oneof(
      fc.record({
        sheet: fc.constant("Nieuwbouw"),
        row: fc.integer({ min: 5, max: 40 }),
        column: fc.integer({ min: 1, max: 30 }),
      }),
      fc.record({
        sheet: fc.constant("Verborgen"),
        row: fc.integer({ min: 4, max: 12 }),
        column: fc.integer({ min: 1, max: 30 }),
      }),
    );
    const cellsOf = (workbook: XlsxWorkbook) =>
      new Map<string, string>(
        workbook.worksheets().flatMap((entry) => {
          const { cells } = workbook.sheet(entry, true);
          return [...cells.places()].map(
            ([r, c]) =>
              [
                `${entry.name}!${cellName(r, c)}`,
                JSON.stringify([cells.value(r, c), cells.storedFormula(r, c), cells.styleId(r, c)]),
              ] as const,
          );
        }),
      );
    const before = cellsOf(rich());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 25 }), async (edits) => {
        const workbook = rich();
        const changes = edits.map(([{ sheet, row: r, column }, what]) => ({
          sheet,
          cell: cellName(r, column),
          value: what,
        }));
        await workbook.change(changes);
        const bytes = workbook.bytes();
        expect(structuralLint(bytes)).toEqual([]);
        const after = cellsOf(openXlsx(bytes));
        const wanted = new Map<string, CellValue>(
          changes.map(({ sheet, cell, value: what }) => [`${sheet}!${cell}`, what]),
        );
        for (const name of new Set([...before.keys(), ...after.keys()]))
          if (!wanted.has(name)) expect(after.get(name), name).toBe(before.get(name));
        for (const [name, what] of wanted) {
          const [found] = JSON.parse(after.get(name) ?? "[null]") as [CellValue];
          expect(found, name).toEqual(Object.is(what, -0) ? 0 : what);
        }
        const untouched = differing(richWorkbook(), bytes).filter(
          (name) => !/sheet[12]\.xml$|calcChain|Content_Types|workbook\.xml\.rels/.test(name),
        );
        expect(untouched).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

it("gives the same result on a plain sheet, where it parses few rows, as by parsing all rows", () => {
  const edit = fc.record({
    row: fc.integer({ min: 1, max: 700 }),
    column: fc.integer({ min: 1, max: 5 }),
    value: fc.nat(),
  });
  const present = fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(present, fc.array(edit, { minLength: 1, maxLength: 8 }), (numbers, edits) => {
      const lines = numbers
        .sort((a, b) => a - b)
        .map((number) => row(number, [number, null, "<row", { xml: "<c><f>A1</f><v>1</v></c>" }]));
      const xml = `<worksheet><sheetData>${lines.join("")}</sheetData><rowBreaks/></worksheet>`;
      expect(patchPlainSheet(xml, "blad", edits)).toEqual(patchSheet(xml, "blad", edits));
    }),
    { numRuns: 300 },
  );
});

describe("the name a file is written under", () => {
  const macros = () =>
    openXlsx(
      bookOf({
        sheets: [{ name: "Blad1", xml: row(1, ["a"]) }],
        workbookRelations: [
          {
            id: "rIdV",
            type: "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
            target: "vbaProject.bin",
          },
        ],
        parts: { "xl/vbaProject.bin": "x" },
        contentTypes: { "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml" },
        defaults: { bin: "application/vnd.ms-office.vbaProject" },
      }),
    );
  const plainBook = () => openXlsx(bookOf({ sheets: [{ name: "Blad1", xml: row(1, ["a"]) }] }));
  const code = (work: () => unknown): string => {
    try {
      work();
      return "done";
    } catch (problem) {
      return (problem as WorkbookError).code;
    }
  };

  it.each([
    ["uit.xltx", "spreadsheetml.template.main"],
    ["map.v2/UIT.XLSM", "ms-excel.sheet.macroEnabled.main"],
    ["uit.xltm", "ms-excel.template.macroEnabled.main"],
  ])("sets the content type: %s", (name, type) => {
    const bytes = plainBook().bytesFor(name);
    expect(text(bytes, "[Content_Types].xml")).toContain(`PartName="/xl/workbook.xml" ContentType="application/vnd.`);
    expect(text(bytes, "[Content_Types].xml")).toContain(type);
    // Back to .xlsx.
    expect(text(openXlsx(bytes).bytesFor("uit.xlsx"), "[Content_Types].xml")).toContain("spreadsheetml.sheet.main");
  });

  it("changes nothing if it fits already, and refuses what Excel would not open", () => {
    const book = plainBook();
    expect(Buffer.from(book.bytesFor("uit.xlsx")).equals(Buffer.from(book.bytes()))).toBe(true);
    expect(Buffer.from(macros().bytesFor("uit.xlsm")).equals(Buffer.from(macros().bytes()))).toBe(true);
    expect(code(() => macros().bytesFor("uit.xlsx"))).toBe("HAS_MACROS");
    for (const name of ["uit.xls", "uit.ods", "uit", "x.y/uit"])
      expect(
        code(() => book.bytesFor(name)),
        name,
      ).toBe("WRONG_EXTENSION");
  });
});

describe("rows added to a table", () => {
  const added = [["2026-Q4", "OEG-09", "Nieuw", 5, 10]] as const;

  it("extend the table and its filter, and copy the style of the last row", async () => {
    const workbook = rich();
    await workbook.appendRows({ name: "PA_Nieuwbouw", sheet: "Nieuwbouw", headerRow: 4, firstColumn: 1 }, added);
    const bytes = workbook.bytes();
    expect(differing(richWorkbook(), bytes)).toEqual([sheet1, "xl/tables/table1.xml"]);
    expect(text(bytes, "xl/tables/table1.xml").match(/ref="A4:H8"/g)).toHaveLength(2);
    expect(text(bytes, sheet1)).toContain(`<c r="G8" s="${style.date}"/>`);
    expect(structuralLint(bytes)).toEqual([]);
  });

  const table = (area: string, xml: string, attributes = ' totalsRowShown="0"') =>
    openXlsx(
      bookOf({
        sheets: [
          {
            name: "Blad1",
            xml: xml,
            tables: [tableText(1, "PA_Labels", area, ["a", "b"]).replace(' totalsRowShown="0"', attributes)],
          },
        ],
      }),
    );
  const at = { name: "PA_Labels", sheet: "Blad1", headerRow: 1, firstColumn: 1 };

  it("first fill the empty rows of a table and keep the formulas in them", async () => {
    const waiting = (r: number) => ({ xml: `<c s="3" t="str"><f>IF(A${r}="","",A${r}*2)</f><v></v></c>` });
    const workbook = table(
      "A1:B4",
      row(1, ["a", "b"]) + [2, 3, 4].map((r) => row(r, [r === 2 ? 1 : null, waiting(r)])).join(""),
    );
    await workbook.appendRows(at, [[5]]);
    expect(text(workbook.bytes(), sheet1)).toContain(
      '<row r="3"><c r="A3"><v>5</v></c><c r="B3" s="3" t="str"><f>IF(A3="","",A3*2)</f><v></v></c></row>',
    );
    expect(text(workbook.bytes(), "xl/tables/table1.xml")).toContain('ref="A1:B4"');
    expect((await workbook.tables())[0]!.rows.map((values) => values[0])).toEqual([1, 5]);
  });

  it("move the totals row down, with its formulas and style, and include the new rows in its sums", async () => {
    const total = '<c s="2"><f>SUM(B2:B3)</f><v>5</v></c>';
    const workbook = table(
      "A1:B4",
      row(1, ["a", "b"]) + row(2, ["x", 2]) + row(3, ["y", 3]) + row(4, ["Totaal", { xml: total }]),
      ' totalsRowCount="1"',
    );
    await workbook.appendRows(at, [
      ["z", 4],
      ["w", null],
    ]);
    const again = openXlsx(workbook.bytes());
    const [found] = await again.tables();
    expect([found!.rows, found!.totals]).toEqual([
      [
        ["x", 2],
        ["y", 3],
        ["z", 4],
        ["w", null],
      ],
      ["Totaal", 5],
    ]);
    const { cells } = again.sheet(again.worksheets()[0]!, true);
    expect([cells.storedFormula(6, 2)?.text, cells.styleId(6, 2), cells.styleId(4, 2)]).toEqual(["SUM(B2:B5)", 2, 0]);
    const part = text(workbook.bytes(), "xl/tables/table1.xml");
    expect([...part.matchAll(/ref="([^"]+)"/g)].map(([, area]) => area)).toEqual(["A1:B6", "A1:B5"]);
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  const calculating = (formula: string, cell: string) => {
    const workbook = table("A1:B2", row(1, ["a", "b"]) + row(2, [1, { xml: `<c s="1"><f>${cell}</f><v>2</v></c>` }]));
    const part = "xl/tables/table1.xml";
    return openXlsx(
      fileOf({
        ...unzipSync(workbook.bytes()),
        [part]: text(workbook.bytes(), part).replace(
          /<tableColumn id="2" name="b"\/>/,
          `<tableColumn id="2" name="b"><calculatedColumnFormula>${formula}</calculatedColumnFormula></tableColumn>`,
        ),
      }),
    );
  };

  it.each([
    ["PA_Labels[[#This Row],[a]]*2", "PA_Labels[[#This Row],[a]]*2", "PA_Labels[[#This Row],[a]]*2"],
    ["A2*2", "A2*2", "A4*2"],
  ])("get the formula of a calculated column, and the style of the row above: %s", async (formula, cell, wanted) => {
    const workbook = calculating(formula, cell);
    await workbook.appendRows(
      at,
      [
        [5, 99],
        [6, 12],
        [7, null],
      ],
      // The second row's value came from a formula; the first one was typed.
      (index) => index === 1,
    );
    const again = openXlsx(workbook.bytes());
    const { cells } = again.sheet(again.worksheets()[0]!, true);
    expect(
      [3, 4, 5].map((r) => [cells.value(r, 2), cells.storedFormula(r, 2)?.text ?? null, cells.styleId(r, 2)]),
    ).toEqual([
      [99, null, 1],
      [12, wanted, 1],
      [null, wanted.replace("A4", "A5"), 1],
    ]);
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  it("show the same dates in a workbook with the 1904 date system", async () => {
    const parts1904 = bookParts({
      sheets: [{ name: "Blad1", xml: row(1, ["a", "b"]) + row(2, [{ xml: '<c s="1"><v>44833</v></c>' }, 1]) }],
      workbook: { pr: ' date1904="1"' },
    });
    const workbook = openXlsx(fileOf(parts1904));
    await workbook.appendRows({ ...at, name: null }, [[46295, 2]]);
    expect((await openXlsx(workbook.bytes()).tables())[0]!.rows).toEqual([
      [46295, 1],
      [46295, 2],
    ]);
  });

  it("find a table by its name, even if it has moved", async () => {
    const workbook = table("A1:B2", row(1, ["a", "b"]) + row(2, [1, 2]));
    await workbook.appendRows({ ...at, headerRow: 7 }, [[3, 4]]);
    expect((await workbook.tables())[0]!.rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it.each([
    [
      "above a totals row that a formula refers to",
      table(
        "A1:B3",
        row(1, ["a", "b"]) + row(2, [1, 2]) + row(3, ["Totaal", 2]) + row(9, [{ xml: "<c><f>B3*2</f><v>4</v></c>" }]),
        ' totalsRowCount="1"',
      ),
      at,
      "TOTALS_IN_USE",
    ],
    [
      "above a totals row that has something under it",
      table(
        "A1:B3",
        row(1, ["a", "b"]) + row(2, [1, 2]) + row(3, ["Totaal", 2]) + row(4, ["noot"]),
        ' totalsRowCount="1"',
      ),
      at,
      "BELOW_IN_USE",
    ],
    [
      "over what stands below",
      table("A1:B2", row(1, ["a", "b"]) + row(2, [1, 2]) + row(3, [null, "noot"])),
      at,
      "BELOW_IN_USE",
    ],
    [
      "to a table that is gone",
      table("A1:B2", row(1, ["a", "b"]) + row(2, [1, 2])),
      { ...at, name: "Weg" },
      "NO_TABLE",
    ],
    [
      "to a block that is gone",
      rows(row(1, ["a", "b"]) + row(2, [1, 2])),
      { ...at, name: null, headerRow: 5 },
      "NO_TABLE",
    ],
    [
      "past the last row",
      table("A1048575:B1048576", row(1_048_575, ["a", "b"]) + row(1_048_576, [1, 2])),
      at,
      "BELOW_IN_USE",
    ],
  ] as const)("are refused %s", async (_, workbook, where, code) => {
    const before = Buffer.from(workbook.bytes());
    expect(await codeOf(workbook.appendRows(where, [[1, 2]]))).toBe(code);
    expect(before.equals(Buffer.from(workbook.bytes()))).toBe(true);
  });
});

describe("a sheet added", () => {
  it("adds a part and its registration, and changes no other part", async () => {
    const workbook = rich();
    const name = await workbook.addSheet("'Rapport [2026]: ja/nee?'", [
      ["Indicator", "Waarde"],
      ["aandeel", 0.16],
    ]);
    expect(name).toBe("Rapport 2026 ja nee");
    const bytes = workbook.bytes();
    expect(differing(richWorkbook(), bytes)).toEqual([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheetPA1.xml",
    ]);
    expect(structuralLint(bytes)).toEqual([]);
  });

  it("uses the form (strict or transitional) of the workbook", async () => {
    const parts = bookParts({ sheets: [{ name: "Blad1", xml: row(1, ["a", "b"]) }] });
    const strict = fileOf(
      Object.fromEntries(
        Object.entries(parts).map(([name, xml]) => [
          name,
          String(xml)
            .replaceAll(
              "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
              "http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            .replaceAll(
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
              "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ]),
      ),
    );
    const workbook = openXlsx(strict);
    await workbook.addSheet("Rapport", [
      ["x", "y"],
      [1, 2],
    ]);
    expect(
      partsOf(workbook.bytes())
        .map(([, xml]) => xml)
        .join(""),
    ).not.toContain("http://schemas.openxmlformats.org/spreadsheetml");
    expect((await openXlsx(workbook.bytes()).tables())[0]!.rows).toEqual([[1, 2]]);
  });

  it("is refused if the workbook structure is protected", async () => {
    const locked = bookOf({
      sheets: [{ name: "Blad1", xml: "" }],
      workbook: { before: '<workbookProtection lockStructure="1"/>' },
    });
    expect(await codeOf(openXlsx(locked).addSheet("Rapport", []))).toBe("PROTECTED_STRUCTURE");
  });
});

describe("settings", () => {
  it("are stored in a part of our own, leave other parts alone, and can be removed completely", async () => {
    const workbook = rich();
    await workbook.setSetting("akkoord", "ja");
    const bytes = workbook.bytes();
    expect(structuralLint(bytes)).toEqual([]);
    expect(text(bytes, "customXml/item2.xml")).toContain(settingsNamespace);
    expect(differing(richWorkbook(), bytes).filter((name) => name in richParts())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
    ]);
    const again = openXlsx(bytes);
    expect(await again.getSetting("akkoord")).toBe("ja");
    await again.setSetting("akkoord", null);
    expect(differing(richWorkbook(), again.bytes())).toEqual([]);
  });
});
