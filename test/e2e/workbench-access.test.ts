/** The workbench by keyboard, with a screen reader, and in the user's language. */
import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { functionHelpNl } from "../../addin/workbench/function-help-nl.js";
import { gridTextsNl } from "../../addin/workbench/grid-texts-nl.js";
import { words } from "../../addin/workbench/words.js";
import { brokenHeaders } from "./grid-door.js";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";

const ours = Object.values(words).flatMap((word) => ("nl" in word ? [word.nl] : []));
const dutch = [...Object.values(gridTextsNl), ...ours].map(
  (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/%s|%\\\(\w+\\\)s/g, ".+")}$`),
);
/**
 * Names of functions, keys, cells, quarters and numbers are equal in every language; "Som: 0" is a Dutch word and a
 * number.
 */
const isNoWord = (text: string): boolean =>
  /^[A-Z][A-Z0-9._]*$|^(?:Ctrl|Shift|Alt|F\d+)(?:\+|$)|^\d|^[✕+−]$|^\$|^d m+ y+$|^$/.test(text);
const isDutch = (text: string): boolean =>
  isNoWord(text) || dutch.some((known) => known.test(text) || known.test(text.replace(/: [\d.,_]+$/, "")));
const notDutch = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.split("\n")).map((text) => text.trim()))].filter((text) => !isDutch(text));

let bench: WorkbenchPage;
/**
 * Violations found by axe on the whole page, except inside the third-party grid, which the accessibility statement
 * covers.
 */
const violations = async (...seenBefore: readonly string[]): Promise<string[]> =>
  (
    await ["#grid .o-spreadsheet", ...seenBefore]
      .reduce((axe, part) => axe.exclude(part), new AxeBuilder({ page: bench.page }))
      // One document without frames: it needs no page beside it to gather what was found.
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .analyze()
  ).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
const isIn = (selector: string): Promise<boolean> =>
  bench.page.evaluate((s) => document.querySelector(s)!.contains(document.activeElement), selector);

describe.runIf(hasChromium)("the workbench for everybody", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  });
  afterAll(() => bench?.close());

  it("has no violations found by axe: page, pane, plain tables, dialog", async () => {
    const { page } = bench;
    await expect.poll(() => page.locator("#pane").innerText()).toMatch(/\d+ fouten/);
    // pane.test.ts checks the screens of the pane.
    expect(await violations()).toEqual([]);
    await page.locator("#plain").click();
    await page.locator("#tables input").first().waitFor();
    expect(await violations("#pane")).toEqual([]);
    await page.locator("#plain").click();
    await bench.goTo("Dashboard", "H40");
    await bench.type("werk");
    await page.locator("#fresh").click();
    await page.locator("dialog#ask[open]").waitFor();
    expect(await violations("#pane")).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.title()).toContain("voorbeeld-kwartaalopgave.xlsx");
  });

  it("moves with F6 from the grid to the pane and back into the grid, which takes the next key", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "A1");
    for (let round = 0; round < 2; round++) {
      await page.keyboard.press("F6");
      await expect.poll(() => isIn("#pane")).toBe(true);
      await page.keyboard.press("Tab");
      await expect.poll(() => isIn("#pane")).toBe(true);
      await page.keyboard.press("F6");
      await expect.poll(() => isIn("#grid")).toBe(true);
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => bench.cell()).toMatch(new RegExp(`^Dashboard A${round + 2}: `));
    }
    await expect.poll(() => page.locator("#keys").innerText()).toContain("F6");
    await expect.poll(() => page.locator("#cell").getAttribute("aria-live")).toBe("polite");
    await expect.poll(() => page.locator("#grid").getAttribute("aria-describedby")).toContain("keys");
  });

  it("takes the keyboard along from an issue to its cell, so that the next key is typed there", async () => {
    const { page } = bench;
    await bench.screen("Controle");
    const pane = page.locator("#pane");
    await pane.locator(".pa-issue", { hasText: "Beginstand is 95" }).locator(".pa-issue-row").click();
    await pane.getByRole("button", { name: "Naar de cel" }).click();
    await expect.poll(() => isIn("#grid")).toBe(true);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => bench.cell()).toMatch(/^Voorraad D23: /);
    await bench.screen("Overzicht");
  });

  it("breaks no header word, in this machine's font", async () => {
    for (const sheet of ["Nieuwbouw", "Studenten", "Voorraad", "Toewijzingen", "Labels"])
      expect([sheet, ...(await brokenHeaders(bench.page, sheet, 4))]).toEqual([sheet]);
  });

  it("announces the plain tables for screen readers next to the grid, and reaches them by keyboard", async () => {
    const { page } = bench;
    const told = (await page.locator("#grid").getAttribute("aria-describedby"))!.split(" ");
    const texts = await Promise.all(told.map((id) => page.locator(`#${id}`).textContent()));
    expect(texts.join(" ")).toContain("Als gewone tabel");
    await page.locator("#plain").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => isIn("#tables")).toBe(true);
    await expect.poll(() => page.locator("#plain").getAttribute("aria-pressed")).toBe("true");
  });

  it("reads and fills in the plain tables by keyboard only; the pane and the file follow", async () => {
    const { page } = bench;
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    // By typing its first letters, as in any list.
    await page.keyboard.type("Voorraad");
    const caption = page.locator("#tables caption");
    await expect.poll(() => caption.innerText()).toBe("Voorraad. Rij 1 tot en met 20 van 20");
    await expect.poll(() => page.locator("#tables th[scope=col]").allInnerTexts()).toContain("Eindstand");
    const label = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const tabTo = async (cell: string): Promise<number> => {
      let presses = 0;
      for (; (await label()) !== cell; presses++) {
        expect(presses).toBeLessThan(40);
        await page.keyboard.press("Tab");
      }
      return presses;
    };
    await tabTo("Eindstand, rij 5");
    const inRow = await tabTo("Eindstand, rij 6");
    for (let presses = inRow * (24 - 6); presses > 0; presses -= 1) await page.keyboard.press("Tab");
    await expect.poll(label).toBe("Eindstand, rij 24");
    const issues = await page.locator("#pane").innerText();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("11018");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("#pane").innerText()).not.toBe(issues);
    const stock = (await openXlsx(await bench.save()).tables()).find(({ name }) => name === "PA_Voorraad")!;
    expect(stock.rows[19]![stock.headers.indexOf("Eindstand")]).toBe(11018);
    await page.keyboard.press("F6");
    await expect.poll(() => isIn("#pane")).toBe(true);
    await page.keyboard.press("F6");
    await expect.poll(() => isIn("#tables")).toBe(true);
    await page.locator("#plain").click();
  });

  const shown = (selector: string): Promise<string[]> => bench.page.locator(selector).allInnerTexts();
  const menus = (): Promise<string[]> => shown(".o-menu");
  const away = async (): Promise<void> => {
    await bench.page.keyboard.press("Escape");
    await bench.page.locator(".o-sheet .o-sheet-name").getByText("Lees mij", { exact: true }).click();
    // Until then, what opens next could be taken for it.
    await expect.poll(() => bench.page.locator(".o-menu").count()).toBe(0);
  };

  it("are Dutch in every menu at the top, and in what opens from it", async () => {
    const { page } = bench;
    const tops = page.locator(".o-topbar-menu");
    await expect.poll(() => tops.allInnerTexts()).toEqual(["Bewerken", "Beeld", "Invoegen", "Opmaak", "Gegevens"]);
    const seen: string[] = [];
    for (const top of await tops.all()) {
      await top.click();
      await page.locator(".o-menu").first().waitFor();
      let last = "";
      for (const item of await page.locator(".o-menu").first().locator(".o-menu-item").all()) {
        if ((await item.locator(".o-menu-item-root, .fa-caret-right, [class*=CARET], [class*=caret]").count()) === 0)
          continue;
        // Without the mouse, which would close what opened some time after it left the item before.
        await item.dispatchEvent("click");
        // The submenu appears next to its menu; the previous item's submenu is gone.
        const opened = (): Promise<string> => menus().then((all) => (all.length > 1 ? all.at(-1)! : ""));
        await expect.poll(opened).not.toBe("");
        await expect.poll(opened).not.toBe(last);
        last = await opened();
        seen.push(last);
      }
      seen.push(...(await menus()));
      await away();
    }
    // Each of these is in another menu: undo, paste as value, show formulas, all functions, sort.
    for (const word of ["Ongedaan maken", "Plakken als waarde", "Formules", "Wiskunde", "Oplopend (A ⟶ Z)"])
      expect(seen.join("\n")).toContain(word);
    expect(notDutch(seen)).toEqual(["Prestatieafspraken"]);
  });

  it("are Dutch in the menus of a cell, row, column and sheet, and name what they apply to", async () => {
    const { page } = bench;
    const seen: string[] = [];
    await bench.goTo("Voorraad", "B6");
    for (const part of ["cell", "column", "row"] as const) {
      await bench.click("B6", part);
      await bench.click("B6", part, "right");
      await page.locator(".o-menu").first().waitFor();
      seen.push(...(await menus()));
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".o-menu").count()).toBe(0);
    }
    expect(seen.join("\n")).toMatch(/Kolom [A-Z] leegmaken/);
    expect(seen.join("\n")).toMatch(/Rij \d+ leegmaken/);
    expect(seen.join("\n")).toMatch(
      /Kolommen links invoegen[\s\S]*Kolommen rechts invoegen[\s\S]*Kolommen verwijderen/,
    );
    await page.locator(".o-sheet").first().click({ button: "right" });
    await page.locator(".o-menu").first().waitFor();
    expect(await menus()).toEqual(
      ["Verwijderen\nNaam wijzigen", "Verwijderen\nNaam wijzigen"].slice(0, (await menus()).length),
    );
    expect(notDutch(seen)).toEqual([]);
    await away();
  });

  it("are Dutch in find and replace, column filters, the sum below, and tooltips", async () => {
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

    await bench.click("A4", "filter");
    const filter = page.locator(".o-filter-menu");
    await filter.waitFor();
    await filter.getByText("Filteren op voorwaarde").click();
    const conditions = async (): Promise<string> => (await shown(".o-popover")).join("\n");
    // The list is drawn anew when it unfolds; a click on the old one does nothing.
    await expect
      .poll(
        async () => {
          if (!(await conditions()).includes("Is leeg"))
            await filter.locator(".o-select, .o-dv-type, select, [class*=select]").first().click();
          return conditions();
        },
        { interval: 500 },
      )
      .toContain("Is leeg");
    seen.push(...(await shown(".o-popover")));
    await away();

    await bench.goTo("Voorraad", "D5:D9");
    await page.locator(".o-selection-statistic").first().click();
    await page.locator(".o-menu").first().waitFor();
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

  it("explain functions and formula errors in Dutch", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H40");
    await bench.write("=SUMI");
    const list = page.locator(".o-autocomplete-dropdown");
    await expect.poll(() => list.innerText()).toContain(functionHelpNl["SUMIF"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    const answers = [
      ["=1/0", "Er wordt door nul gedeeld."],
      ["=ALS(1>0;SOM(2;3);0)", "Dashboard H41: 5"],
      ["=NIETBEKEND(1)", "De functie NIETBEKEND is hier niet bekend. Gebruik de Engelse naam"],
      ['=1+"a"', "verwacht een getal, maar 'a' is tekst."],
      ["=ACOS(2)", "Dit lukt niet. Kijk de formule of de invoer na."],
      ["=PA.SOCIALSHARE(1;0)", "1 sociale huurwoningen is meer dan 0 woningen."],
    ] as const;
    await bench.goTo("Dashboard", "H40");
    await bench.empty();
    // Each in the cell below the one before; read on the way back.
    for (const [formula] of answers) await bench.type(formula);
    for (const [formula, said] of [...answers].reverse()) {
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => bench.cell(), { message: formula }).toContain(said);
    }
  });

  it("are English on the English page, which remembers the choice and keeps the work", async () => {
    const { page } = bench;
    await bench.goTo("Dashboard", "H48");
    await bench.type("mijn werk");
    // The page loads anew, and knows the choice from before.
    await page.locator("#language").click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    expect(
      await page.evaluate(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).type),
    ).toBe("reload");
    await bench.ready();
    await expect.poll(() => page.locator("#save").innerText()).toBe(words.save.en);
    await expect
      .poll(() => page.locator(".o-topbar-menu").allInnerTexts())
      .toEqual(["Edit", "View", "Insert", "Format", "Data"]);
    await expect.poll(() => page.title()).toContain(words.title.en);
    await expect.poll(() => page.locator("#pane").innerText()).toMatch(/\d+ errors/);
    await bench.goTo("Dashboard", "H48");
    await expect.poll(() => bench.cell()).toBe("Dashboard H48: mijn werk");
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
