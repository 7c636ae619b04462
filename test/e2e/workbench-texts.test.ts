/** Every word of the workbench in the language of who reads it: the menus, panels and lists of the grid are walked. */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionHelpNl } from "../../addin/workbench/function-help-nl.js";
import { gridTextsNl } from "../../addin/workbench/grid-texts-nl.js";
import { words } from "../../addin/workbench/words.js";
import { WorkbenchPage } from "./workbench-page.js";

const dutch = Object.values(gridTextsNl).map(
  (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/%s|%\\\(\w+\\\)s/g, ".+")}$`),
);
/** Names of functions, keys, cells, quarters and numbers are the same in every language; "Som: 0" is a Dutch word and a number. */
const isNoWord = (text: string): boolean =>
  /^[A-Z][A-Z0-9._]*$|^(?:Ctrl|Shift|Alt|F\d+)(?:\+|$)|^\d|^[✕+−]$|^$/.test(text);
const isDutch = (text: string): boolean =>
  isNoWord(text) || dutch.some((known) => known.test(text) || known.test(text.replace(/: [\d.,_]+$/, "")));
const notDutch = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.split("\n")).map((text) => text.trim()))].filter((text) => !isDutch(text));

let bench: WorkbenchPage;

describe.runIf(existsSync("/usr/bin/chromium"))("the words of the workbench", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  }, 500_000);
  afterAll(() => bench?.close());

  const shown = (selector: string): Promise<string[]> => bench.page.locator(selector).allInnerTexts();
  const menus = (): Promise<string[]> => shown(".o-menu");
  const away = async (): Promise<void> => {
    await bench.page.keyboard.press("Escape");
    await bench.page.locator(".o-sheet .o-sheet-name").getByText("Lees mij", { exact: true }).click();
  };

  it("are Dutch in every menu at the top, and in what opens from it", async () => {
    const { page } = bench;
    const tops = page.locator(".o-topbar-menu");
    expect(await tops.allInnerTexts()).toEqual(["Bewerken", "Beeld", "Invoegen", "Gegevens"]);
    const seen: string[] = [];
    for (const top of await tops.all()) {
      await top.click();
      const count = await page.locator(".o-menu-item").count();
      for (let i = 0; i < count; i++) {
        const item = page.locator(".o-menu-item").nth(i);
        if ((await item.locator(".o-menu-item-root, .fa-caret-right, [class*=CARET], [class*=caret]").count()) === 0)
          continue;
        await item.click();
        await expect.poll(() => page.locator(".o-menu").count()).toBeGreaterThan(1);
        seen.push(...(await menus()));
      }
      seen.push(...(await menus()));
      await away();
    }
    // Undo, paste as a value, show formulas, all functions, sort: each menu has been open.
    for (const word of ["Ongedaan maken", "Plakken als waarde", "Formules", "Wiskunde", "Oplopend (A ⟶ Z)"])
      expect(seen.join("\n")).toContain(word);
    expect(notDutch(seen)).toEqual(["Prestatieafspraken"]);
  });

  it("are Dutch in the menus of a cell, a row, a column and a sheet, and name what they are about", async () => {
    const { page } = bench;
    const grid = (await page.locator(".o-grid").first().boundingBox())!;
    const seen: string[] = [];
    for (const [x, y] of [
      [200, 200],
      [150, 10],
      [20, 100],
    ] as const) {
      await page.mouse.click(grid.x + x, grid.y + y);
      await page.mouse.click(grid.x + x, grid.y + y, { button: "right" });
      await page.locator(".o-menu").first().waitFor();
      seen.push(...(await menus()));
      await page.keyboard.press("Escape");
    }
    expect(seen.join("\n")).toMatch(/Kolom [A-Z] leegmaken/);
    expect(seen.join("\n")).toMatch(/Rij \d+ leegmaken/);
    await page.locator(".o-sheet").first().click({ button: "right" });
    await page.locator(".o-menu").first().waitFor();
    expect(await menus()).toEqual(
      ["Verwijderen\nNaam wijzigen", "Verwijderen\nNaam wijzigen"].slice(0, (await menus()).length),
    );
    expect(notDutch(seen)).toEqual([]);
    await away();
  });

  it("are Dutch in finding and replacing, the filter of a column, the sum below, and what the mouse points at", async () => {
    const { page } = bench;
    await bench.goTo("Voorraad", "A5");
    await page.keyboard.press("Control+h");
    const panel = page.locator(".o-sidePanel");
    await panel.waitFor();
    const seen = [...(await panel.allInnerTexts())];
    seen.push(
      ...(await panel
        .locator("[placeholder]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("placeholder")!))),
    );
    await panel.locator("input").first().fill("WYwonen");
    await expect.poll(() => panel.innerText()).toContain("keer gevonden");
    seen.push(...(await panel.allInnerTexts()));
    await page.locator(".o-sidePanel .o-sidePanelClose, .o-sidePanel [class*=lose]").first().click();

    // The button of the filter stands at the right in the header cell, drawn: column A, row 4.
    const grid = (await page.locator(".o-grid").first().boundingBox())!;
    await page.mouse.click(grid.x + 121, grid.y + 108);
    const filter = page.locator(".o-filter-menu");
    await filter.waitFor();
    await filter.getByText("Filteren op voorwaarde").click();
    await filter.locator(".o-select, .o-dv-type, select, [class*=select]").first().click();
    seen.push(...(await shown(".o-popover")));
    expect(seen.join("\n")).toContain("Is leeg");
    await away();

    await bench.goTo("Voorraad", "D5:D9");
    await page.locator(".o-selection-statistic").first().click();
    seen.push(...(await menus()));
    await away();
    seen.push(
      ...(await page
        .locator("#grid [title]:visible")
        .evaluateAll((all) => all.map((one) => one.getAttribute("title")!.replace(/ \(Ctrl.*\)$/, "")))),
    );
    const sheets = await shown(".o-sheet .o-sheet-name");
    const ofTheWorkbook = [...sheets, "WYwonen", "Portaal", "DUWO"];
    expect(notDutch(seen).filter((text) => !ofTheWorkbook.includes(text) && !/op Voorraad$/.test(text))).toEqual([]);
  });

  it("help with functions in Dutch, and with what went wrong in a formula", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H40");
    for (const key of "=SUMI") await page.keyboard.press(key, { delay: 80 });
    const list = page.locator(".o-autocomplete-dropdown");
    await expect.poll(() => list.innerText()).toContain(functionHelpNl["SUMIF"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await bench.goTo("Dashboard", "H40");
    for (const [formula, said] of [
      ["=1/0", "Er wordt door nul gedeeld."],
      ["=NIETBEKEND(1)", "De functie NIETBEKEND is hier niet bekend. Gebruik de Engelse naam"],
      ['=1+"a"', "verwacht een getal, maar 'a' is tekst."],
      ["=ACOS(2)", "Dit lukt niet. Kijk de formule of de invoer na."],
      ["=PA.SOCIALSHARE(1;0)", "1 sociale huurwoningen is meer dan 0 woningen."],
    ] as const) {
      await bench.goTo("Dashboard", "H40");
      await bench.empty();
      await bench.type(formula);
      await bench.goTo("Dashboard", "H40");
      await expect.poll(() => bench.cell(), { message: formula }).toContain(said);
    }
  });

  it("are English on the English page, which remembers the choice and keeps the work", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H41");
    await bench.type("mijn werk");
    await page.locator("#language").click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await bench.ready();
    expect(await page.locator("#save").innerText()).toBe(words.save.en);
    expect(await page.locator(".o-topbar-menu").allInnerTexts()).toEqual(["Edit", "View", "Insert", "Data"]);
    expect(await page.title()).toContain(words.title.en);
    await expect.poll(() => page.locator("#pane").innerText()).toMatch(/\d+ errors/);
    await bench.goTo("Dashboard", "H41");
    await expect.poll(() => bench.cell()).toBe("Dashboard H41: mijn werk");
    await page.reload();
    await bench.ready();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(bench.foreign).toEqual([]);
    expect(bench.problems).toEqual([]);
  });
});

describe("the Dutch words", () => {
  const texts = [
    ...Object.values(words).map(({ nl }) => nl),
    ...Object.values(gridTextsNl),
    ...Object.values(functionHelpNl),
  ];
  it("address the reader as u", () => {
    expect(texts.filter((text) => /\b(?:je|jij|jouw|jullie)\b/i.test(text))).toEqual([]);
  });
});
