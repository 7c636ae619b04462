/** The built workbench in Chromium, served by the code of `npm start`. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { serveFolder } from "../../scripts/serve.mjs";
import { built } from "../excel/build.js";
import { framed, spotOf, typedSoFar } from "./grid-door.js";
import { sharedChromium } from "../chromium.mjs";
import { patience } from "../patience.mjs";

export class WorkbenchPage {
  readonly #foreign: string[] = [];
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
    private readonly server: Server,
  ) {}

  /** Requests to other origins than the page's. */
  get foreign(): readonly string[] {
    return this.#foreign;
  }

  /**
   * Opens the workbench in a browser that keeps nothing of other tests; `before` prepares every page of it. Only where
   * it `isOffline` later has it a service worker: without one, as in some private windows, a page does all the rest.
   */
  static async open({
    isOffline = false,
    before = () => Promise.resolve(),
  }: {
    readonly isOffline?: boolean;
    readonly before?: (context: BrowserContext) => Promise<unknown>;
  } = {}): Promise<WorkbenchPage> {
    const server = createServer(serveFolder(await built()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const browser = await sharedChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
    if (!isOffline)
      await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await before(context);
    return WorkbenchPage.#shown(new WorkbenchPage(await context.newPage(), address, server));
  }

  /** Opens the workbench in another tab of the same browser. */
  async beside(): Promise<WorkbenchPage> {
    const page = await this.page.context().newPage();
    return WorkbenchPage.#shown(new WorkbenchPage(page, this.address, this.server));
  }

  static async #shown(opened: WorkbenchPage): Promise<WorkbenchPage> {
    const { page, address } = opened;
    page.on("request", (request) => {
      if (/^https?:|^wss?:/.test(request.url()) && !request.url().startsWith(address))
        opened.#foreign.push(request.url());
    });
    page.on("pageerror", (error) => opened.problems.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") opened.problems.push(message.text());
    });
    page.setDefaultTimeout(patience);
    await page.goto(`${address}workbench.html`);
    await opened.ready();
    return opened;
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector("html[data-ready]");
  }

  /** True once the browser has stored something with this text, which happens shortly after the key. */
  keeps(text: string): Promise<boolean> {
    return this.page.evaluate(async (sought) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
        });
      const database = await done(indexedDB.open("prestatieafspraken-werkbank"));
      try {
        const kept = await done(database.transaction("bundles").objectStore("bundles").getAll());
        return JSON.stringify(kept).includes(sought);
      } finally {
        database.close();
      }
    }, text);
  }

  /**
   * Goes to a cell by its name in the box before the formula bar. The grid then takes the next key. The box is drawn
   * anew some time after the selection or the sheet changed, and loses what was typed until then: it is typed again.
   */
  async goTo(sheet: string, cell: string): Promise<void> {
    const { page } = this;
    await page.locator(".o-sheet .o-sheet-name").getByText(sheet, { exact: true }).click();
    const box = page.locator(".o-named-range-selector input");
    const first = `${sheet} ${cell.replace(/:.*$/, "")}: `;
    await expect
      .poll(async () => {
        await box.fill(cell);
        await box.press("Enter");
        return page.evaluate(
          (at) =>
            document.querySelector("#cell")!.textContent!.startsWith(at) &&
            document.querySelector("#grid")!.contains(document.activeElement) &&
            document.activeElement!.localName !== "input",
          first,
        );
      })
      .toBe(true);
  }

  /** Empties the active cell, so that only newly typed text remains. */
  async empty(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("Delete");
  }

  /** Types without finishing; each key waits until the previous one has arrived in the cell. */
  async write(text: string): Promise<void> {
    const before = await typedSoFar(this.page);
    for (const [i, key] of [...text].entries()) {
      await this.page.keyboard.press(key);
      await expect.poll(() => typedSoFar(this.page), { interval: 5 }).toBe(before + text.slice(0, i + 1));
    }
  }

  /** Types a cell: the first key opens it, the rest arrives at once, as from a clipboard or an input method. */
  async type(text: string): Promise<void> {
    const before = await typedSoFar(this.page);
    await this.write(text.slice(0, 1));
    if (text.length > 1) await this.page.keyboard.insertText(text.slice(1));
    await expect.poll(() => typedSoFar(this.page), { interval: 5 }).toBe(before + text);
    await this.page.keyboard.press("Enter");
    await expect.poll(() => typedSoFar(this.page), { interval: 5 }).toBe("");
  }

  /** Pastes rows of cells that another program copied, from the active cell on, which they must change. */
  async paste(rows: readonly (readonly string[])[]): Promise<void> {
    const { page } = this;
    const before = await this.cell();
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.activeElement!.dispatchEvent(event);
      },
      rows.map((row) => row.join("\t")).join("\n"),
    );
    // The block is pasted in one step: with its first cell, all of it is there.
    await page.waitForFunction((was) => document.querySelector("#cell")!.textContent !== was, before);
  }

  /** Clicks a cell, its filter button, or its column or row header. */
  async click(cell: string, part: "cell" | "filter" | "column" | "row" = "cell", button?: "right"): Promise<void> {
    const { x, y } = await spotOf(this.page, cell, part);
    await this.page.mouse.click(x, y, { button: button ?? "left" });
  }

  /** Cells of the displayed sheet with a border of this colour. */
  framed(colour: string): Promise<readonly string[]> {
    return framed(this.page, colour);
  }

  /** Shows a screen of the pane. */
  async screen(name: string): Promise<void> {
    await this.page.locator("#pane nav").getByRole("button", { name, exact: true }).click();
  }

  /** The text for screen readers about the active cell. */
  cell(): Promise<string> {
    return this.page.locator("#cell").innerText();
  }

  /** Opens a file with the file picker, discarding the open document. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.#answered(() =>
      this.page.locator("#picker").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) }),
    );
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
    await this.#answered(async () => {
      for (const type of ["dragover", "drop"])
        await this.page.dispatchEvent("#grid", type, { dataTransfer: files, bubbles: true, cancelable: true });
    });
  }

  /** Waits for the page's message about an action; confirms discarding unsaved work. */
  async #answered(act: () => Promise<void>): Promise<void> {
    const { page } = this;
    const unsaid = "…";
    await page.evaluate((text) => (document.querySelector("#status")!.textContent = text), unsaid);
    await act();
    const asked = await page.waitForFunction((text) => {
      const { open } = document.querySelector<HTMLDialogElement>("dialog#ask")!;
      return open ? "asked" : document.querySelector("#status")!.textContent !== text && "said";
    }, unsaid);
    if ((await asked.jsonValue()) === "asked") await page.locator("dialog#ask button[value=yes]").click();
  }

  status(): Promise<string> {
    return this.page.locator("#status").innerText();
  }

  /** The file from the save button. */
  async save(): Promise<Uint8Array> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.locator("#save").click()]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return new Uint8Array(Buffer.concat(parts));
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
