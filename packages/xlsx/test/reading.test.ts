import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import * as sheetjs from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { SheetTable } from "@prestatieafspraken/quarterly";
import { bookOf, bookParts, fileOf, row, style, tableText } from "../../../test/workbooks/book.js";
import { richWorkbook } from "../../../test/workbooks/rich.js";
import { isDateFormat, openXlsx, shownFormula, storedFormula } from "../src/index.js";
import { shiftFormula } from "../src/shared-formula.js";

const tablesOf = (bytes: Uint8Array): Promise<readonly SheetTable[]> => openXlsx(bytes).tables();
const fromRows = async (rows: string, more = {}) =>
  tablesOf(bookOf({ sheets: [{ name: "Blad1", xml: rows }], ...more }));
const cell = (xml: string) => ({ xml });
const header = row(1, ["Kwartaal", "Aantal"]);

describe("values", () => {
  it("reads every type of cell that programs write", async () => {
    const kinds: [string, unknown][] = [
      ["<c><v>12.5</v></c>", 12.5],
      ["<c><v>-0.1</v></c>", -0.1],
      ["<c><v>1E-3</v></c>", 0.001],
      ["<c><v> 7 </v></c>", 7],
      ["<c><v>1234567890123456789</v></c>", Number("1234567890123456789")],
      ['<c t="n"><v>0</v></c>', 0],
      ["<c><v></v></c>", null],
      ["<c/>", null],
      ['<c t="s"><v>0</v></c>', "1e kwartaal & meer"],
      ['<c t="s"><v>1</v></c>', "rijk van tekst"],
      ['<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab"],
      ['<c t="inlineStr"><is><t>los</t></is></c>', "los"],
      [
        '<c t="inlineStr"><is><r><t>in </t></r><r><rPr><b/></rPr><t>stukken</t></r><rPh sb="0" eb="1"><t>klank</t></rPh></is></c>',
        "in stukken",
      ],
      ['<c t="inlineStr"><is><t>regel_x000D_\nregel _x005F_x0041_</t></is></c>', "regel\r\nregel _x0041_"],
      ['<c t="str"><v><![CDATA[<1.200>]]></v></c>', "<1.200>"],
      ['<c t="str"><v>é€&#x1F3E0;&lt;</v></c>', "é€🏠<"],
      ['<c t="b"><v>1</v></c>', true],
      ['<c t="b"><v>0</v></c>', false],
      ['<c t="e"><v>#DIV/0!</v></c>', { error: "#DIV/0!" }],
      // 30-9-2026 as strict workbooks write it.
      ['<c t="d"><v>2026-09-30</v></c>', 46295],
    ];
    const rows = kinds.map(([xml], i) => row(i + 2, [`rij ${i}`, cell(xml)]));
    const [table] = await fromRows(header + rows.join(""), {
      strings: ["1e kwartaal & meer", '<r><t>rijk</t></r><r><rPr><b/></rPr><t xml:space="preserve"> van tekst</t></r>'],
    });
    expect(table!.rows.map((values) => values[1])).toEqual(kinds.map(([, value]) => value));
    expect(table!.isDate?.(kinds.length - 1, 1)).toBe(true);
  });

  it("recognises dates by their format, and converts all to the 1900 date system", async () => {
    const rows =
      header +
      row(2, ["a", 44833], 1, [0, style.date]) +
      row(3, ["b", 44833]) +
      row(4, ["c", 0.16], 1, [0, style.percentage]);
    const in1904 = { workbook: { pr: ' date1904="1"' } };
    const [ours] = await fromRows(rows);
    const [theirs] = await fromRows(rows, in1904);
    expect([0, 1, 2].map((i) => ours!.isDate!(i, 1))).toEqual([true, false, false]);
    // 1-1-1904 is day 1462 in the 1900 system.
    expect(theirs!.rows.map((values) => values[1])).toEqual([44833 + 1462, 44833, 0.16]);
  });

  it.each([
    ["dd-mm-yyyy", true],
    ["[$-413]d mmmm yyyy;@", true],
    ["mmm-yy", true],
    ['"dag "0', false],
    ['"€" #,##0.00', false],
    ["General", false],
    ["[Red]0.0", false],
    ["h:mm", false],
    ["[h]:mm:ss", false],
    ["\\d0", false],
    ["yyyy-mm-dd hh:mm", true],
  ])("format %s shows a date: %s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });

  it("reads a workbook without styles, with prefixes, without references, or in the strict form", async () => {
    const parts = bookParts({ sheets: [{ name: "Blad1", xml: header + row(2, ["2026-Q3", 5]) }] });
    const text = (name: string) => String(parts[name]);
    const each = (change: (xml: string) => string) =>
      Object.fromEntries(Object.keys(parts).map((name) => [name, change(text(name))]));
    const variants = {
      "no styles": {
        ...each((xml) => xml.replace(/<Relationship [^>]*styles.xml"\/>|<Override [^>]*styles.xml"[^>]*>/, "")),
        "xl/styles.xml": null,
      },
      prefixed: {
        ...parts,
        ...Object.fromEntries(
          ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"].map((name) => [
            name,
            text(name)
              .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:")
              .replace(" xmlns=", " xmlns:x="),
          ]),
        ),
      },
      "no references": {
        ...parts,
        "xl/worksheets/sheet1.xml": text("xl/worksheets/sheet1.xml").replace(/ r="[A-Z]*\d+"/g, ""),
      },
      strict: each((xml) =>
        xml
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ),
      "absolute targets": {
        ...parts,
        "xl/_rels/workbook.xml.rels": text("xl/_rels/workbook.xml.rels").replace(/Target="/g, 'Target="/xl/'),
      },
      "other capitals": {
        ...each((xml) => xml),
        "xl/_rels/workbook.xml.rels": text("xl/_rels/workbook.xml.rels").replace("sheet1.xml", "Sheet1.XML"),
      },
      "single quotes": { ...parts, "xl/worksheets/sheet1.xml": text("xl/worksheets/sheet1.xml").replace(/"/g, "'") },
      "in lines": {
        ...parts,
        "xl/worksheets/sheet1.xml": text("xl/worksheets/sheet1.xml").replace(
          /(<\/?(?:row|c\b|sheetData)[^>]*>)/g,
          "\n  $1\n",
        ),
      },
      "a byte order mark": { ...parts, "xl/worksheets/sheet1.xml": `\ufeff${text("xl/worksheets/sheet1.xml")}` },
    };
    for (const [what, changed] of Object.entries(variants)) {
      const [table] = await tablesOf(fileOf(changed));
      expect(table, what).toMatchObject({ headers: ["Kwartaal", "Aantal"], rows: [["2026-Q3", 5]] });
    }
  });

  it("ignores rows inside an XML comment", async () => {
    const hidden = '<!-- <sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData> -->';
    const [table] = await fromRows(`${hidden}<sheetData>${header}<!-- <row r="2"/> -->${row(2, ["x", 1])}</sheetData>`);
    expect(table!.rows).toEqual([["x", 1]]);
  });

  it("reads a million formatted empty rows, and a value in the very last cell, without allocating the cells in between", async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 3}" s="4" customFormat="1"><c r="A${i + 3}" s="4"/></row>`,
    );
    const xml = header + row(2, ["2026-Q3", 5]) + rows.join("");
    const bytes = fileOf(bookParts({ sheets: [{ name: "Blad1", xml }] }));
    const [table] = await tablesOf(bytes);
    expect(table!.rows).toEqual([["2026-Q3", 5]]);
    const far = await fromRows('<row r="1048576"><c r="XFC1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>');
    expect(far).toEqual([]);
  });

  it.each([
    ["rows and cells in the plain form", 2],
    ["the same after something that only the strict reader knows", 1],
  ])("reads 100,000 rows of 5 columns: %s", async (_, plain) => {
    const odd = plain === 2 ? "" : '<row r="2"><c r="A2" t="inlineStr"><is><r><t>rijk</t></r></is></c></row>';
    const lines = Array.from({ length: 100_000 }, (_unused, i) =>
      row(i + 3, ["2026-Q3", "WYwonen", i % 7, 500.25 + (i % 300), 45000 + (i % 900)], 1, [0, 0, 0, 0, style.date]),
    );
    const bytes = bookOf({
      sheets: [{ name: "Labels", xml: row(1, ["a", "b", "c", "d", "e"]) + odd + lines.join("") }],
    });
    const [table] = await tablesOf(bytes);
    const last = table!.rows.at(-1)!;
    expect(last).toEqual(["2026-Q3", "WYwonen", 99_999 % 7, 500.25 + (99_999 % 300), 45000 + (99_999 % 900)]);
    expect(table!.isDate?.(table!.rows.length - 1, 4)).toBe(true);
  });
});

