/**
 * Cells show the right value for every user and Excel setting: tested on Microsoft's own runtime and object model with
 * an emulated workbook. 1,840 social rented homes of 11,500 is 16%; the norm of Oegstgeest is 30%.
 */
import { afterAll, describe, expect, it } from "vitest";
import type { WireResult } from "./excel-host.js";
import { excel2021, microsoft365, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import { pageInWindow, type PageScript } from "./page-in-window.js";
import type { ModelWorkbook } from "./sheet-model.js";
import { fill, liveShare, share } from "./social-stock.js";

// Many tests wait, which they can do at the same time: each has a page of its own.
const pages: OfficeWindow[] = [];
afterAll(() => {
  for (const page of pages) page.close();
});
async function open(
  version: OfficeVersion = microsoft365,
  workbook?: ModelWorkbook,
  script: PageScript = "functions",
): Promise<OfficeWindow> {
  const page = await pageInWindow(version, script, workbook);
  pages.push(page);
  return page;
}

const textOf = ({ value }: WireResult): string => (typeof value === "string" ? value : JSON.stringify(value));
const messageOf = ({ value }: WireResult): string => String((value as { message?: string }).message);

describe.concurrent("Excel's calculation modes", () => {
  // Excel: calculates by hand; shows a stream only after F9.
  it("manual: the answer arrives at once, is shown after F9, and the pane says so", async () => {
    const { host, window } = await open(microsoft365, undefined, "page");
    const stock = fill(host.workbook);
    Object.assign(host.workbook, { calculationMode: "Manual", calculationState: "Pending" });
    const before = host.traffic();
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    await host.result(cell, share(0.16));
    // Does not poll: about as many requests as with automatic calculation.
    expect(host.traffic(before).requests).toBeLessThan(20);
    expect(host.results(cell)).toHaveLength(1);
    host.edit(stock.name, 1, 4, 2300);
    await host.result(cell, share(0.2));
    expect(host.shown(cell)).toBeUndefined();
    host.calculate();
    expect(share(0.2)(host.shown(cell)!)).toBe(true);
    await host.quiet();
    expect(window.document.querySelector("#pane")!.textContent).toContain("Druk op F9");
  });

  // Excel: never says that it is done (Mac, charts on TODAY).
  it("calculation that never reports completion (Excel for Mac, charts on TODAY): five more requests, and later none", async () => {
    const { host } = await open();
    fill(host.workbook);
    host.workbook.calculationState = "Pending";
    let before = host.traffic();
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    await host.result(cell, share(0.16));
    // Asked again five times at intervals of 250 ms (instead of 111 requests in 20 s), and never afterwards.
    expect(host.traffic(before).requests).toBeLessThan(30);
    await host.quiet();
    before = host.traffic();
    host.edit("Voorraad", 1, 4, 2300);
    await host.result(cell, share(0.2));
    expect(host.traffic(before).requests).toBeLessThan(5);
  });

  // Excel: may count a waiting stream as calculation.
  it("a pending stream that counts as calculation: neither waits for the other, and only the answer is sent", async () => {
    const { host } = await open();
    fill(host.workbook);
    host.workbook.calculationState = "Calculating";
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    const result = await host.result(cell);
    expect(share(0.16)(result)).toBe(true);
    expect(host.results(cell)).toHaveLength(1);
  });
});

describe.concurrent("several users", () => {
  // Excel: gives each co-author a runtime of their own, in their own language.
  it("two users, two languages, one workbook: equal texts in equal cells, in the workbook's language", async () => {
    const { host: dutch } = await open();
    const { workbook } = dutch;
    fill(workbook);
    const { host: english } = await open({ ...microsoft365, language: "en-US" }, workbook);
    const said: Record<string, unknown>[] = [];
    for (const host of [dutch, english]) {
      const status = host.invoke("STATUS", ["SOCIALSHARE", 0.16, null], { stream: true });
      const report = host.invoke("REPORT", [null, null], { stream: true });
      const explain = host.invoke("EXPLAIN", ["SOCIALSHARE", null, null], { stream: true });
      const issues = host.invoke("ISSUES", [null, null], { stream: true });
      said.push({
        status: (await host.result(status)).value,
        report: (await host.result(report, ({ value }) => Array.isArray(value))).value,
        explain: (await host.result(explain)).value,
        issues: (await host.result(issues, ({ value }) => Array.isArray(value))).value,
      });
    }
    expect(said[1]).toEqual(said[0]);
    expect(JSON.stringify(said[0]!.report)).toContain("Oordeel");
    // After changing the workbook's language, everyone's cells follow. Errors stay in each user's own language.
    const cell = english.invoke("STATUS", ["URGENTSHARE", 0.15, null], { stream: true });
    expect(textOf(await english.result(cell))).toBe("gehaald");
    const settings = workbook.tables.find(({ name }) => name === "PA_Instellingen")!;
    workbook.fill(settings.sheet, [["Taal", "English"]], "A3");
    settings.rows = 2;
    dutch.changed("Instellingen", "A3:B3");
    await english.result(cell, ({ value }) => value === "met");
    const wrong = dutch.invoke("SOCIALSHARE", [[["veel"]], [[660]], null, null], { stream: true });
    expect(messageOf(await dutch.result(wrong))).toContain("geen getal");
  });

  it("one user's edit updates the other's answer", async () => {
    const { host: one } = await open();
    fill(one.workbook);
    const { host: other } = await open(microsoft365, one.workbook);
    const cell = other.invoke("SOCIALSHARE", liveShare, { stream: true });
    await other.result(cell, share(0.16));
    one.edit("Voorraad", 1, 4, 2300);
    await other.result(cell, share(0.2));
  });
});

describe.concurrent("changes without an event", () => {
  // Excel: tells nothing of a renamed table or a silent change.
  it("are picked up by Ctrl+Alt+F9, in any order of stopping and starting: a renamed table, a silently changed value", async () => {
    const { host } = await open();
    const stock = fill(host.workbook);
    const first = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    await host.result(first, share(0.16));
    await host.quiet();
    stock.cell(1, 4).value = 2300;
    const second = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    host.cancel(first);
    await host.result(second, share(0.2));
    await host.quiet();
    stock.cell(1, 4).value = 2530;
    host.cancel(second);
    const third = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    await host.result(third, share(0.22));
    await host.quiet();
    const table = host.workbook.tables.find(({ name }) => name === "PA_Voorraad")!;
    // A renamed table is still found by its headers; without those it is gone.
    Object.assign(table, { name: "Tabel7" });
    stock.cell(0, 2).value = "Soort woning";
    stock.cell(0, 4).value = "Stand";
    const fourth = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    host.cancel(third);
    await host.result(fourth, (result) => !share(0.22)(result));
  });

  // Excel: tells layout, hidden rows and hidden columns apart from cells.
  it("a number formatted as a date, rows hidden by hand, and a filter next to a hidden first column", async () => {
    const { host } = await open();
    const stock = fill(host.workbook);
    const issues = host.invoke("ISSUES", [null, null], { stream: true });
    const about = (text: RegExp) => (result: WireResult) => text.test(JSON.stringify(result.value));
    await host.result(issues, ({ value }) => Array.isArray(value));
    stock.hiddenColumns.add(0);
    stock.hiddenRows.add(2);
    host.looksDifferent(stock, "hidden rows", "3:3");
    // PA-108 names only the hidden row.
    await host.result(issues, about(/1 rij|rij 3/i));
    expect(JSON.stringify(host.results(issues).at(-1)!.value)).not.toMatch(/2 rijen|rij 2/);
    stock.cell(1, 3).value = 46_000;
    stock.cell(1, 3).numberFormat = "d-m-yyyy";
    host.looksDifferent(stock, "format", "D2");
    await host.result(issues, about(/datum/i));
  });
});

describe.concurrent("dates", () => {
  // Excel: counts days from 1904 in old Mac workbooks.
  it("of a 1904 workbook are read as displayed, in tables and in arguments", async () => {
    const { host } = await open();
    const { workbook } = host;
    fill(workbook);
    workbook.from1904 = true;
    // 15 September 2026 is day 46,280 in the 1900 system, and 44,818 in the 1904 system; not the quarter's last day, which an
    // unusable date would become.
    const settings = workbook.tables.find(({ name }) => name === "PA_Instellingen")!;
    workbook.fill(settings.sheet, [["Peildatum", 44_818]], "A3");
    settings.sheet.cell(2, 1).numberFormat = "d-m-yyyy";
    settings.rows = 2;
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    const { value } = await host.result(cell, share(0.16));
    expect((value as { properties: Record<string, { basicValue: unknown }> }).properties.Peildatum!.basicValue).toBe(
      46_280,
    );
    // 30 September 2026, as an argument.
    expect((await host.result(host.invoke("QUARTER", [44_833]))).value).toBe("2026-Q3");
    workbook.from1904 = false;
    const { host: other } = await open();
    expect((await other.result(other.invoke("QUARTER", [46_295]))).value).toBe("2026-Q3");
  });
});

describe.concurrent("a card on a number", () => {
  // Excel: shows a card with a number, from Microsoft 365 on.
  it("shows norm, verdict, calculation, definition, source and date; the number stays a number", async () => {
    const { host } = await open();
    fill(host.workbook);
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    const { value } = await host.result(cell);
    expect(value).toMatchObject({
      type: "Double",
      basicType: "Double",
      basicValue: 0.16,
      numberFormat: "0.0%",
      properties: {
        Norm: { type: "Double", basicValue: 0.3, numberFormat: "0.0%" },
        Oordeel: { type: "String" },
        Berekening: { type: "String", basicValue: expect.stringContaining("1.840") as string },
        Definitie: { type: "String" },
        Bron: { type: "String" },
        Peildatum: { type: "Double", basicValue: 46_295, numberFormat: "d mmmm yyyy" },
      },
      layouts: { card: { title: "Aandeel sociale huur in de voorraad" } },
    });
    // A formula that refers to it passes on the plain number.
    const rich = { value: JSON.stringify(value) };
    const target = host.invoke("STATUS", ["SOCIALSHARE", rich, null], { stream: true, rich: true });
    expect(typeof (await host.result(target)).value).toBe("string");
  });

  it("changes when only the norm changes", async () => {
    const { host } = await open();
    const { workbook } = host;
    fill(workbook);
    const norms = workbook.addSheet("Normen");
    workbook.addTable(norms, "PA_Normen", [
      ["Norm", "Vergelijking", "Waarde", "Vanaf", "Tot", "Bron", "Reden"],
      ["SOCIALSHARE", "≥", 0.2, null, null, "raadsbesluit", "proef"],
    ]);
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    const norm = host.invoke("NORM", ["SOCIALSHARE", null], { stream: true });
    const on = (result: WireResult): unknown =>
      (result.value as { properties?: { Norm?: { basicValue?: unknown } } }).properties?.Norm?.basicValue;
    await host.result(cell, (result) => on(result) === 0.2);
    await host.result(norm, share(0.2));
    host.edit("Normen", 1, 2, 0.25);
    await host.result(cell, (result) => on(result) === 0.25);
    await host.result(norm, share(0.25));
  });

  // Excel: shows none in a perpetual version.
  it("is absent in perpetual Excel, which shows a plain number", async () => {
    const { host } = await open(excel2021);
    fill(host.workbook);
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    expect((await host.result(cell)).value).toBe(0.16);
  });
});

describe.concurrent("unusual arguments", () => {
  // Excel: reads 55,660 as one number in Dutch.
  it("two numbers read as one decimal are reported, with the separator to use", async () => {
    const { host } = await open();
    // =PA.SOCIALSHARE(55,660) in a Dutch Excel.
    const cell = host.invoke("SOCIALSHARE", [[[55.66]], null, null, null], { stream: true });
    expect(messageOf(await host.result(cell))).toContain("puntkomma");
  });

  // Excel: hands over cells with a card of data.
  it("a cell with a data card and no number passes its error, not a text", async () => {
    const { host } = await open();
    const stock = { type: "Entity", text: "Microsoft", basicType: "Error", basicValue: "#VALUE!" };
    const call = host.invoke("SOCIALSHARE", [[[{ value: JSON.stringify(stock) }]], [[660]], null, null], {
      stream: true,
      rich: true,
    });
    expect(textOf(await host.result(call))).toContain("#VALUE!");
  });
});

describe.concurrent("difficult situations", () => {
  // Excel: keeps an old page open while the server has a new one.
  it("a part of the product was replaced while the workbook was open: the message announces a new version", async () => {
    const { host } = await open(microsoft365);
    fill(host.workbook);
    const { PartMissing, fetched } = await import("../../addin/taskpane/fetched.js");
    await expect(fetched(() => Promise.reject(new Error("ChunkLoadError")))).rejects.toBeInstanceOf(PartMissing);
    await expect(fetched(() => Promise.reject(new Error("ChunkLoadError")))).rejects.toMatchObject({
      sentence: { nl: expect.stringContaining("nieuwe versie") as string },
    });
  });

  // Excel: refuses requests while somebody types in a cell.
  it("the user keeps editing a cell: the old value stays, and the answer arrives afterwards", async () => {
    const { host } = await open();
    fill(host.workbook);
    const cell = host.invoke("SOCIALSHARE", liveShare, { stream: true });
    await host.result(cell, share(0.16));
    await host.quiet();
    host.editing = true;
    host.edit("Voorraad", 1, 4, 2300, "Remote");
    // A retry would happen within 4 s, and eventually give up.
    await host.quiet(4_500);
    expect(host.results(cell)).toHaveLength(1);
    host.editing = false;
    await host.result(cell, share(0.2));
  });
});

describe.concurrent("PA.DATA", () => {
  // Excel: feeds Power Query and pivots from a spill.
  it("is one long table with fixed keys: each quarter, each indicator, and no cell that holds an empty text", async () => {
    const { host } = await open({ ...microsoft365, language: "en-US" });
    const stock = fill(host.workbook);
    host.workbook.fill(
      stock,
      [
        ["2026-Q2", "WYwonen", "sociaal", 1725, 1840],
        ["2026-Q2", "Gemeente", "totaal", 11_500, 11_500],
      ],
      "A4",
    );
    host.workbook.tables.find(({ name }) => name === "PA_Voorraad")!.rows = 4;
    const cell = host.invoke("DATA", [null, null], { stream: true });
    const rows = (await host.result(cell)).value as unknown[][];
    // Public names, which never change.
    expect(rows[0]!.join(" ")).toBe("quarter indicator party period role value unit norm comparator verdict");
    expect(new Set(rows.slice(1).map(([quarter]) => quarter))).toEqual(new Set(["2026-Q2", "2026-Q3"]));
    const share = rows.find(([quarter, id, party]) => quarter === "2026-Q3" && id === "SOCIALSHARE" && party === "")!;
    expect(share.slice(4, 8)).toEqual(["judged", 0.16, "share", 0.3]);
    expect(rows.flat().every((value) => value !== null && typeof value !== "object")).toBe(true);
  });
});

describe("A recalculation of many cells", () => {
  it("answers every cell with its card, in messages that Excel on the web accepts", async () => {
    const { host } = await open({ ...microsoft365, platform: "OfficeOnline" });
    const calls = host.invokeAll(
      Array.from({ length: 5_000 }, (_, i) => ({
        name: "SOCIALSHARE",
        args: [[[i % 700]], [[700 + (i % 90)]], null, null],
        stream: true,
      })),
    );
    for (const [i, cell] of calls.entries()) await host.result(cell, share((i % 700) / (700 + (i % 90))));
    expect(calls.every((cell) => JSON.stringify(host.results(cell).at(-1)?.value).includes("Berekening"))).toBe(true);
    // Together they are more than one message may hold.
    expect(host.requests.reduce((sum, { bytesIn }) => sum + bytesIn, 0)).toBeGreaterThan(5_000_000);
    expect(Math.max(...host.requests.map(({ bytesIn }) => bytesIn))).toBeLessThan(5_000_000);
  });
});
