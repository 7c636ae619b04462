// Pictures of every screen of the pane, 320 and 420 pixels wide, for README and handleiding: node scripts/screenshots.mjs [folder].
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium as browsers } from "playwright-core";
import { chromium, chromiumFlags, hasChromium, paneSite } from "../test/e2e/pane-site.mjs";
import { root, say } from "./prepare.mjs";

if (!hasChromium) {
  console.error("Chromium is niet aanwezig / is not installed: apt-get install chromium");
  process.exit(1);
}
const folder = process.argv[2] ?? join(root, "docs/images");
mkdirSync(folder, { recursive: true });

const site = await paneSite();
const browser = await browsers.launch({ executablePath: chromium, args: chromiumFlags });

/** What to show: the screen, and what somebody did there. */
const pictures = [
  { name: "start", tab: "Start" },
  { name: "controle", tab: "Controle" },
  {
    name: "melding",
    tab: "Controle",
    act: async (page) => {
      const issue = page.locator(".pa-issue", { hasText: "11.018" });
      await issue.locator("button").first().click();
      // The table it is in, the issue before it, and all of the issue itself.
      await page
        .locator(".pa-group", { has: issue })
        .locator("h2")
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: "toelichten",
    tab: "Controle",
    act: async (page) => {
      await page.locator(".pa-issue", { hasText: "ca. 14" }).locator("button").first().click();
      await page.locator(".pa-details summary").click();
      await page.locator(".pa-open").evaluate((open) => open.scrollIntoView());
    },
  },
  { name: "indicatoren", tab: "Indicatoren" },
  {
    name: "berekening",
    tab: "Indicatoren",
    act: async (page) => {
      const line = page.locator(".pa-line", { hasText: "16,0%" });
      await line.locator("summary").click();
      await line.locator("h3").evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: "pad",
    tab: "Indicatoren",
    act: async (page) => {
      await page.locator("#pa-social-part").fill("60");
      await page.getByRole("heading", { name: "Pad naar het doel" }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  { name: "agenda", tab: "Agenda" },
  { name: "overdracht", tab: "Overdracht" },
];

const shoot = async (query, width, { name, tab, act }, ending = "") => {
  const page = await browser.newPage({ viewport: { width, height: 760 }, deviceScaleFactor: 1 });
  await page.goto(`${site.url}?${query}`);
  await page.locator(".pa-body .pa-card").first().waitFor();
  await page.locator(".pa-busy").waitFor({ state: "detached" });
  await page.getByRole("navigation").getByRole("button", { name: tab, exact: true }).click();
  await page.mouse.move(1, 400);
  await act?.(page);
  await page.screenshot({ path: join(folder, `paneel-${name}-${width}${ending}.png`) });
  await page.close();
};

for (const width of [320, 420]) for (const picture of pictures) await shoot("workbook=sample", width, picture);
for (const theme of ["dark", "contrast"])
  for (const tab of ["Controle", "Indicatoren"])
    await shoot(
      `theme=${theme}`,
      320,
      pictures.find((picture) => picture.tab === tab),
      `-${theme}`,
    );
await shoot("workbook=fifty", 320, { name: "geen-tabellen", tab: "Start" });
await browser.close();
site.close();
say(`Beelden in / pictures in ${folder}`);