describe("the two row readers", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary-ascii" }),
    fc.constantFrom("a & b", "é€", "]]>", "_x0041_", " ", "😀"),
  );
  const escape = (value: string) =>
    value
      .replace(/[^\P{Cc}\t\n]/gu, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");
  const cellText = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `<v>${value}</v>`),
    fc.integer().map((value) => `<v>${value}</v>`),
    fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 6 }))
      .map(([a, b]) => `<v>${a}.${b}</v>`),
    text.map((value) => ` t="str"><v>${escape(value)}</v>`),
    text.map((value) => ` t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is>`),
    text.map((value) => ` t="str"><f>${escape(value)}</f><v>x</v>`),
    fc.constantFrom(
      ' t="b"><v>1</v>',
      ' t="e"><v>#N/A</v>',
      ' s="1"><v>45000</v>',
      ' s="1"/',
      ' t="s"><v>0</v>',
      '><f t="shared" si="0"/><v>1</v>',
      "><v></v>",
    ),
  );
  const written = (content: string, at: string) =>
    content.endsWith("/")
      ? `<c r="${at}"${content}>`
      : `<c r="${at}"${content.startsWith("<") ? ">" : ""}${content}</c>`;

  it("agree on every sheet: the fast one leaves unsupported forms to the strict one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cellText, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        const lines = rows.map(
          (cells, i) =>
            `<row r="${i + 2}">${cells.map((content, j) => written(content, `${"ABCDE"[j]}${i + 2}`)).join("")}</row>`,
        );
        const body = row(1, ["a", "b", "c", "d", "e"]) + lines.join("");
        // A comment at the start makes the strict reader read everything.
        const [fast, strict] = await Promise.all(
          [body, `<!-- -->${body}`].map(async (xml) => {
            const outcome = await tablesOf(bookOf({ sheets: [{ name: "B", xml }], strings: ["s"] })).catch(
              (problem: unknown) => problem,
            );
            if (!Array.isArray(outcome)) return { refused: (outcome as { code: string }).code };
            return outcome.map((table: SheetTable) => ({
              ...table,
              dates: table.rows.map((values, i) => values.map((_, j) => table.isDate!(i, j))),
              formulas: table.rows.map((values, i) => values.map((_, j) => table.formula!(i, j))),
              formats: table.rows.map((values, i) => values.map((_, j) => table.format!(i, j))),
              isDate: null,
              formula: null,
              format: null,
            }));
          }),
        );
        expect(fast).toEqual(strict);
      }),
      { numRuns: 300 },
    );
  });
});

