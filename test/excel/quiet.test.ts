/**
 * What the add-in requests from Excel, measured on Microsoft's own runtime and object model with an emulated workbook.
 * Requests and bytes do not depend on the machine; on the web, each request is a network round trip. Budgets: issue
 * "Excel as Excel really behaves".
 */
import { afterAll, describe, expect, it } from "vitest";
import type { ExcelHost } from "./excel-host.js";
import type { OfficeWindow } from "./office-window.js";
import { microsoft365, type OfficeVersion } from "./office-window.js";
import { pageInWindow, type PageScript } from "./page-in-window.js";
import type { ModelWorkbook } from "./sheet-model.js";
import { addSettings, fill, liveShare, share, stockRows } from "./social-stock.js";

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Most tests wait for silence, which they can do at the same time: each has a page of its own.
const pages: OfficeWindow[] = [];
afterAll(() => {
  for (const page of pages) page.close();
});
async function open(script: PageScript = "functions", version: OfficeVersion = microsoft365): Promise<OfficeWindow> {
  const page = await pageInWindow(version, script);
  pages.push(page);
  return page;
}

/** Users' own sheets with unrelated numbers. */
function ownSheets(workbook: ModelWorkbook, count: number, rows = 2_000): void {
  for (let s = 1; s <= count; s++) {
    const sheet = workbook.addSheet(`Blad${s}`);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < 10; column++) sheet.cell(row, column).value = row * column;
  }
}
const live = (host: ExcelHost): number => host.invoke("SOCIALSHARE", liveShare, { stream: true });

describe.concurrent("an edit", () => {
  // Excel: tells every edit of every sheet.
  it("on an unrelated sheet requests nothing, with a live cell on another sheet and half a million cells", async () => {
    const { host } = await open();
    fill(host.workbook);
    ownSheets(host.workbook, 25);
    const cell = live(host);
    await host.result(cell, share(0.16));
    await host.quiet();
    const before = host.traffic();
    for (let row = 0; row < 8; row++) {
      host.edit("Blad1", row, 11, row === 3 ? "boodschappen" : row);
      host.calculated(host.workbook.sheets.find(({ name }) => name === "Blad1")!);
      await wait(200);
    }
    await host.quiet();
    expect(host.traffic(before)).toEqual({ requests: 0, bytes: 0 });
  });

  // Excel: counts each request as a journey over the network, at most 5 MB.
  it("in a table of 10,000 rows with formulas makes at most 4 requests of 200 kB together, and updates the answer", async () => {
    const { host } = await open();
    const { workbook } = host;
    fill(workbook);
    const lettings = workbook.addSheet("Toewijzingen");
    workbook.addTable(lettings, "PA_Toewijzingen", [
      ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Toelichting", "Van ons"],
      ...Array.from({ length: 10_000 }, (_, i) => [
        "2026-Q3",
        i % 2 ? "WYwonen" : "Portaal",
        i % 4 ? "regulier" : "urgent",
        1,
        `regel ${i}`,
        2,
      ]),
    ]);
    for (let row = 1; row <= 10_000; row++)
      Object.assign(lettings.cell(row, 5), {
        formula: "=[@Aantal]*2",
        value: 2,
      });
    // By hand: 2,500 urgent lettings of 10,000.
    const cell = host.invoke("URGENTSHARE", [null, null, null, null], {
      stream: true,
    });
    await host.result(cell, share(0.25));
    await host.quiet();
    const before = host.traffic();
    // The first row is urgent and gets 99 lettings more: 2,599 of 10,099.
    host.edit("Toewijzingen", 1, 3, 100);
    host.calculated(lettings);
    await host.result(cell, share(2_599 / 10_099));
    await host.quiet();
    const { requests, bytes } = host.traffic(before);
    expect(requests).toBeLessThanOrEqual(4);
    expect(bytes).toBeLessThanOrEqual(200_000);
  });

  it("below a table that grows reads only the new row", async () => {
    const { host } = await open();
    const stock = fill(host.workbook);
    const cell = live(host);
    await host.result(cell, share(0.16));
    await host.quiet();
    const before = host.traffic();
    host.workbook.fill(stock, [["2026-Q3", "Portaal", "sociaal", 460, 460]], "A4");
    host.workbook.tables.find(({ name }) => name === "PA_Voorraad")!.rows = 3;
    host.changed("Voorraad", "A4:E4");
    // By hand: (1,840 + 460) / 11,500.
    await host.result(cell, share(0.2));
    await host.quiet();
    expect(host.traffic(before).requests).toBeLessThanOrEqual(5);
  });

  // Excel: streams every call of a live function, also with figures of its own.
  it("requests nothing if all functions have explicit figures", async () => {
    const { host } = await open();
    ownSheets(host.workbook, 5);
    fill(host.workbook);
    const cell = host.invoke("SOCIALSHARE", [[[55]], [[660]], null, null], {
      stream: true,
    });
    await host.result(cell, share(55 / 660));
    await host.quiet();
    const before = host.traffic();
    host.edit("Blad1", 0, 11, "x");
    host.edit("Voorraad", 1, 4, 2300);
    await host.quiet();
    expect(host.traffic(before).requests).toBe(0);
  });
});

