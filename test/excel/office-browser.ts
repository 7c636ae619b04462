/**
 * The shipped page in real Chromium: taskpane.html as built, with its Content-Security-Policy, the build's scripts, and
 * office.js from Microsoft's npm package, served under the address of Microsoft's CDN. All other requests fail.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { patience } from "../patience.mjs";
import { ExcelHost } from "./excel-host.js";
import { introduce, microsoft, type OfficeVersion } from "./office-window.js";
import type { ModelWorkbook } from "./sheet-model.js";

export interface OfficeBrowserPage {
  readonly host: ExcelHost;
  readonly page: Page;
  /** Addresses requested outside the product and Microsoft's script. */
  readonly elsewhere: readonly string[];
  /** Errors reported by the page, including violations of its Content-Security-Policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** `prepare` fills the workbook before the page opens. */
export async function officePage(
  browser: Browser,
  build: string,
  version: OfficeVersion,
  prepare: (workbook: ModelWorkbook) => Promise<void> | void = () => undefined,
): Promise<OfficeBrowserPage> {
  const host = new ExcelHost();
  host.online = version.platform === "OfficeOnline";
  await prepare(host.workbook);
  const context = await browser.newContext({ locale: version.language });
  const page = await context.newPage();
  // Waits long enough for a busy machine.
  page.setDefaultTimeout(patience);
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.exposeFunction("toExcel", (text: string) => host.receive(text));
  await page.addInitScript(() => {
    const window = globalThis as unknown as Record<string, unknown> & { toExcel(text: string): void };
    window._richApiNativeBridge = { sendMessageToHost: (text: string) => window.toExcel(text) };
  });
  host.connect((text) => {
    page
      .evaluate((message) => {
        const { _richApiNativeBridge } = globalThis as unknown as {
          _richApiNativeBridge: { onMessageFromHost(text: string): void };
        };
        _richApiNativeBridge.onMessageFromHost(message);
      }, text)
      .catch(() => undefined);
  });
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const folder = url.href.startsWith(cdn) ? microsoft : url.origin === "https://localhost:3000" ? build : null;
    const file =
      folder === null ? "" : join(folder, url.href.startsWith(cdn) ? url.href.slice(cdn.length) : url.pathname);
    const path = file.replace(/[?#].*$/, "");
    if (folder === null || !existsSync(path) || !statSync(path).isFile()) {
      elsewhere.push(url.href);
      await route.abort();
      return;
    }
    // Excel's introduction is not part of the bridge, so it is sent after office.js.
    const body =
      url.href === `${cdn}office.js`
        ? `${readFileSync(path, "utf8")};(${introduce.toString()})(${JSON.stringify(version)});`
        : readFileSync(path);
    await route.fulfill({ body, contentType: types[extname(path)] ?? "application/octet-stream" });
  });
  await page.goto("https://localhost:3000/taskpane.html?_host_Info=Excel$Win32$16.01$nl-NL$$$$3");
  await page.waitForFunction(() => {
    const { CustomFunctions } = globalThis as unknown as { CustomFunctions?: { Error?: unknown } };
    return CustomFunctions?.Error !== undefined;
  });
  return { host, page, elsewhere, complaints, close: () => context.close() };
}
