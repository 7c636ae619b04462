import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Mark } from "@prestatieafspraken/quarterly";
import { bookOf, fileOf, row } from "../../../test/workbooks/book.js";
import { richParts, richWorkbook } from "../../../test/workbooks/rich.js";
import { marksSheet, noteSignature, openXlsx } from "../src/index.js";
import { marksSheetLooks } from "../src/marks.js";
import { structuralLint } from "./structural-lint.js";

const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const marks: readonly Mark[] = [
  { sheet: "Nieuwbouw", cell: "D6", severity: "error", text: 'Sociale huur is "leeg" & dat mag niet.' },
  { sheet: "Nieuwbouw", cell: "D6", severity: "warning", text: "Ook dit." },
  { sheet: "Nieuwbouw", cell: "E7", severity: "warning", text: "Controleer het totaal." },
  { sheet: "Beveiligd", cell: "B2", severity: "info", text: "Ter kennisname." },
];
const book = (rest: string) =>
  bookOf({
    sheets: [{ name: "Blad 1's", xml: `<sheetData>${row(1, ["a", "b"])}${row(2, [1, 2])}</sheetData>${rest}` }],
  });
const here = (cell: string): Mark => ({ sheet: "Blad 1's", cell, severity: "error", text: "fout" });

describe("marks", () => {
  it("leave styles, comments, drawings and everything else byte-identical", async () => {
    const workbook = openXlsx(richWorkbook());
    await workbook.mark(marks);
    const [before, after] = [parts(richWorkbook()), parts(workbook.bytes())];
    const changed = Object.keys(richParts()).filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet3.xml",
      ].sort(),
    );
    expect(structuralLint(workbook.bytes())).toEqual([]);
  });

  it("are listed in words, one per line, with a link to the cell", async () => {
    const workbook = openXlsx(richWorkbook());
    await workbook.mark(marks);
    const entry = workbook.worksheets().find(({ name }) => name === marksSheet)!;
    const { cells } = workbook.sheet(entry);
    expect(cells.rowNumbers.map((_, i) => cells.valuesAt(i))).toEqual([
      ["Soort", "Blad", "Cel", "Melding"],
      ["Fout", "Nieuwbouw", "D6", 'Sociale huur is "leeg" & dat mag niet.'],
      ["Waarschuwing", "Nieuwbouw", "D6", "Ook dit."],
      ["Waarschuwing", "Nieuwbouw", "E7", "Controleer het totaal."],
      ["Opmerking", "Beveiligd", "B2", "Ter kennisname."],
    ]);
    expect(parts(workbook.bytes())[entry.part]).toContain(
      `<hyperlink ref="C4" location="'Nieuwbouw'!E7" display="E7"/>`,
    );
  });

  it("are visible without colour, highest severity first", async () => {
    const workbook = openXlsx(richWorkbook());
    await workbook.mark(marks);
    const xml = parts(workbook.bytes())["xl/worksheets/sheet1.xml"]!;
    expect(
      [...xml.matchAll(/N\("PA-markering (\w+)"\)=0.*?<xm:sqref>([^<]*)</g)].map(([, kind, cells]) => [kind, cells]),
    ).toEqual([
      ["error", "D6"],
      ["warning", "E7"],
    ]);
    expect(xml).toMatch(/<font><b\/><u\/>/);
    // The other rules have priorities 1 and 2.
    expect([...xml.matchAll(/priority="(\d+)"/g)].map(([, priority]) => Number(priority)).sort()).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["a bare sheet", ""],
    [
      "a sheet with extensions of others",
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x"><x14:iets/></ext></extLst>',
    ],
    ["a sheet with an empty list of extensions", "<extLst/>"],
    [
      "a sheet laid out in lines",
      '\n<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>\n<extLst>\n<ext uri="{A}"/>\n</extLst>\n',
    ],
  ])("disappear when cleared, with every part as before: %s", async (_, rest) => {
    const workbook = openXlsx(book(rest));
    await workbook.mark([here("A2")]);
    await workbook.mark([here("B2")]);
    expect(structuralLint(workbook.bytes())).toEqual([]);
    const again = openXlsx(workbook.bytes());
    expect(await again.clearMarks()).toBe(2);
    expect(parts(again.bytes())).toEqual(parts(book(rest)));
    expect(await workbook.clearMarks()).toBe(2);
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(book(rest)))).toBe(true);
  });

  it("never take over a user's sheet of the same name", async () => {
    const own = bookOf({ sheets: [{ name: marksSheet, xml: row(1, ["mijn", "lijst"]) + row(2, [1, 2]) }] });
    const workbook = openXlsx(own);
    await workbook.mark([{ sheet: marksSheet, cell: "A2", severity: "info", text: "ok" }]);
    expect(await workbook.sheetNames()).toEqual([marksSheet, `${marksSheet} (2)`]);
    expect(await workbook.tables()).toHaveLength(1);
    expect(await workbook.clearMarks()).toBe(1);
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(own))).toBe(true);
  });

  it("made in Excel are removed too; conditional formats of others stay", async () => {
    const theirs =
      '<conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="0" priority="1"><formula>A2&gt;1</formula></cfRule></conditionalFormatting>';
    const ours =
      '<conditionalFormatting sqref="A2:B2"><cfRule type="expression" dxfId="0" priority="2"><formula>N("PA-markering error")=0</formula></cfRule></conditionalFormatting>';
    const mixed = theirs.replace(
      "</conditionalFormatting>",
      `${/<cfRule.*<\/cfRule>/.exec(ours)![0]}</conditionalFormatting>`,
    );
    const workbook = openXlsx(book(mixed + ours));
    expect(await workbook.clearMarks()).toBe(2);
    expect(parts(workbook.bytes())).toEqual(parts(book(theirs)));
  });

  it("left as notes by the Excel pane are removed too; other notes stay", async () => {
    const [comments, drawing] = ["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"] as const;
    const all = richParts();
    const withNotes = fileOf({
      ...all,
      [comments]: String(all[comments]).replace(
        "</commentList>",
        `<comment ref="E7" authorId="0"><text><r><t>${noteSignature}\n</t></r><r><t>Totaal klopt niet.</t></r></text></comment></commentList>`,
      ),
      [drawing]: String(all[drawing]).replace(
        "</xml>",
        '<v:shape id="_x0000_s1026" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>6</x:Row><x:Column>4</x:Column></x:ClientData></v:shape></xml>',
      ),
    });
    const workbook = openXlsx(withNotes);
    // What people wrote themselves is read, to show it beside the cell.
    expect(workbook.notes().map(({ text }) => text)).toEqual([expect.stringContaining("geteld op")]);
    expect(await workbook.clearMarks()).toBe(1);
    expect(parts(workbook.bytes())).toEqual(parts(richWorkbook()));

    const only = openXlsx(fileOf({ ...all, [comments]: String(all[comments]).replace("geteld op", noteSignature) }));
    expect(await only.clearMarks()).toBe(1);
    expect(Object.keys(parts(only.bytes()))).not.toContain(comments);
    expect(structuralLint(only.bytes())).toEqual([]);
  });

  it("keep defined names on their sheets when a user moved the list of marks to the front", async () => {
    const workbook = openXlsx(richWorkbook());
    await workbook.mark(marks);
    const moved = parts(workbook.bytes());
    // As saved by Excel: the sheet comes first; defined names and the active tab refer to one position further.
    const sheets = /<sheets>(.*)(<sheet name="PA_Controle"[^>]*>)<\/sheets>/.exec(moved["xl/workbook.xml"]!)!;
    moved["xl/workbook.xml"] = moved["xl/workbook.xml"]!.replace(
      sheets[0],
      `<sheets>${sheets[2]!}${sheets[1]!}</sheets>`,
    )
      .replace('localSheetId="0"', 'localSheetId="1"')
      .replace("<workbookView ", '<workbookView activeTab="1" ');
    const again = openXlsx(fileOf(moved));
    await again.clearMarks();
    const left = parts(again.bytes())["xl/workbook.xml"]!;
    expect(left).toContain('localSheetId="0"');
    expect(left).toContain('activeTab="0"');
    expect(structuralLint(again.bytes())).toEqual([]);
  });

  it("are refused for a missing cell or sheet, and then none is added", async () => {
    const workbook = openXlsx(richWorkbook());
    await expect(workbook.mark([...marks, { ...marks[0]!, sheet: "Elders" }])).rejects.toMatchObject({
      code: "NO_SHEET",
    });
    await expect(workbook.mark([...marks, { ...marks[0]!, cell: "5D" }])).rejects.toMatchObject({ code: "NO_CELL" });
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(richWorkbook()))).toBe(true);
  });

  it("come before all other rules, which get their priorities back", async () => {
    const theirs =
      '<conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>A2&gt;0</formula></cfRule></conditionalFormatting>';
    const workbook = openXlsx(book(theirs));
    await workbook.mark([here("A2"), { ...here("B2"), severity: "info" }]);
    const marked = parts(workbook.bytes())["xl/worksheets/sheet1.xml"]!;
    const priority = (of: RegExp) => Number(of.exec(marked)![1]);
    expect(priority(/stopIfTrue/.test(marked) ? /dxfId="0" priority="(\d+)"/ : /^/)).toBe(3);
    expect([...marked.matchAll(/<x14:cfRule type="expression" priority="(\d+)"/g)].map(([, n]) => n)).toEqual([
      "1",
      "2",
    ]);
    await workbook.clearMarks();
    expect(parts(workbook.bytes())).toEqual(parts(book(theirs)));
  });

  it("keep the priorities of a pivot table's rules", async () => {
    const pivot =
      '<conditionalFormatting pivot="1" sqref="A2"><cfRule type="cellIs" dxfId="0" priority="4" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>';
    const workbook = openXlsx(book(pivot));
    await workbook.mark([here("A2")]);
    expect(parts(workbook.bytes())["xl/worksheets/sheet1.xml"]).toContain(pivot);
    await workbook.clearMarks();
    expect(parts(workbook.bytes())).toEqual(parts(book(pivot)));
  });

  it("are added to cells only, without a list, if the workbook structure is protected", async () => {
    const locked = bookOf({
      sheets: [{ name: "Blad 1's", xml: row(1, ["a", "b"]) + row(2, [1, 2]) }],
      workbook: { before: '<workbookProtection lockStructure="1"/>' },
    });
    const workbook = openXlsx(locked);
    await workbook.mark([here("A2")]);
    await workbook.mark([{ ...here("B2"), severity: "info" }]);
    expect(await workbook.sheetNames()).toEqual(["Blad 1's"]);
    const again = openXlsx(workbook.bytes());
    expect(parts(again.bytes())["xl/worksheets/sheet1.xml"]).toMatch(/>A2<.*>B2</);
    expect(await again.clearMarks()).toBe(2);
    expect(parts(again.bytes())).toEqual(parts(locked));
  });

  it("contain no more links than Excel opens", async () => {
    const { after } = marksSheetLooks(Array.from({ length: 65_600 }, (_, i) => here(`A${i + 2}`)));
    expect(after.match(/<hyperlink /g)).toHaveLength(65_530);
  });

  it("can be added in large numbers", async () => {
    const workbook = openXlsx(richWorkbook());
    await workbook.mark(Array.from({ length: 5_000 }, (_, i) => ({ ...marks[0]!, cell: `D${i + 5}` })));
    expect(structuralLint(workbook.bytes())).toEqual([]);
    expect(await workbook.clearMarks()).toBe(5_000);
  });
});
