import { beforeAll, describe, expect, test } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { live, read, type Return } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { contextOf, evaluateFormula, gridBookOf, openSheets, recalculate, type Sheets } from "../src/index.js";

const language = "nl";
let template: Uint8Array;
let found: Return;
let sheets: Sheets;

beforeAll(async () => {
  template = await makeTemplate({
    agreement: agreements[0]!,
    language,
    sample: "clean",
    functions: functions.map(({ id }) => id),
  });
  const workbook = openXlsx(template);
  found = await read(workbook, { agreements });
  sheets = openSheets(gridBookOf(workbook), { context: contextOf(found, { language }) });
});

const ask = (formula: string) => evaluateFormula(formula, { language, agreements, workbook: openXlsx(template) });

describe("a return in the grid", () => {
  test("every PA formula is calculated, none frozen", () => {
    const own = sheets.grid.formulas.filter(({ stored }) => /_xldudf_PA_/i.test(stored));
    expect(own.length).toBeGreaterThan(20);
    expect([...sheets.grid.frozen]).toEqual([]);
  });

  test("a live formula on the dashboard equals the figure in the report", () => {
    for (const { sheet, cell, stored } of sheets.grid.formulas) {
      const id = /^_xldudf_PA_(\w+)\(\)$/.exec(stored)?.[1];
      if (id === undefined) continue;
      const { value } = live(id, found, { language });
      expect.soft([id, sheets.value(sheet, cell)]).toEqual([id, value ?? { error: "#N/A" }]);
    }
  });

  test("tables, choice lists and locks are included", () => {
    expect([...sheets.tables().keys()]).toEqual(
      expect.arrayContaining(["pa_instellingen", "pa_nieuwbouw", "pa_labels"]),
    );
    const book = gridBookOf(openXlsx(template));
    expect(book.sheets.some(({ choices }) => choices.length > 0)).toBe(true);
    expect(book.sheets.some(({ frozen }) => frozen.rows > 0)).toBe(true);
    expect(book.sheets.flatMap(({ columns }) => columns).length).toBeGreaterThan(10);
  });
});

describe("a formula in a workbook", () => {
  test("live functions answer from its tables", async () => {
    const share = live("NEWBUILDSHARE", found, { language });
    expect(await ask("=PA.NEWBUILDSHARE()")).toMatchObject({
      value: share.value,
      exact: share.exact,
      display: share.display.nl,
    });
    // The calculation, what is counted, and where it comes from, in one sentence.
    const explained = (await ask('=PA.EXPLAIN("NEWBUILDSHARE")')).display;
    expect(explained).toContain(`: ${share.explanations.nl} · Sociale huur gedeeld door`);
    expect(explained).toMatch(/bron: Prestatieafspraken Oegstgeest 2025-2028, tussendoel Beschikbaarheid$/);
  });
  test("a column of a table can be summed with them", async () => {
    const rows = found.tables.get("PA_Nieuwbouw")!;
    let total = 0;
    for (let i = 0; i < rows.length; i++) total += Number(rows.value("Totaal", i) ?? 0);
    expect(total).toBeGreaterThan(0);
    expect((await ask("=SOM(PA_Nieuwbouw[Totaal])")).value).toBe(total);
  });
  test("REPORT and ISSUES spill in rows", async () => {
    const report = await ask("=PA.REPORT()");
    expect(report.rows?.[0]).toEqual(["Indicator", "Waarde", "Norm", "Oordeel", "Toelichting", "Artikel"]);
    expect(report.rows!.length).toBeGreaterThan(10);
    expect(report.rows!.flat().every((cell) => cell !== null && cell !== undefined)).toBe(true);
    expect((await ask("=ROWS(PA.REPORT())")).value).toBe(report.rows!.length);
    expect((await ask("=PA.ISSUES()")).rows?.[0]).toEqual(["Ernst", "Tabel", "Cel", "Melding"]);
  });
  test("an unknown party or quarter is named, with advice", async () => {
    expect((await ask('=PA.URGENTSHARE(;;;"Nergens")')).error).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("Nergens"),
    });
    expect((await ask('=PA.ISSUES("nooit")')).error?.message).toContain("nooit");
  });
  test("a cell reference without a workbook gives a request for one", async () =>
    expect((await evaluateFormula("=PA.SOCIALSHARE(A1;B1)", { language })).error?.message).toMatch(
      /Geef de werkmap mee/,
    ));
});

test("the sheet that checks the functions in Excel reports no errors here", async () => {
  const made = await makeTemplate({ agreement: agreements[0]!, language, sample: "clean", selfcheck: true });
  const workbook = openXlsx(await recalculate(made, { agreements, language }));
  const checks = workbook
    .worksheets()
    .flatMap((entry) =>
      [...workbook.sheet(entry).cells.places()].map(([row, column]) => workbook.sheet(entry).cells.value(row, column)),
    )
    .filter((value) => typeof value === "boolean");
  expect(checks.length).toBeGreaterThan(functions.length);
  expect(checks.filter((value) => !value)).toEqual([]);
});

describe("recalculating", () => {
  test("updates values beside formulas, and changes nothing the second time", async () => {
    const once = await recalculate(template, { agreements, language });
    expect(await recalculate(once, { agreements, language })).toEqual(once);
    const before = openXlsx(template);
    const after = openXlsx(once);
    const workbook = openSheets(gridBookOf(after), {
      context: contextOf(await read(after, { agreements }), { language }),
    });
    for (const { sheet, cell, cached } of workbook.grid.formulas)
      expect.soft(workbook.value(sheet, cell)).toEqual(cached);
    // Parts without formulas stay byte-identical.
    const changed = before.parts.names().filter((name) => before.parts.text(name) !== after.parts.text(name));
    expect(changed.every((name) => name.startsWith("xl/worksheets/"))).toBe(true);
    expect((await read(after, { agreements })).hash).toBe(found.hash);
  });
});
