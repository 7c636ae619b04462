// Makes every picture of the documentation from the build and the sample: node scripts/screenshots.mjs [folder].
// Outlines and numbers are drawn in the page itself; all pictures show the workbench in a browser, with invented
// figures.
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workbooks } from "../test/e2e/pane-workbooks.mjs";
import { pages } from "./pages.mjs";
import { must, root, say } from "./prepare.mjs";
import { serveFolder } from "./serve.mjs";
import { hasChromium, launchChromium } from "../test/chromium.mjs";

if (!hasChromium) {
  console.error("Chromium is niet aanwezig / is not installed: apt-get install chromium");
  process.exit(1);
}
const folder = process.argv[2] ?? join(root, "docs/images");
mkdirSync(folder, { recursive: true });
const server = createServer(serveFolder(await pages()));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://localhost:${server.address().port}/workbench.html`;
const browser = await launchChromium();

/** Outlines elements, with a number beside each. */
const pointAt = async (page, ...locators) => {
  for (const [i, locator] of locators.entries()) {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    // What is longer than the window is outlined as far as it shows.
    box.height = Math.min(box.height, 615 - box.y);
    await page.evaluate(
      ([number, { x, y, width, height }]) => {
        const frame = document.createElement("div");
        frame.style.cssText = `position:fixed;z-index:99999;pointer-events:none;left:${x - 5}px;top:${y - 5}px;width:${width + 10}px;height:${height + 10}px;border:3px solid #b0005c;border-radius:6px`;
        const badge = document.createElement("span");
        badge.textContent = number;
        badge.style.cssText =
          "position:absolute;left:-14px;top:-14px;width:24px;height:24px;border-radius:50%;background:#b0005c;color:#fff;font:700 15px/24px sans-serif;text-align:center";
        frame.append(badge);
        document.body.append(frame);
      },
      [String(i + 1), box],
    );
  }
};

const words = {
  nl: {
    screens: ["Overzicht", "Controle", "Indicatoren", "Overdracht"],
    explain: "Waarschuwing toelichten",
    details: "Berekening en bron",
    fix: "Pas aan",
    freeze: "Kwartaal vaststellen",
  },
  en: {
    screens: ["Overview", "Checks", "Indicators", "Hand-over"],
    explain: "Explain this warning",
    details: "Calculation and source",
    fix: "Fix it",
    freeze: "Finalise the quarter",
  },
};

const open = async (language) => {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 720 },
    locale: language === "nl" ? "nl-NL" : "en-GB",
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  await page.locator("#pane .pa-card, #pane .pa-issue").first().waitFor();
  await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
  return page;
};
const go = async (page, screen) => {
  await page.locator("#pane nav").getByRole("button", { name: screen, exact: true }).click();
  await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
};
const keep = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
const issue = (page, text) => page.locator("#pane .pa-issue", { hasText: text });
/** Scrolls an element to the top of the pane. */
const toTop = (locator) => locator.evaluate((element) => element.scrollIntoView());

for (const language of ["nl", "en"]) {
  const w = words[language];
  const [overview, checks, indicators, handOver] = w.screens;
  let page = await open(language);
  await pointAt(page, page.locator("#open"), page.locator("#sample"));
  await keep(page, `story-1-${language}`);
  await page.context().close();

  page = await open(language);
  await page.locator("#waySample").click();
  await go(page, overview);
  await pointAt(page, page.locator("#pane .pa-card").first());
  await keep(page, `story-2-${language}`);
  await page.context().close();

  page = await open(language);
  await page.locator("#waySample").click();
  await go(page, checks);
  await keep(page, `checks-${language}`);
  await issue(page, "11.018").locator("button").first().click();
  await page.locator("#pane .pa-open").waitFor();
  await toTop(issue(page, "11.018").first());
  await pointAt(
    page,
    page.locator("#pane .pa-fix").first(),
    page.locator("#pane .pa-fix").getByRole("button", { name: w.fix }).first(),
  );
  await keep(page, `story-3-${language}`);
  await page.context().close();

  page = await open(language);
  await page.locator("#waySample").click();
  await go(page, checks);
  await issue(page, "ca. 14").locator("button").first().click();
  await page.locator("#pane .pa-details summary").first().click();
  await toTop(page.locator("#pane .pa-open").first());
  await pointAt(page, page.locator("#pane .pa-details").first());
  await keep(page, `story-4-${language}`);
  await page.context().close();

  page = await open(language);
  await page.locator("#waySample").click();
  await go(page, indicators);
  const line = page.locator("#pane .pa-line", { hasText: /20[,.]2%/ }).first();
  await line.locator("summary").click();
  await toTop(line);
  await pointAt(page, line.locator("details").first());
  await keep(page, `story-5-${language}`);
  await page.context().close();

  page = await open(language);
  await page.locator("#waySample").click();
  await go(page, handOver);
  await pointAt(page, page.getByRole("heading", { name: w.freeze }));
  await keep(page, `story-6-${language}`);
  await page.context().close();
}

// A workbook without our tables.
for (const language of ["nl", "en"]) {
  const page = await open(language);
  await page.locator("#picker").setInputFiles({
    name: language === "nl" ? "eigen-werkmap.xlsx" : "own-workbook.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(workbooks.fifty()),
  });
  await page.locator("#file", { hasText: /eigen-werkmap|own-workbook/ }).waitFor();
  await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
  await go(page, words[language].screens[0]);
  await keep(page, `no-tables-${language}`);
  await page.context().close();
}

// The story of a quarter: its test takes the pictures as it goes.
process.env.PICTURES = folder;
must("Het verhaal van een kwartaal / the story of a quarter", process.execPath, [
  join(root, "node_modules/vitest/vitest.mjs"),
  ...["run", "test/e2e/quarter-story.test.ts"],
]);

// The printed report of the sample without mistakes.
const made = join(root, "build/pictures");
mkdirSync(made, { recursive: true });
const pa = (what, ...rest) =>
  must(what, process.execPath, [join(root, "packages/cli/bin/pa.mjs"), ...rest, "--lang", "nl"]);
pa("Voorbeeld / sample", "template", "--sample", "--clean", join(made, "opgave.xlsx"));
pa("Rapport / report", "report", join(made, "opgave.xlsx"), "-o", join(made, "rapport.html"));
const report = await browser.newPage({ viewport: { width: 1000, height: 900 } });
await report.goto(pathToFileURL(join(made, "rapport.html")).href);
await keep(report, "report");

await browser.close();
server.closeAllConnections();
server.close();
say(`Beelden in / pictures in ${folder}`);
