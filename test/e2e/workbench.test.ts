import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, validate } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";

const day = "2026-10-15";
let bench: WorkbenchPage;

describe.runIf(hasChromium)("the workbench in a browser", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open({ isOffline: true });
  });
  afterAll(() => bench?.close());

  it("opens with the sample in Dutch, and the pane finds its mistakes", async () => {
    const { page } = bench;
    await expect.poll(() => page.title()).toContain("voorbeeld-kwartaalopgave.xlsx");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("nl");
    await expect.poll(() => page.locator("#pane").innerText()).toMatch(/[1-9]\d* fouten/);
    // The day of the sample, in the words of the page and not of the grid's makers.
    await bench.goTo("Dashboard", "D2");
    await expect.poll(() => bench.cell()).toBe("Dashboard D2: 30 september 2026");
  });

  it("answers =PA.SOCIALSHARE() as it is typed, with help, and updates after the stock changed", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H30");
    await bench.write("=PA.SOC");
    await expect.poll(() => page.locator(".o-autocomplete-dropdown").innerText()).toContain("PA.SOCIALSHARE");
    await bench.write("IALSHARE(");
    await expect.poll(() => page.locator(".o-formula-assistant").innerText()).toContain("kwartaal");
    await bench.type(")");
    await bench.goTo("Dashboard", "H30");
    await expect.poll(() => bench.cell()).toMatch(/^Dashboard H30: 16,0%/);

    // Adds a thousand homes to the total stock, at its opening and its closing, because rows that do not add up are not
    // counted.
    // One of the mistakes in the sample: the closing stock is the text 11.018.
    const table = (await openXlsx(await bench.save()).tables()).find(({ name }) => name === "PA_Voorraad")!;
    const at = (header: string): number => table.headers.indexOf(header);
    const row = table.rows.findIndex((r) => r[at("Kwartaal")] === "2026-Q3" && r[at("Segment")] === "totaal");
    const cellOf = (header: string): string =>
      `${String.fromCharCode(64 + table.firstColumn + at(header))}${table.headerRow + 1 + row}`;
    for (const header of ["Beginstand", "Eindstand"]) {
      await bench.goTo("Voorraad", cellOf(header));
      await bench.empty();
      await bench.type(String(Number(String(table.rows[row]![at(header)]).replace(".", "")) + 1000));
    }
    await bench.goTo("Dashboard", "H30");
    // 1.767 / 12.018. test/bench/workbench.mjs measures how fast it appears.
    await expect.poll(() => bench.cell()).toMatch(/^Dashboard H30: 14,7%/);
  });

  it("saves a file for other programs: our formula in stored form, the findings as before, the rest unchanged", async () => {
    const saved = openXlsx(await bench.save());
    const dashboard = saved.worksheets().find(({ name }) => name === "Dashboard")!;
    expect(saved.sheet(dashboard).cells.storedFormula(30, 8)?.text).toBe("_xldudf_PA_SOCIALSHARE()");
    const rules = validate(await read(saved, { agreements }), { day }).map(({ rule }) => rule);
    expect(rules).toContain("PA-204");
    expect(rules).toContain("PA-138");
  });

  it("goes from a finding to its cell, and marks findings in the grid", async () => {
    const { page } = bench;
    await bench.screen("Controle");
    const jump = page
      .locator("#pane")
      .getByRole("button", { name: /[A-Z]+\d+/ })
      .first();
    await jump.click();
    await expect.poll(() => bench.cell()).not.toMatch(/^Dashboard/);
  });

  it("shows marks in the grid and in words, saves them in the file, and clears all of them", async () => {
    const { page } = bench;
    const pane = page.locator("#pane");
    // The colour of an error, as the border of a cell.
    const framed = (): Promise<readonly string[]> => bench.framed("#B3261E");
    await bench.goTo("Nieuwbouw", "Q37");
    expect(await framed()).toEqual([]);
    await bench.screen("Controle");
    await pane.getByRole("button", { name: "Markeer in het blad" }).click();
    const list = page.locator("#marks");
    await expect.poll(() => list.isVisible()).toBe(true);
    await list.locator("summary").click();
    await expect
      .poll(() => list.locator("li").allInnerTexts())
      .toContainEqual(expect.stringMatching(/^Nieuwbouw!Q37: Fout/));
    await expect.poll(framed).toContain("Q37");
    await expect.poll(() => bench.cell()).toContain("Fout PA-204");
    const marked = openXlsx(await bench.save());
    expect(await marked.clearMarks()).toBe(await list.locator("li").count());
    await pane.getByRole("button", { name: "Haal markeringen weg" }).click();
    await expect.poll(() => list.isVisible()).toBe(false);
    await expect.poll(framed).toEqual([]);
    expect(await openXlsx(await bench.save()).clearMarks()).toBe(0);
  });

  it("restores the work after a reload, also offline, and makes no external requests", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H31");
    expect(await bench.keeps("bewaard")).toBe(false);
    await bench.type("bewaard");
    await bench.goTo("Dashboard", "H31");
    await expect.poll(() => bench.cell()).toBe("Dashboard H31: bewaard");
    await expect.poll(() => bench.keeps("bewaard")).toBe(true);
    await expect.poll(() => page.locator("#offline").innerText()).not.toBe("");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.context().setOffline(true);
    await page.reload();
    await bench.ready();
    await page.context().setOffline(false);
    expect(bench.problems).toEqual([]);
    expect(await page.locator("#notice").innerText()).toBe("");
    await bench.goTo("Dashboard", "H31");
    await expect.poll(() => bench.cell()).toBe("Dashboard H31: bewaard");
    expect(bench.foreign).toEqual([]);
  });
});
