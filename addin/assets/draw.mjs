// Renders the ribbon icons from their SVGs with this machine's Chromium: `node addin/assets/draw.mjs`.
// The PNGs are committed; run this again only after a drawing changes.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const here = (name) => new URL(name, import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const page = await browser.newPage();
for (const name of ["pa", "repair"]) {
  const svg = readFileSync(here(`${name}.svg`), "utf8");
  for (const size of [16, 20, 24, 32, 40, 48, 64, 80]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    writeFileSync(here(`${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
