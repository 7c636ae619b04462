/** The workbench by keyboard and with a screen reader, and what it shows beside the cells. */
import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { WorkbenchPage } from "./workbench-page.js";

let bench: WorkbenchPage;
/** What axe finds on the whole page; the inside of the drawn grid is its makers' and is said in the accessibility statement. */
const violations = async (): Promise<string[]> =>
  (await new AxeBuilder({ page: bench.page }).exclude("#grid .o-spreadsheet").analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
const isIn = (selector: string): Promise<boolean> =>
  bench.page.evaluate((s) => document.querySelector(s)!.contains(document.activeElement), selector);

describe.runIf(existsSync("/usr/bin/chromium"))("the workbench for everybody", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  }, 500_000);
  afterAll(() => bench?.close());

  it("has no faults that axe finds: page, every screen of the pane, plain tables, question", async () => {
    const { page } = bench;
    await expect.poll(() => page.locator("#pane").innerText()).toMatch(/\d+ fouten/);
    for (let tab = 0; tab < (await page.locator("#pane .pa-tab").count()); tab++) {
      await page.locator("#pane .pa-tab").nth(tab).click();
      expect(await violations()).toEqual([]);
    }
    await page.locator("#plain").click();
    await page.locator("#tables input").first().waitFor();
    expect(await violations()).toEqual([]);
    await page.locator("#plain").click();
    await bench.goTo("Dashboard", "H40");
    await bench.type("werk");
    await page.locator("#fresh").click();
    await page.locator("dialog#ask[open]").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.title()).toContain("voorbeeld-kwartaalopgave.xlsx");
  });

  it("goes with F6 from the grid to the pane, back, and into the grid that takes the next key", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "A1");
    for (let round = 0; round < 2; round++) {
      await page.keyboard.press("F6");
      expect(await isIn("#pane")).toBe(true);
      await page.keyboard.press("Tab");
      expect(await isIn("#pane")).toBe(true);
      await page.keyboard.press("F6");
      expect(await isIn("#grid")).toBe(true);
      await page.keyboard.press("ArrowDown", { delay: 80 });
      await expect.poll(() => bench.cell()).toMatch(new RegExp(`^Dashboard A${round + 2}: `));
    }
    expect(await page.locator("#keys").innerText()).toContain("F6");
    expect(await page.locator("#cell").getAttribute("aria-live")).toBe("polite");
    expect(await page.locator("#grid").getAttribute("aria-describedby")).toContain("keys");
  });

  it("says beside the grid that the plain tables are there for who cannot see it, and reaches them by keyboard", async () => {
    const { page } = bench;
    const told = (await page.locator("#grid").getAttribute("aria-describedby"))!.split(" ");
    const texts = await Promise.all(told.map((id) => page.locator(`#${id}`).textContent()));
    expect(texts.join(" ")).toContain("Als gewone tabel");
    await page.locator("#plain").focus();
    await page.keyboard.press("Enter");
    expect(await isIn("#tables")).toBe(true);
    expect(await page.locator("#plain").getAttribute("aria-pressed")).toBe("true");
  });

  it("reads and fills in the plain tables by keyboard only; the pane and the file follow", async () => {
    const { page } = bench;
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    // By the first letters, as in every list.
    await page.keyboard.type("PA_Voorraad");
    const caption = page.locator("#tables caption");
    await expect.poll(() => caption.innerText()).toBe("PA_Voorraad. Rij 1 tot en met 20 van 20");
    expect(await page.locator("#tables th[scope=col]").allInnerTexts()).toContain("Eindstand");
    const label = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    for (let presses = 0; (await label()) !== "Eindstand, rij 24"; presses++) {
      expect(presses).toBeLessThan(400);
      await page.keyboard.press("Tab");
    }
    const issues = await page.locator("#pane").innerText();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("11018");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("#pane").innerText()).not.toBe(issues);
    const stock = (await openXlsx(await bench.save()).tables()).find(({ name }) => name === "PA_Voorraad")!;
    expect(stock.rows[19]![stock.headers.indexOf("Eindstand")]).toBe(11018);
    await page.keyboard.press("F6");
    expect(await isIn("#pane")).toBe(true);
    await page.keyboard.press("F6");
    expect(await isIn("#tables")).toBe(true);
    await page.locator("#plain").click();
  });

  it("shows marks in the grid and in words, puts them in the file, and clears every one of them", async () => {
    const { page } = bench;
    const pane = page.locator("#pane");
    const drawn = (): Promise<number> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>("#grid canvas")!;
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        // The colour of an error, #B3261E, as the frame around a cell.
        for (let i = 0; i < data.length; i += 4)
          if (Math.abs(data[i]! - 0xb3) < 6 && Math.abs(data[i + 1]! - 0x26) < 6 && Math.abs(data[i + 2]! - 0x1e) < 6)
            count++;
        return count;
      });
    await bench.goTo("Nieuwbouw", "Q37");
    const before = await drawn();
    await pane.locator(".pa-tab").nth(1).click();
    await pane.getByRole("button", { name: "Markeer in het blad" }).click();
    const list = page.locator("#marks");
    await expect.poll(() => list.isVisible()).toBe(true);
    await list.locator("summary").click();
    await expect
      .poll(() => list.locator("li").allInnerTexts())
      .toContainEqual(expect.stringMatching(/^Nieuwbouw!Q37: Fout/));
    await expect.poll(drawn).toBeGreaterThan(before);
    await expect.poll(() => bench.cell()).toContain("Fout PA-204");
    const marked = openXlsx(await bench.save());
    expect(await marked.clearMarks()).toBe(await list.locator("li").count());
    await pane.getByRole("button", { name: "Haal markeringen weg" }).click();
    await expect.poll(() => list.isVisible()).toBe(false);
    await expect.poll(drawn).toBe(before);
    expect(await openXlsx(await bench.save()).clearMarks()).toBe(0);
    expect(bench.foreign).toEqual([]);
    expect(bench.problems).toEqual([]);
  });
});
