// Unusual but valid contents: Excel opens these files.
import { describe, expect, it } from "vitest";
import { bookOf, bookParts, fileOf, row, tableText } from "../../../test/workbooks/book.js";
import { openXlsx } from "../src/index.js";

const ROWS = row(1, ["Kwartaal", "Aantal"]) + row(2, ["2026-Q3", 5]);
const sheet = (xml: string) => ({ sheets: [{ name: "Blad1", xml }] });
const partsOf = (xml = ROWS) => bookParts(sheet(xml)) as Record<string, string>;
const values = (bytes: Uint8Array, keep = false) => {
  const workbook = openXlsx(bytes);
  return workbook.sheet(workbook.worksheets()[0]!, keep).cells;
};
const valueOf = (cell: string) => values(bookOf(sheet(`<row r="1">${cell}</row>`))).value(1, 1);

describe("an odd value is kept as it is, so that the code that reads the cell can report it", () => {
  it.each([
    ["a number that is none", '<c r="A1"><v>0x10</v></c>', "0x10"],
    ["a number beyond all numbers", '<c r="A1"><v>1E999</v></c>', "1E999"],
    ["a boolean that is neither", '<c r="A1" t="b"><v>misschien</v></c>', "misschien"],
    ["an unknown kind of cell", '<c r="A1" t="z"><v>1</v></c>', "1"],
    ["a text that is not in the list", '<c r="A1" t="s"><v>7</v></c>', { error: "#REF!" }],
    ["a number of a text that is none", '<c r="A1" t="s"><v>x</v></c>', "x"],
    ["an empty value", '<c r="A1" t="s"><v></v></c>', null],
    ["an empty style", '<c r="A1" s=""><v>4</v></c>', 4],
    ["a style that is no number", '<c r="A1" s="x"><v>4</v></c>', 4],
    ["a time without a day", '<c r="A1" t="d"><v>T12:00:00</v></c>', 0.5],
    ["a day with a time", '<c r="A1" t="d"><v>2026-09-30T12:00:00</v></c>', 46295.5],
    ["a day that does not exist", '<c r="A1" t="d"><v>2026-19-30</v></c>', "2026-19-30"],
    ["a text in the cell and a value", '<c r="A1" t="inlineStr"><v>oud</v><is><t>nieuw</t></is></c>', "nieuw"],
    ["a text in the cell alone, of no kind", '<c r="A1"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab"],
    [
      "a phonetic guide beside a text",
      '<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>',
      "a",
    ],
    [
      "an extension in a cell",
      '<c r="A1"><v>1</v><extLst><ext uri="x"><v>2</v><y:v xmlns:y="urn:y">3</y:v></ext></extLst></c>',
      1,
    ],
  ])("%s", (_, cell, value) => expect(valueOf(cell)).toEqual(value));

  it("a date with a time is shown as a date, a time without a date is not", () => {
    const cells = values(
      bookOf(sheet('<row r="1"><c r="A1" t="d"><v>2026-09-30</v></c><c r="B1" t="d"><v>T06:00:00</v></c></row>')),
    );
    expect([cells.isDate(1, 1), cells.isDate(1, 2)]).toEqual([true, false]);
  });
});

describe("extensions by newer programs reuse older names", () => {
  const x15 = 'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"';
  const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';

  it("an extension does not change the date system, lock the workbook or add names", () => {
    const parts = partsOf();
    const workbook = openXlsx(
      fileOf({
        ...parts,
        "xl/workbook.xml": parts["xl/workbook.xml"]!.replace("<workbookPr/>", '<workbookPr date1904="1"/>').replace(
          "</workbook>",
          `<extLst><ext ${x15} uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/><x15:workbookProtection lockStructure="1"/><x15:definedName name="x">y</x15:definedName></ext></extLst></workbook>`,
        ),
      }),
    );
    expect(workbook.book).toMatchObject({ date1904: true, structureLocked: false, names: [] });
  });

  it("an alternative text is not taken for a second table", async () => {
    const text = tableText(1, "PA_Labels", "A1:B2", ["Kwartaal", "Aantal"]).replace(
      "</table>",
      `<extLst><ext ${x14} uri="{504A1905-F514-4f6f-8877-14C23A59335A}"><x14:table altText="labels"/><x14:tableColumn name="z"/></ext></extLst></table>`,
    );
    const tables = await openXlsx(
      bookOf({
        sheets: [
          {
            name: "Blad1",
            xml: ROWS,
            tables: [text],
          },
        ],
      }),
    ).tables();
    expect(tables.map(({ name, headers, rows }) => [name, headers, rows])).toEqual([
      ["PA_Labels", ["Kwartaal", "Aantal"], [["2026-Q3", 5]]],
    ]);
  });

  it("an extension does not merge or protect, and is skipped if there is a fallback for older programs", () => {
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const workbook = openXlsx(
      bookOf(
        sheet(
          `<sheetData>${ROWS}</sheetData><mc:AlternateContent ${mc}><mc:Choice xmlns:y="urn:y" Requires="y"><sheetProtection sheet="1"/></mc:Choice><mc:Fallback><mergeCells count="2"><mergeCell ref="D1:E1"/><mergeCell ref="rommel"/></mergeCells></mc:Fallback></mc:AlternateContent><extLst><ext ${x14} uri="x"><mergeCell ref="A1:B1"/><x14:sheetProtection sheet="1"/></ext></extLst>`,
        ),
      ),
    );
    expect(workbook.sheet(workbook.worksheets()[0]!)).toMatchObject({ merged: ["D1:E1"], isProtected: false });
  });

  it("a shared string has only the children that the format allows", () => {
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>WY</t><z xmlns="urn:z"><t>fout</t></z><rPh sb="0" eb="1"><t>fout</t></rPh></si></sst>`;
    const bytes = fileOf({
      ...bookParts({ ...sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings: [""] }),
      "xl/sharedStrings.xml": strings,
    });
    expect(values(bytes).value(1, 1)).toBe("WY");
  });
});

describe("an unusual but valid package", () => {
  const sheetPart = "xl/worksheets/sheet1.xml";

  it.each(["utf16le", "utf-16be"] as const)(
    "parts in %s are read, changed and written in that encoding",
    async (coding) => {
      const parts = partsOf(row(1, ["Kwartaal", "Aantal"]) + row(2, ["é", 5]));
      const text = `\ufeff${parts[sheetPart]!.replace("UTF-8", "UTF-16")}`;
      const little = Buffer.from(text, "utf16le");
      const bytes = fileOf({ ...parts, [sheetPart]: coding === "utf16le" ? little : Buffer.from(little).swap16() });
      const workbook = openXlsx(bytes);
      const [table] = await workbook.tables();
      expect(table!.rows).toEqual([["é", 5]]);
      await workbook.change([{ sheet: "Blad1", cell: "A2", value: "ö" }]);
      const again = openXlsx(workbook.bytes());
      expect((await again.tables())[0]!.rows).toEqual([["ö", 5]]);
      const written = again.parts.bytes(sheetPart);
      expect([written[0], written[1]]).toEqual(coding === "utf16le" ? [0xff, 0xfe] : [0xfe, 0xff]);
    },
  );

  it("part names with backslashes are read, and kept", async () => {
    const bytes = fileOf(
      Object.fromEntries(Object.entries(partsOf()).map(([name, text]) => [name.replaceAll("/", "\\"), text])),
    );
    const workbook = openXlsx(bytes);
    expect((await workbook.tables())[0]!.rows).toEqual([["2026-Q3", 5]]);
    await workbook.change([{ sheet: "Blad1", cell: "B2", value: 6 }]);
    expect(Buffer.from(workbook.bytes()).includes("xl\\worksheets\\sheet1.xml")).toBe(true);
    expect((await openXlsx(workbook.bytes()).tables())[0]!.rows).toEqual([["2026-Q3", 6]]);
  });

  it.each([1, 512, 100_000])("%i zeros after the archive are ignored", async (count) => {
    const bytes = Buffer.concat([bookOf(sheet(ROWS)), Buffer.alloc(count)]);
    expect((await openXlsx(bytes).tables())[0]!.rows).toEqual([["2026-Q3", 5]]);
  });

  it("a module of old macros is not a sheet, and names still belong to the right sheet", async () => {
    const parts = partsOf();
    const workbook = openXlsx(
      fileOf({
        ...parts,
        "xl/workbook.xml": parts["xl/workbook.xml"]!.replace(
          "<sheets>",
          '<sheets><sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>',
        ).replace(
          "</sheets>",
          '</sheets><definedNames><definedName name="n" localSheetId="1">Blad1!$A$1</definedName></definedNames>',
        ),
      }),
    );
    expect([await workbook.sheetNames(), workbook.book.names[0]!.sheet]).toEqual([["Blad1"], "Blad1"]);
    expect(await workbook.addSheet("Module1", [["a"]])).toBe("Module1 (2)");
    expect(openXlsx(workbook.bytes()).book.sheets.map(({ sheetId }) => sheetId)).toEqual([1, 10]);
  });

  it("a missing chart sheet is no error", () => {
    const parts = partsOf();
    const workbook = openXlsx(
      fileOf({
        ...parts,
        "xl/workbook.xml": parts["xl/workbook.xml"]!.replace(
          "</sheets>",
          '<sheet name="G" sheetId="2" r:id="rIdG"/></sheets>',
        ),
        "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"]!.replace(
          "</Relationships>",
          '<Relationship Id="rIdG" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
        ),
      }),
    );
    expect(workbook.worksheets().map(({ name }) => name)).toEqual(["Blad1"]);
  });

  it("whole columns and rows, and reversed corners, are areas", async () => {
    const workbook = openXlsx(
      bookOf(
        sheet(
          `<sheetData>${ROWS}</sheetData><mergeCells count="3"><mergeCell ref="D:E"/><mergeCell ref="7:8"/><mergeCell ref="C4:B3"/></mergeCells>`,
        ),
      ),
    );
    await expect(workbook.change([{ sheet: "Blad1", cell: "E3", value: 1 }])).rejects.toThrow("samengevoegde");
    await expect(workbook.change([{ sheet: "Blad1", cell: "G7", value: 1 }])).rejects.toThrow("samengevoegde");
    await expect(workbook.change([{ sheet: "Blad1", cell: "C4", value: 1 }])).rejects.toThrow("samengevoegde");
  });
});

describe("a sheet in the file that its list of sheets does not have", () => {
  const table = tableText(1, "PA_Toewijzingen", "A1:B2", ["Kwartaal", "Aantal"]);
  const two = bookParts({
    sheets: [
      { name: "Blad1", xml: ROWS },
      {
        name: "Toewijzingen",
        xml: ROWS,
        tables: [table],
      },
    ],
  }) as Record<string, string>;
  const without = (part: string, pattern: RegExp) => {
    expect(two[part]).toMatch(pattern);
    return two[part]!.replace(pattern, "");
  };
  const unlisted = { ...two, "xl/workbook.xml": without("xl/workbook.xml", /<sheet name="Toewijzingen"[^>]*>/) };
  const related = "xl/_rels/workbook.xml.rels";

  it.each([
    ["all listed", two, []],
    ["out of the list", unlisted, [{ tables: ["PA_Toewijzingen"] }]],
    [
      "out of the list and without relation",
      { ...unlisted, [related]: without(related, /<Relationship Id="rId2"[^>]*>/) },
      [{ tables: ["PA_Toewijzingen"] }],
    ],
    ["out of the list, and its table is damaged", { ...unlisted, "xl/tables/table1.xml": "<table" }, [{ tables: [] }]],
    [
      "out of the list, and empty",
      { ...unlisted, "xl/worksheets/sheet2.xml": `<worksheet xmlns="urn:x"><sheetData/></worksheet>` },
      [],
    ],
  ])("%s", async (_, parts, found) => {
    const workbook = openXlsx(fileOf(parts));
    expect(await workbook.unlistedSheets()).toEqual(found);
    expect(await workbook.sheetNames()).toEqual(parts === two ? ["Blad1", "Toewijzingen"] : ["Blad1"]);
  });
});