describe.concurrent("an unrelated sheet becomes part of the return", () => {
  // Excel: lets a sheet become ours by typing or pasting headers.
  it("when headers are typed on it, and when rows are pasted on it", async () => {
    const { host } = await open();
    const { workbook } = host;
    addSettings(workbook);
    const sheet = workbook.addSheet("Kladblok");
    sheet.cell(0, 0).value = "Losse aantekening";
    const cell = live(host);
    await host.result(cell);
    await host.quiet();
    workbook.fill(sheet, stockRows, "C3");
    host.changed("Kladblok", "C3:G5");
    await host.result(cell, share(0.16));
    sheet.cells.clear();
    host.changed("Kladblok", "A1:G9");
    await host.result(cell, (result) => !share(0.16)(result));
    for (const [i, row] of stockRows.entries())
      for (const [j, value] of row.entries()) host.edit("Kladblok", i, j, value);
    await host.result(cell, share(0.16));
  });
});

describe.concurrent("the pane", () => {
  // Excel: starts the page for a cell, with no pane on the screen.
  it("reads nothing while hidden, reads when shown, and stops when closed", async () => {
    const page = await open("page", { ...microsoft365, paneShown: false });
    const { host } = page;
    fill(host.workbook);
    await host.quiet(1_200);
    host.edit("Voorraad", 1, 4, 1900);
    await host.quiet(1_200);
    // The functions' runtime announces itself; the workbook is not read.
    expect(host.traffic().bytes).toBeLessThan(1_000);
    page.showPane(true);
    await wait(100);
    await host.quiet();
    expect(host.traffic().requests).toBeGreaterThan(0);
    expect(page.window.document.querySelector("#pane")!.textContent).toContain("2026-Q3");
    page.showPane(false);
    const before = host.traffic();
    host.edit("Voorraad", 1, 4, 2000);
    await host.quiet(1_200);
    expect(host.traffic(before).requests).toBe(0);
    // Changes made meanwhile appear when it is shown.
    page.showPane(true);
    await wait(100);
    await host.quiet();
    expect(host.traffic(before).requests).toBeGreaterThan(0);
  });
});

describe("reading", () => {
  // Excel: goes on telling edits while a reading runs.
  it("stops when it is out of date, without starting from scratch: eight new sheets cost little more than one reading", async () => {
    const { host } = await open();
    host.latency = 20;
    fill(host.workbook);
    ownSheets(host.workbook, 10);
    const whole = host.traffic();
    const cell = live(host);
    await host.result(cell, share(0.16));
    await host.quiet();
    const first = host.traffic(whole);

    const { host: other } = await open();
    other.latency = 20;
    fill(other.workbook);
    ownSheets(other.workbook, 10);
    const start = other.traffic();
    const again = other.invoke("SOCIALSHARE", liveShare, { stream: true });
    for (let i = 0; i < 8; i++) {
      await wait(60);
      other.workbook.addSheet(`Nieuw ${i}`);
    }
    await other.result(again, share(0.16));
    await other.quiet();
    expect(other.traffic(start).bytes).toBeLessThan(1.6 * first.bytes);
  });

  // Excel: runs functions and pane in one page.
  it("is shared by live cells and the pane", async () => {
    const bytes: number[] = [];
    // The functions alone, and with the pane on the screen: the same 100,000 unrelated numbers are read once.
    for (const script of ["functions", "page"] as const) {
      const { host } = await open(script);
      fill(host.workbook);
      ownSheets(host.workbook, 5);
      const cell = live(host);
      await host.result(cell, share(0.16));
      await host.quiet(1_000);
      bytes.push(host.traffic().bytes);
    }
    expect(bytes[0]).toBeGreaterThan(500_000);
    expect(bytes[1]).toBeLessThan(1.3 * bytes[0]!);
  });
});