describe("tables", () => {
  const inTable = (area: string, rows: string, more = "", attributes = "") =>
    bookOf({
      sheets: [
        {
          name: "Blad1",
          xml: `<sheetData>${rows}</sheetData>${more}`,
          tables: [tableText(1, "PA_Labels", area, ["Kwartaal", "Aantal"]).replace('totalsRowShown="0"', attributes)],
        },
      ],
    });

  it("omits the totals row and empty rows at the end, and keeps those in between", async () => {
    const rows = header + row(2, ["2026-Q3", 5]) + row(4, ["2026-Q4", 6]) + row(7, ["Totaal", 11]);
    const [table] = await tablesOf(inTable("A1:B7", rows, "", 'totalsRowCount="1"'));
    expect(table!.rows).toEqual([
      ["2026-Q3", 5],
      [null, null],
      ["2026-Q4", 6],
    ]);
  });

  it("takes the headers of a table without header row from the table definition", async () => {
    const [table] = await tablesOf(
      inTable("A1:B2", row(1, ["2026-Q3", 5]) + row(2, ["2026-Q4", 6]), "", 'headerRowCount="0"'),
    );
    expect(table).toMatchObject({
      headerRow: 0,
      headers: ["Kwartaal", "Aantal"],
      rows: [
        ["2026-Q3", 5],
        ["2026-Q4", 6],
      ],
    });
  });

  it("reports hidden rows and merged cells", async () => {
    const rows = header + row(2, ["a", 1]) + row(3, ["b", 2]).replace('r="3"', 'r="3" hidden="1"') + row(4, ["c", 3]);
    const merges = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="D9:E9"/></mergeCells>';
    const [table] = await tablesOf(inTable("A1:B4", rows, merges));
    expect(table).toMatchObject({ hiddenRows: [1], merged: ["A2:A3"] });
  });

  it("shows formulas as users see them: shared ones expanded, ours by their name", async () => {
    const { cells } = (() => {
      const workbook = openXlsx(richWorkbook());
      return workbook.sheet(workbook.book.sheets[1]!);
    })();
    expect([1, 2, 3].map((r) => cells.storedFormula(r, 2)!.text)).toEqual(["A1*$A$3", "A2*$A$3", "A3*$A$3"]);
    expect(cells.storedFormula(1, 3)).toEqual({ text: "SORT(A1:A3)", kind: "array", area: "C1:C3" });
    const [nieuwbouw] = await tablesOf(richWorkbook());
    expect(nieuwbouw!.formula!(0, 5)).toBe('=IF(E5=0,"",D5/E5)');
    expect(nieuwbouw!.formula!(0, 4)).toBeNull();
  });

  it("finds two tables of the return that touch: under each other, side by side, and one whose header is repeated", async () => {
    const lettings = ["Kwartaal", "Verhuurder", "Categorie", "Aantal"];
    const stock = ["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand"];
    const [one, other] = [
      ["2026-Q3", "WYwonen", "regulier", 10],
      ["2026-Q3", "Portaal", "urgent", 2],
    ];
    const home = ["2026-Q3", "WYwonen", "sociaal", 100, 100];
    const found = async (rows: readonly (readonly (string | number)[])[]) =>
      (await fromRows(rows.map((cells, i) => row(i + 1, cells)).join(""))).map(({ headers, rows }) => [headers, rows]);
    expect(await found([lettings, one, other, stock, home])).toEqual([
      [lettings, [one, other]],
      [stock, [home]],
    ]);
    expect(
      await found([
        [...lettings, ...stock],
        [...one, ...home],
        [...other, "2026-Q3", "Portaal"],
      ]),
    ).toEqual([
      [lettings, [one, other]],
      [stock, [home, ["2026-Q3", "Portaal", null, null, null]]],
    ]);
    expect(await found([lettings, one, lettings, other])).toEqual([
      [lettings, [one]],
      [lettings, [other]],
    ]);
    // A word of the return within a row of texts does not start a table.
    expect(await found([lettings, one, ["Totaal", "Verhuurder", "onbekend", "n.b."], other])).toEqual([
      [lettings, [one, ["Totaal", "Verhuurder", "onbekend", "n.b."], other]],
    ]);
  });

  it("finds blocks beside an Excel table on the same sheet", async () => {
    const rows = row(1, ["Kwartaal", "Aantal", null, "Norm", "Waarde"]) + row(2, ["2026-Q3", 5, null, "sociaal", 0.3]);
    const tables = await tablesOf(inTable("A1:B2", rows));
    expect(tables.map(({ name, headers, rows: r }) => [name, headers, r])).toEqual([
      ["PA_Labels", ["Kwartaal", "Aantal"], [["2026-Q3", 5]]],
      [null, ["Norm", "Waarde"], [["sociaal", 0.3]]],
    ]);
  });

  const blocks: [what: string, rows: unknown[][], expected: [headerRow: number, headers: string[], rows: number][]][] =
    [
      [
        "titles and a date above the header",
        [["Opgave"], ["Peildatum", 46295], [], ["Kwartaal", "Verhuurder", "Aantal"], ["2026-Q3", "DUWO", 3]],
        [[4, ["Kwartaal", "Verhuurder", "Aantal"], 1]],
      ],
      [
        "a title right above the header",
        [["Opgave van WYwonen"], ["Kwartaal", "Verhuurder", "Aantal"], ["2026-Q3", "DUWO", 3]],
        [[2, ["Kwartaal", "Verhuurder", "Aantal"], 1]],
      ],
      [
        "an empty row between owners: one table",
        [["Kwartaal", "Aantal"], ["2026-Q2", 3], [], ["2026-Q3", 4]],
        [[1, ["Kwartaal", "Aantal"], 3]],
      ],
      [
        "only texts, with an empty row: one table",
        [["Artikel", "Status"], ["art. 1", "gehaald"], [], ["art. 2", "op koers"]],
        [[1, ["Artikel", "Status"], 3]],
      ],
      [
        "two tables under each other",
        [["Kwartaal", "Aantal"], ["2026-Q3", 4], [], ["Label", "Woningen"], ["A", 10]],
        [
          [1, ["Kwartaal", "Aantal"], 1],
          [4, ["Label", "Woningen"], 1],
        ],
      ],
      [
        "two tables with titles of their own",
        [["A", "B"], ["x", "y"], [], ["Tweede"], ["C", "D"], ["p", "q"]],
        [
          [1, ["A", "B"], 1],
          [5, ["C", "D"], 1],
        ],
      ],
      [
        "two tables side by side",
        [
          ["Label", "Aantal", null, "Label", "Aantal"],
          ["A", 1, null, "A", 2],
          ["B", 3, null, "B", 4],
        ],
        [
          [1, ["Label", "Aantal"], 2],
          [1, ["Label", "Aantal"], 2],
        ],
      ],
      [
        "a column without header",
        [
          ["Label", null, "Aantal"],
          ["A", "x", 1],
        ],
        [[1, ["Label", "", "Aantal"], 1]],
      ],
      [
        "a year as a header",
        [
          ["Verhuurder", "Segment", 2026],
          ["DUWO", "sociaal", 5],
        ],
        [[1, ["Verhuurder", "Segment", "2026"], 1]],
      ],
      ["a header and nothing under it", [["Kwartaal", "Aantal"]], []],
      ["loose remarks", [["een"], [], ["twee"], ["drie"]], []],
    ];
  it.each(blocks)("finds what looks like a table: %s", async (_, rows, expected) => {
    const tables = await fromRows(rows.map((values, i) => row(i + 1, values as (string | number | null)[])).join(""));
    expect(tables.map(({ headerRow, headers, rows: found }) => [headerRow, headers, found.length])).toEqual(expected);
  });
});

