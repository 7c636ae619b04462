/** The built workbench in Chromium, served by the same code as `npm start`. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import { serveFolder } from "../../scripts/serve.mjs";
import { built } from "../excel/build.js";

/** A person is slower: with keys in one burst the grid's own list of functions lags behind. */
const typing = { delay: 80 };

export class WorkbenchPage {
  readonly #foreign: string[] = [];
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  /** Requests to anywhere but the place the page came from. */
  get foreign(): readonly string[] {
    return this.#foreign;
  }

  static async open(language: "nl-NL" | "en-GB" = "nl-NL"): Promise<WorkbenchPage> {
    const server = createServer(serveFolder(await built()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"].concat([
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ]),
    });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language });
    const page = await context.newPage();
    const opened = new WorkbenchPage(page, address, browser, server);
    page.on("request", (request) => {
      if (/^https?:|^wss?:/.test(request.url()) && !request.url().startsWith(address))
        opened.#foreign.push(request.url());
    });
    page.on("pageerror", (error) => opened.problems.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") opened.problems.push(message.text());
    });
    // Nobody may wait for a minute to hear that a button is not there.
    page.setDefaultTimeout(20_000);
    await page.goto(`${address}workbench.html`);
    await opened.ready();
    return opened;
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector("html[data-ready]", { timeout: 60_000 });
  }

  /** Goes to a cell the way people do who know its name: the box before the formula bar. */
  async goTo(sheet: string, cell: string): Promise<void> {
    const { page } = this;
    await page.locator(".o-sheet .o-sheet-name").getByText(sheet, { exact: true }).click();
    const box = page.locator(".o-named-range-selector input");
    await box.fill(cell);
    await box.press("Enter");
  }

  /** Empties the active cell, so that what is typed next is all there is. */
  async empty(): Promise<void> {
    await this.page.keyboard.press("Escape", typing);
    await this.page.keyboard.press("Delete", typing);
  }

  async type(text: string): Promise<void> {
    for (const key of text) await this.page.keyboard.press(key, typing);
    await this.page.keyboard.press("Enter", typing);
  }

  /** What the line for screen readers says about the active cell. */
  cell(): Promise<string> {
    return this.page.locator("#cell").innerText();
  }

  /** Opens a file with the picker; what was open is dropped. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    const { page } = this;
    await page.locator("#picker").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
    await this.#goOn();
  }

  /** Drops a file on the page, as from a folder. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const files = await this.page.evaluateHandle(
      ({ name, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name));
        return transfer;
      },
      { name, bytes: [...bytes] },
    );
    for (const type of ["dragover", "drop"])
      await this.page.dispatchEvent("#grid", type, { dataTransfer: files, bubbles: true, cancelable: true });
    await this.#goOn();
  }

  /** Drops unsaved work when the page asks. */
  async #goOn(): Promise<void> {
    const goOn = this.page.locator("dialog#ask button[value=yes]");
    await goOn.click({ timeout: 1_500 }).catch(() => undefined);
  }

  status(): Promise<string> {
    return this.page.locator("#status").innerText();
  }

  /** The file the save button gives. */
  async save(): Promise<Uint8Array> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.locator("#save").click()]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return new Uint8Array(Buffer.concat(parts));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
