// The picture of the HTML report in the README, made from the sample: node scripts/picture-report.mjs
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { compile, must, root } from "./prepare.mjs";

compile();
const folder = join(root, "build/pictures");
mkdirSync(folder, { recursive: true });
const pa = (what, ...words) =>
  must(what, process.execPath, [join(root, "packages/cli/bin/pa.mjs"), ...words, "--lang", "nl"]);
pa("sample", "template", "--sample", "--clean", join(folder, "opgave.xlsx"));
pa("report", "report", join(folder, "opgave.xlsx"), "--format", "html", "-o", join(folder, "rapport.html"));

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
await page.goto(pathToFileURL(join(folder, "rapport.html")).href);
await page.screenshot({ path: join(root, "docs/images/rapport.png") });
await page
  .locator(".charts")
  .first()
  .screenshot({ path: join(root, "docs/images/rapport-verloop.png") });
await browser.close();