describe("workbooks of other programs", () => {
  const values = [
    ["Kwartaal", "Aantal", "Akkoord"],
    ["2026-Q3", 12, true],
    ["2026-Q4", 0, false],
  ] as const;

  it("reads files by hucre", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Blad1", rows: values.map((line) => [...line]) }] });
    expect((await tablesOf(bytes))[0]).toMatchObject({ headers: values[0], rows: values.slice(1) });
  });

  it("reads files by SheetJS", async () => {
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(values.map((line) => [...line])), "Blad1");
    const bytes = new Uint8Array(sheetjs.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
    expect((await tablesOf(bytes))[0]).toMatchObject({ headers: values[0], rows: values.slice(1) });
  });
});

describe("formulas", () => {
  it.each([
    ["_xldudf_PA_SOCIALSHARE(A1,B1)", "PA.SOCIALSHARE(A1,B1)"],
    ["_xldudf_pa_socialshare()+1", "PA.SOCIALSHARE()+1"],
    ['[2]!_xldudf_PA_NORM("x")', 'PA.NORM("x")'],
    ["'C:\\Invoegtoepassing\\pa.xlam'!_xldudf_PA_NORM(1)", "PA.NORM(1)"],
    ["pa.xla!_xldudf_PA_NORM(1)", "PA.NORM(1)"],
    ['IF(A1="_xldudf_PA_NORM(1)",1,_xldudf_PA_NORM(2))', 'IF(A1="_xldudf_PA_NORM(1)",1,PA.NORM(2))'],
    ["'_xldudf_PA_NORM(blad'!A1", "'_xldudf_PA_NORM(blad'!A1"],
    ["_xldudf_ANDERS_FUNCTIE(1)", "_xldudf_ANDERS_FUNCTIE(1)"],
    ["SUM(A1:A3)", "SUM(A1:A3)"],
  ])("shows %s as %s", (stored, shown) => {
    expect(shownFormula(stored)).toBe(shown);
  });

  it("stores our functions under their stored names, outside texts, and only the given ones", () => {
    expect(storedFormula('PA.SOCIALSHARE(1;2)&"PA.NORM(1)"&pa.norm("PA.X(")')).toBe(
      '_xldudf_PA_SOCIALSHARE(1;2)&"PA.NORM(1)"&_xldudf_PA_NORM("PA.X(")',
    );
    expect(storedFormula("ZPA.NORM(1)+PA.NORM(1)+PA.ANDERS(1)", new Set(["NORM"]))).toBe(
      "ZPA.NORM(1)+_xldudf_PA_NORM(1)+PA.ANDERS(1)",
    );
  });

  it.each([
    ["A1+$B1+C$1+$D$1", 2, 1, "B3+$B3+D$1+$D$1"],
    ["SUM(A1:B2,A:A,$1:2)", 1, 1, "SUM(B2:C3,B:B,$1:3)"],
    ["A1", -1, 0, "#REF!"],
    ["'A1 blad'!A1&\"A1\"&T[A1]&LOG10(A1)&A1b", 1, 0, "'A1 blad'!A2&\"A1\"&T[A1]&LOG10(A2)&A1b"],
  ])("moves %s by %i rows and %i columns", (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });
});
