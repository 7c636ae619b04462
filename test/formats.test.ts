// Other formats that corporations send: an OpenDocument spreadsheet, or one table as .csv.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import * as SheetJS from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read } from "@prestatieafspraken/quarterly";
import { openWorkbook, openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa, template } from "./pa/pa.js";

const path = ownFolder();
const given = (name: string): string => fileURLToPath(new URL(`cases/formats/${name}`, import.meta.url));
const report = async (...words: string[]) =>
  JSON.parse((await pa("report", ...words, "--format", "json")).out) as {
    results: { indicator: string; scope: object; exact: string; verdict: string }[];
    receipt: { inputHash: string };
  };
const codeOf = (bytes: Uint8Array, name: string, table?: string) =>
  openWorkbook(bytes, { name, ...(table !== undefined && { table }) }).then(
    () => "read",
    (problem: { code: string }) => problem.code,
  );

describe("an OpenDocument spreadsheet", () => {
  it("saved by LibreOffice from the sample has equal cells", async () => {
    const [xlsx, ods] = [await report(given("sample-clean.xlsx")), await report(given("sample-clean.ods"))];
    expect(ods.receipt.inputHash).toBe(xlsx.receipt.inputHash);
    expect(ods.results).toEqual(xlsx.results);
    const codes = [await pa("check", given("sample-clean.xlsx")), await pa("check", given("sample-clean.ods"))];
    expect(codes[1]!.code).toBe(codes[0]!.code);
  });

  it("written by another library gives the same findings as its .xlsx", async () => {
    const findings = async (name: string) =>
      (
        JSON.parse((await pa("check", given(name), "--json")).out) as {
          issues: { rule: string; sheet: string; cell: string }[];
        }
      ).issues.map(({ rule, sheet, cell }) => [rule, sheet, cell]);
    expect(await findings("foreign.ods")).toEqual(await findings("foreign.xlsx"));
  });

  it("agrees with another library on every cell", async () => {
    const other = SheetJS.read(readFileSync(given("sample-clean.ods")));
    const workbook = await openWorkbook(readFileSync(given("sample-clean.ods")), { name: "x.ods" });
    let compared = 0;
    for (const entry of workbook.worksheets()) {
      const { cells } = workbook.sheet(entry);
      for (const [row, column] of cells.places()) {
        const value = cells.value(row, column);
        const cell = other.Sheets[entry.name]![SheetJS.utils.encode_cell({ r: row - 1, c: column - 1 })] as
          | { t: string; v: unknown }
          | undefined;
        // Excludes dates, which the other library represents differently; errors, which are numbers there; and empty
        // results of formulas, which it omits.
        if (cell === undefined || cell.t === "d" || cell.t === "e" || typeof cell.v === "object") continue;
        expect(value, `${entry.name} ${row},${column}`).toBe(cell.v);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(2000);
  });

  const ods = (rows: string, more: Record<string, Uint8Array> = {}) =>
    zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8(
        `<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:spreadsheet><t:table t:name="Blad1">${rows}</t:table></o:spreadsheet></o:body></o:document-content>`,
      ),
      "META-INF/manifest.xml": strToU8("<manifest/>"),
      ...more,
    });
  const cell = (attributes: string, text = "") =>
    `<t:table-cell ${attributes}>${text === "" ? "" : `<x:p>${text}</x:p>`}</t:table-cell>`;
  const valuesOf = async (cells: string) => {
    const workbook = await openWorkbook(ods(`<t:table-row>${cells}</t:table-row>`), { name: "x.ods" });
    const [entry] = workbook.worksheets();
    const read = workbook.sheet(entry!).cells;
    return Array.from(read.places(), ([row, column]) => [column, read.value(row, column), read.isDate(row, column)]);
  };

  it.each([
    ["a number", cell('o:value-type="float" o:value="12.5"', "12,5"), [[1, 12.5, false]]],
    ["a share", cell('o:value-type="percentage" o:value="0.3"', "30%"), [[1, 0.3, false]]],
    ["a day", cell('o:value-type="date" o:date-value="2026-09-30"', "30-09-26"), [[1, 46295, true]]],
    ["a time", cell('o:value-type="time" o:time-value="PT12H00M00S"', "12:00"), [[1, 0.5, false]]],
    ["a text", cell('o:value-type="string"', "WY<x:s x:c='2'/>wonen"), [[1, "WY  wonen", false]]],
    [
      "a text with a note",
      '<t:table-cell o:value-type="string"><o:annotation><x:p>noot</x:p></o:annotation><x:p>a</x:p><x:p>b</x:p></t:table-cell>',
      [[1, "a\nb", false]],
    ],
    [
      "an id of 16 digits kept as a number",
      cell('o:value-type="float" o:value="0579010000000123"', "x"),
      [[1, "0579010000000123", false]],
    ],
    [
      "repeated cells, and empty ones without end",
      cell('o:value-type="float" o:value="1" t:number-columns-repeated="2"') +
        cell('t:number-columns-repeated="16382"'),
      [
        [1, 1, false],
        [2, 1, false],
      ],
    ],
  ])("is read with %s", async (_, cells, wanted) => expect(await valuesOf(cells)).toEqual(wanted));

  it("reports hidden rows and columns, merged cells, and the formula of a cell", async () => {
    const workbook = await openWorkbook(
      ods(
        `<t:table-column/><t:table-columns><t:table-column t:visibility="collapse" t:number-columns-repeated="16383"/></t:table-columns><t:table-header-rows><t:table-row>${cell('o:value-type="string"', "a")}${cell('o:value-type="string"', "b")}</t:table-row></t:table-header-rows><t:table-row-group><t:table-row t:visibility="filter">${cell('o:value-type="float" o:value="3" t:formula="of:=SUM([.A3:.A9];[$Blad1.B3])"')}${cell('o:value-type="float" o:value="4" t:number-rows-spanned="2"')}</t:table-row></t:table-row-group><t:table-row>${cell('o:value-type="float" o:value="5"')}<t:covered-table-cell/></t:table-row><t:table-row t:number-rows-repeated="1048570">${cell('t:number-columns-repeated="16384"')}</t:table-row>`,
      ),
      { name: "x.ods" },
    );
    const [table] = await workbook.tables();
    expect([table!.rows, table!.hiddenRows, table!.hiddenColumns, table!.merged, table!.formula?.(0, 0)]).toEqual([
      [
        [3, 4],
        [5, null],
      ],
      [0],
      [1],
      ["B2:B3"],
      "=SUM(A3:A9,Blad1!B3)",
    ]);
  });

  it.each([
    ["with a password", ods("", { "META-INF/manifest.xml": strToU8("<m><encryption-data/></m>") }), "ENCRYPTED"],
    [
      "that is a letter",
      zipSync({ "content.xml": strToU8("<a/>"), "META-INF/manifest.xml": strToU8("<m/>") }),
      "NOT_WORKBOOK",
    ],
    ["that is broken off", ods("<t:table-row>").slice(0, -40), "CORRUPT_ZIP"],
    ["with a DTD", ods("", { "content.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }), "DTD"],
    [
      "of more cells than can be",
      ods(
        `<t:table-row t:number-rows-repeated="1048576">${cell('o:value-type="float" o:value="1" t:number-columns-repeated="16384"')}</t:table-row>`,
      ),
      "TOO_LARGE",
    ],
  ])("%s is refused", async (_, bytes, code) => expect(await codeOf(bytes, "x.ods")).toBe(code));
});

describe("a table as .csv", () => {
  const homes =
    "BAG_vbo_id;Verhuurder;Segment;Label;Kale huur\n0579010000000123;WYwonen;sociaal;A;612,50\n3630100000000017;Portaal;midden;é;1.012,00\n";
  const rowsOf = async (bytes: Uint8Array, options: { name: string; table?: string }) => {
    const [table] = await (await openWorkbook(bytes, options)).tables();
    return [table!.name, table!.sheet, table!.headers, table!.rows];
  };
  const wanted = [
    "PA_Woningen",
    "Woningen",
    ["BAG_vbo_id", "Verhuurder", "Segment", "Label", "Kale huur"],
    [
      ["0579010000000123", "WYwonen", "sociaal", "A", 612.5],
      ["3630100000000017", "Portaal", "midden", "é", "1.012,00"],
    ],
  ];

  it.each([
    ["UTF-8", strToU8(homes)],
    ["UTF-8 with a mark", strToU8(`\ufeff${homes}`)],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${homes}`, "utf16le")],
    ["UTF-16 without one", Buffer.from(homes, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${homes}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(homes, "latin1")],
    ["lines of Windows, and the sign that Excel is told", strToU8(`sep=;\r\n${homes.replaceAll("\n", "\r\n")}`)],
  ])("in %s keeps every id complete", async (_, bytes) =>
    expect(await rowsOf(bytes, { name: "woningen.csv", table: "pa_woningen" })).toEqual(wanted),
  );

  it("with commas as separators uses decimal points", async () => {
    const text = 'Kwartaal,Verhuurder,Categorie,Aantal\n2026-Q3,"WYwonen, Leiden",regulier,63\n';
    expect(await rowsOf(strToU8(text), { name: "t.csv", table: "PA_Toewijzingen" })).toEqual([
      "PA_Toewijzingen",
      "Toewijzingen",
      ["Kwartaal", "Verhuurder", "Categorie", "Aantal"],
      [["2026-Q3", "WYwonen, Leiden", "regulier", 63]],
    ]);
  });

  it("without a table name is recognised by its headers", async () => {
    writeFileSync(path("lijst.csv"), homes);
    const { out } = await pa("check", path("lijst.csv"), "--quarter", "2026-Q3", "--json");
    const { issues } = JSON.parse(out) as { issues: { rule: string; table: string; cell: string }[] };
    expect(issues.map(({ rule }) => rule)).not.toContain("PA-113");
    expect(issues.some(({ table }) => table === "PA_Woningen")).toBe(true);
  });

  it("is checked, reported and collected into a workbook, and can be marked", async () => {
    const text =
      "Kwartaal;Verhuurder;Categorie;Aantal\n2026-Q3;WYwonen;regulier;63\n2026-Q3;WYwonen;urgent;11\n2026-Q3;WYwonen;statushouder;10\n";
    writeFileSync(path("t.csv"), text);
    const table = ["--table", "PA_Toewijzingen"];
    const { results } = await report(path("t.csv"), ...table, "--quarter", "2026-Q3");
    expect(results.find(({ indicator }) => indicator === "URGENTSHARE")?.exact).toBe("1/4");
    writeFileSync(path("wrong.csv"), text.replace("63", "zestig"));
    expect((await pa("check", path("wrong.csv"), ...table, "--mark", path("m.xlsx"))).code).toBe(1);
    expect(await openXlsx(readFileSync(path("m.xlsx"))).sheetNames()).toContain("PA_Controle");
    await template(path("blank.xlsx"));
    const merged = await pa("merge", path("blank.xlsx"), path("t.csv"), ...table, "-o", path("all.xlsx"));
    expect(merged.code).toBe(0);
    expect(readFileSync(path("t.csv"), "utf8")).toBe(text);
    const found = (await openXlsx(readFileSync(path("all.xlsx"))).tables()).find(
      ({ name }) => name === "PA_Toewijzingen",
    );
    expect(found!.rows.map((row) => row.at(-1) ?? row[3])).toContain(63);
  });

  it.each([
    ["of a table that is not in the return", homes, "PA_Huizen", "NO_CSV_TABLE"],
    ["with a header only", "a;b\n", "PA_Woningen", "EMPTY_CSV"],
    ["that is one line of words", "geachte heer\n", "PA_Woningen", "EMPTY_CSV"],
  ])("%s is refused", async (_, text, table, code) => expect(await codeOf(strToU8(text), "x.csv", table)).toBe(code));
});

it.each(["~$opgave.xlsx", ".~lock.opgave.ods#"])("the lock file %s is not a return", async (name) => {
  expect(await codeOf(strToU8(",jan,pc,26.11.2026 13:00;"), name)).toBe("LOCK_FILE");
});

describe("a .csv as people really hand it over", () => {
  const rows = "2026-Q1;WYwonen;regulier;60\n2026-Q1;WYwonen;medisch urgent;12\n2026-Q1;Portaal;regulier;30\n";
  const header = "Kwartaal;Verhuurder;Categorie;Aantal\n";
  const counted = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const workbook = await openWorkbook(bytes, { name: "opgave.csv", table: "PA_Toewijzingen" });
    const table = (await read(workbook, { agreements })).tables.get("PA_Toewijzingen")!;
    return Array.from({ length: table.length }, (_, row) => [
      table.value("Categorie", row),
      table.value("Aantal", row),
    ]);
  };
  const expected = [
    ["regulier", 60],
    ["urgent", 12],
    ["regulier", 30],
  ];

  it.each([
    ["a title above", `Opgave toewijzingen\n\n${header}${rows}`],
    ["a group header above", `Periode;Wie;Wat;Hoeveel\n${header}${rows}`],
    ["bars between the columns", `${header}${rows}`.replaceAll(";", "|")],
  ])("with %s", async (_, text) => expect(await counted(text)).toEqual(expected));

  it("does not take 12,000 for twelve: nobody can tell whether it is a thousand", async () => {
    const [, urgent] = await counted(header + rows.replace(";12", ";12,000"));
    expect(urgent).toEqual(["urgent", null]);
  });
});
