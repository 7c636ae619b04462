/** The built pane in Chromium over a real workbook: the tasks of a user, by mouse and by keyboard. */
import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { screens, type ScreenName } from "../../addin/taskpane/screens.js";
import { faintTexts } from "./contrast.js";
import { paneSite } from "./pane-site.mjs";
import { hasChromium, sharedChromium } from "../chromium.mjs";
import { patience } from "../patience.mjs";

if (!hasChromium)
  console.log("Chromium is not installed: the tests of the pane are skipped (apt-get install chromium)");

const names = Object.keys(screens) as ScreenName[];

describe.skipIf(!hasChromium)("the pane", () => {
  let site: Awaited<ReturnType<typeof paneSite>>;
  let context: BrowserContext;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    site = await paneSite();
    context = await (
      await sharedChromium()
    ).newContext({
      viewport: { width: 320, height: 720 },
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on("pageerror", (error) => troubles.push(String(error.stack)));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    await page.goto(site.url);
  });
  afterAll(async () => {
    await context?.close();
    site?.close();
  });
  afterEach(() => {
    // No script error and no violation of the content security policy may go unnoticed.
    expect(troubles.splice(0)).toEqual([]);
  });

  /** Closes the pane and opens it anew, on a workbook nobody has touched; the page stays, as it does for a user. */
  async function open(query = ""): Promise<void> {
    await page.evaluate((asked) => window.show(asked), query);
    await page.locator(".pa-body .pa-card").first().waitFor();
    await page.locator(".pa-busy").waitFor({ state: "detached" });
  }

  const tab = (screen: ScreenName): Locator =>
    page.getByRole("navigation").getByRole("button", {
      name: new RegExp(`^(?:${Object.values(screens[screen].label).join("|")})$`),
    });
  const go = (screen: ScreenName): Promise<void> => tab(screen).click();
  /** Unfolds everything on this screen and waits for its content. */
  const unfold = async (): Promise<void> => {
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    await page.waitForFunction(() =>
      [...document.querySelectorAll("details")].every(({ childElementCount }) => childElementCount > 1),
    );
  };
  const issue = (text: string): Locator => page.locator(".pa-issue", { hasText: text });
  const notice = (): Locator => page.locator(".pa-notice");
  const says = (text: string | RegExp): Promise<void> => notice().filter({ hasText: text }).waitFor();
  /** Waits for a text that is visible on screen, not only announced to a screen reader. */
  const sees = (text: string | RegExp): Promise<void> => page.locator(".pa-body").getByText(text).first().waitFor();
  const selections = (): Promise<readonly string[]> => page.evaluate(() => window.workbook.selections);
  const value = (sheet: string, cell: string): Promise<unknown> =>
    page.evaluate(([s, c]) => window.workbook.value(s!, c!), [sheet, cell]);

  /** What axe finds on this screen; contrast is checked once per theme, below. */
  const structure = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      // One document without frames: it needs no page beside it to gather what was found.
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .disableRules(["color-contrast"])
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  };

  test("names what blocks the return and selects the cell; finds, fixes with before and after, and undoes", async () => {
    await open();
    // The sample contains ten mistakes on purpose: five errors and five warnings (see sample-mistakes.ts).
    await sees("5 fouten, 5 waarschuwingen");
    // Q37 is the first of five errors; three are named here, all on the next screen.
    await sees("en nog 2 fouten");
    await page.getByRole("button", { name: /^Nieuwbouw Q37: .*Oplevering werkelijk is/ }).click();
    await page.locator(".pa-open", { hasText: "Oplevering werkelijk" }).waitFor();
    await expect.poll(() => selections()).toEqual(["Nieuwbouw!Q37"]);
    await page.getByLabel("Zoek in de meldingen").fill("11.018");
    await sees("1 van 22 meldingen");
    await issue("11.018").locator("button").first().click();
    await expect.poll(async () => (await selections()).at(-1)).toBe("Voorraad!M24");
    const fix = page.locator(".pa-fix");
    expect(await fix.innerText()).toMatch(/Nu\s+‘11\.018’ \(tekst\)\s+Wordt\s+11\.018 \(getal\)/);
    const link = page.getByRole("link", { name: /Regel PA-120/ });
    expect(await link.getAttribute("href")).toBe("help/nl/rules/1.html#pa-120");
    await fix.getByRole("button", { name: "Pas aan" }).click();
    await says("M24 is nu 11.018.");
    await expect.poll(() => value("Voorraad", "M24")).toBe(11018);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await says("ongedaan gemaakt");
    await expect.poll(() => value("Voorraad", "M24")).toBe("11.018");
    await sees("1 van 22 meldingen");
  });

  test("works by keyboard only: to the checks, through the list, into a cell, to the next issue, and a certain fix", async () => {
    await open();
    await tab("start").focus();
    while (!(await tab("checks").evaluate((button) => button === document.activeElement)))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    // Focus moves to the heading of the new screen.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let presses = 0; !(await focused()).includes("Oplevering werkelijk is"); presses++) {
      expect(presses).toBeLessThan(40);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.locator("[aria-expanded=true]").waitFor();
    await expect.poll(() => selections()).toEqual(["Nieuwbouw!Q37"]);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(selections).toEqual(["Nieuwbouw!Q37", "Nieuwbouw!N38"]);
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(selections).toHaveLength(3);
    await expect.poll(focused).toContain("Oplevering werkelijk is");
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).toContain("Totaal is 350");
    await page.keyboard.press("End");
    // The last row on screen is the label with a space in it, which has a certain fix.
    await expect.poll(() => focused()).toContain("'A ++'");
    await page.keyboard.press("Enter");
    await page.locator(".pa-open", { hasText: "'A ++'" }).locator(".pa-fix").waitFor();
    await page.keyboard.press("Tab");
    await expect.poll(() => focused()).toBe("Pas aan");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe("solid");
    await page.keyboard.press("Enter");
    await says("D75 is nu ‘A++’.");
    await expect.poll(() => value("Labels", "D75")).toBe("A++");
  });

  test("hundreds of issues: draws a part, reaches all of them, and undoes certain fixes in one step", async () => {
    await open("workbook=hundreds");
    await go("checks");
    await page.getByRole("button", { name: /^Automatisch aanpassen \(500\)/ }).click();
    const list = page.getByRole("group", { name: "Automatisch aanpassen" });
    await list.locator("input").first().uncheck();
    await list.getByRole("button", { name: /^Pas 499 cellen aan/ }).click();
    await says(/499 cellen aangepast/);
    expect([await value("Woningen", "D2"), await value("Woningen", "D4"), await value("Woningen", "D1000")]).toEqual([
      "A ++",
      "A++",
      "A++",
    ]);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await says("ongedaan gemaakt");
    await expect.poll(() => value("Woningen", "D1000")).toBe("A ++");
    await sees(/van 5\d\d meldingen/);
    await expect.poll(() => page.locator(".pa-issue").count()).toBeLessThan(300);
    await page.getByLabel("Zoek in de meldingen").fill("D1000");
    await sees(/^1 van/);
    await page.locator(".pa-issue button").first().click();
    await page.getByRole("button", { name: "Toon alles" }).click();
    await page
      .getByText(/([\d.]+) van \1 meldingen/)
      .first()
      .waitFor();
    await expect.poll(() => page.locator(".pa-issue.pa-open").count()).toBe(1);
  });

  test("explains a word where it stands, by keyboard too, and every word of the glossary on the screen", async () => {
    await open("language=en");
    await go("indicators");
    const line = page.locator(".pa-line", { hasText: "Social share of the stock" }).first();
    const word = line.getByRole("button", { name: "direction" });
    await word.focus();
    await page.keyboard.press("Enter");
    await line.getByRole("note").getByText("A goal without a date: how it moves, without a verdict.").waitFor();
    await expect.poll(() => word.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await line.getByRole("note").waitFor({ state: "detached" });
    await expect.poll(() => word.evaluate((button) => button === document.activeElement)).toBe(true);
    const here = page.locator("details", { has: page.locator("summary", { hasText: /^Words on this screen$/ }) });
    await here.locator("summary").click();
    await here.getByText("interim goal", { exact: true }).waitFor();
    expect(await here.getByRole("link", { name: /^All words/ }).getAttribute("href")).toMatch(/en\/glossary\.html$/);
  });

  test("exports the report as page, sheet and data, a summary to copy, and charts in the workbook", async () => {
    await open();
    await go("handOver");
    const saved = async (button: string): Promise<{ name: string; text: string }> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: button }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
    };
    const csv = await saved("Voor een rekenblad (CSV)");
    expect(csv.name).toBe("oegstgeest-2025-2028-2026-Q3.csv");
    expect(csv.text).toContain("SOCIALSHARE;");
    const json = await saved("Voor een programma (JSON)");
    expect((JSON.parse(json.text) as { quarter: string }).quarter).toBe("2026-Q3");
    const html = await saved("Twee pagina's om te printen");
    expect(html.text).toMatch(/^<!doctype html>[\s\S]*Meerjarige prestatieafspraken Oegstgeest[\s\S]*<svg/);
    expect(html.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    await page.getByRole("button", { name: "Kopieer" }).click();
    await says("Gekopieerd.");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain("Stand op 30 september 2026");
    await page.getByRole("button", { name: "Voeg grafieken in" }).click();
    await says(/\d+ grafieken op blad Grafieken Q3 2026/);
    expect((await page.evaluate(() => window.workbook.charts))[0]).toMatch(/^Grafieken Q3 2026!A1:B5 /);
  });

  /** The widest box beyond what the pane has room for. */
  const tooWide = (): Promise<number> =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".pa-body, .pa-pane"), document.documentElement];
      return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
    });

  test.each(["nl", "en"])("is for everybody, on every screen, unfolded: %s", async (language) => {
    await open(`language=${language}`);
    for (const screen of names) {
      await go(screen);
      if (screen === "checks") {
        await page.locator(".pa-issue button").first().click();
        await page.locator(".pa-issue.pa-open").waitFor();
      }
      await unfold();
      // Axe finds no violations.
      expect([screen, ...(await structure())]).toEqual([screen]);
      // Every text has a contrast of at least 4.5:1 on its background; colours know no language.
      if (language === "nl")
        for (const theme of ["light", "dark", "contrast"] as const) {
          await page.evaluate((chosen) => window.pane.setTheme(chosen), theme);
          const { looked, faint } = await faintTexts(page);
          expect(looked).toBeGreaterThan(10);
          expect([screen, theme, ...faint]).toEqual([screen, theme]);
        }
      // Nothing is wider than 320 pixels, also with text or everything enlarged to 200%: then there is room for 160.
      for (const [size, width, height] of [
        ["200%", 320, 720],
        ["100%", 160, 380],
        ["100%", 320, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.evaluate((font) => (document.documentElement.style.fontSize = font), size);
        expect([screen, size, width, await tooWide()]).toEqual([screen, size, width, 0]);
      }
    }
    // What axe must find, it finds.
    await page.evaluate(() => document.querySelector("main")!.append(document.createElement("button")));
    expect(await structure()).toEqual(["button-name: <button></button>"]);
  });
});
