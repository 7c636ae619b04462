// node test/e2e/workbench-screenshot.mjs: the picture of the workbench in the documentation, from what stands in build/.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../../scripts/serve.mjs";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const server = createServer(serveFolder(file("../../build")));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
await page.goto(`http://localhost:${server.address().port}/workbench.html`);
await page.waitForSelector("html[data-ready]");
await page.locator(".o-sheet .o-sheet-name").getByText("Dashboard", { exact: true }).click();
await page.locator("#pane").getByRole("button", { name: "Controle", exact: true }).click();
await page.locator("#pane .pa-issue").first().waitFor();
await page.screenshot({ path: file("../../docs/images/workbench.png") });
await browser.close();
server.close();
