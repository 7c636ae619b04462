// The online demonstration, served like the forge's pages: static files in a folder of an address, without our headers.
import { spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { built } from "../excel/build.js";
import { root } from "../docs/markdown-files.js";
import { hasChromium, sharedChromium } from "../chromium.mjs";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".xml": "application/xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

describe.runIf(hasChromium)("the site, in a folder of an address", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "site-")), "site");
  const asked: { readonly address: string; readonly status: number }[] = [];
  let server: Server;
  let browser: Browser;
  let base = "";

  beforeAll(async () => {
    await built();
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/site.mjs"), folder], {
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, "http://loopback");
      const file = join(folder, pathname.replace(/^\/sub\/path\//, ""));
      const isThere = pathname.startsWith("/sub/path/") && existsSync(file) && statSync(file).isFile();
      asked.push({ address: pathname, status: isThere ? 200 : 404 });
      response.writeHead(isThere ? 200 : 404, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      response.end(isThere ? readFileSync(file) : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://localhost:${(server.address() as AddressInfo).port}/sub/path/`;
    browser = await sharedChromium();
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  test("one click opens the sample with its issues, figures and help; nothing is loaded from elsewhere", async () => {
    const page = await browser.newPage({ locale: "nl-NL" });
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(base) && !/^(?:data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    await page.goto(`${base}workbench.html`);
    await page.waitForSelector("html[data-ready]");
    const pane = page.locator("#pane");
    await pane.getByText("5 fouten").first().waitFor();
    await pane.getByRole("button", { name: "Indicatoren", exact: true }).click();
    await pane.getByText("20,2%").first().waitFor();
    const help = await pane.getByRole("link", { name: /^Hulp/ }).getAttribute("href");
    await page.goto(new URL(help!, page.url()).href);
    await page.getByRole("heading", { name: "Een cijfer lezen", level: 1 }).waitFor();
    await page.getByRole("searchbox").fill("PA-201");
    await page.keyboard.press("Enter");
    await page
      .getByRole("link", { name: /Meldingen PA-2/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/sub/path/help/nl/index.html");
    await page
      .locator("#found")
      .getByRole("link", { name: /Meldingen PA-2/ })
      .click();
    await page.getByRole("heading", { name: /^PA-201/ }).waitFor();
    expect(elsewhere).toEqual([]);
    expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
    await page.close();
  });

  test("the first line of the README leads to the address at which the workflow publishes it", () => {
    const [owner, project] = /github\.com\/([\w-]+)\/([\w-]+)/
      .exec(readFileSync(join(root, "publiccode.yml"), "utf8"))!
      .slice(1);
    const [first] = readFileSync(join(root, "README.md"), "utf8").split("\n\n").slice(1);
    expect(first).toMatch(/^\*\*Probeer het\*\*/);
    expect([...first!.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address)).toEqual(
      Array.from({ length: 2 }, () => `https://${owner!}.github.io/${project!}/`),
    );
    expect(readFileSync(join(root, ".github/workflows/pages.yml"), "utf8")).toContain("run: node scripts/site.mjs");
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("url=workbench.html");
    expect(existsSync(join(folder, "workbench.html"))).toBe(true);
  });
});
