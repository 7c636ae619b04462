/** What is done is not lost: two tabs, a reload, a tab that is killed, a browser that keeps nothing, and one that is full. */
import { afterEach, describe, expect, it } from "vitest";
import { words } from "../../addin/workbench/words.js";
import { bookOf, row } from "../workbooks/book.js";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";

let bench: WorkbenchPage | null = null;
const at = { sheet: "Dashboard", cell: "H40" };

/** Types a word beside the dashboard, and waits until the page says that it is kept. */
async function write(tab: WorkbenchPage, word: string): Promise<void> {
  await tab.goTo(at.sheet, at.cell);
  await tab.empty();
  await tab.type(word);
}
async function reads(tab: WorkbenchPage): Promise<string> {
  await tab.goTo(at.sheet, at.cell);
  return tab.cell();
}

const notice = (tab: WorkbenchPage): Promise<string> => tab.page.locator("#notice").innerText();

describe.runIf(hasChromium)("work in the workbench", () => {
  afterEach(async () => {
    await bench?.close();
    bench = null;
  });

  it("of two tabs is each tab's own after a reload, and the same file in both is told", async () => {
    bench = await WorkbenchPage.open();
    await write(bench, "links");
    await expect.poll(() => bench!.keeps("links")).toBe(true);
    const other = await bench.beside();
    await write(other, "rechts");
    await expect.poll(() => other.keeps("rechts")).toBe(true);
    for (const [tab, word] of [
      [bench, "links"],
      [other, "rechts"],
    ] as const) {
      tab.page.once("dialog", (dialog) => void dialog.accept());
      await tab.page.reload();
      await tab.ready();
      expect(await reads(tab)).toBe(`Dashboard H40: ${word}`);
    }
    const file = bookOf({ sheets: [{ name: "Blad1", xml: row(1, ["van ons", 12]) }] });
    await bench.openFile("ons.xlsx", file);
    await other.openFile("ons.xlsx", file);
    await expect.poll(() => notice(other)).toContain(words.otherTab.nl);
  });

  it("comes back after the tab was killed", async () => {
    bench = await WorkbenchPage.open();
    await write(bench, "gered");
    await expect.poll(() => bench!.keeps("gered")).toBe(true);
    const crashed = bench.page.waitForEvent("crash");
    const client = await bench.page.context().newCDPSession(bench.page);
    void client.send("Page.crash").catch(() => undefined);
    await crashed;
    const again = await bench.beside();
    expect(await reads(again)).toBe("Dashboard H40: gered");
  });

  it("where the browser keeps nothing, the page works and says so at the start", async () => {
    bench = await WorkbenchPage.open({
      before: (context) =>
        context.addInitScript(() => {
          for (const name of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, name, {
              get: () => {
                throw new DOMException("no", "SecurityError");
              },
            });
          // A database that never answers, as some policies make it.
          indexedDB.open = () => ({}) as IDBOpenDBRequest;
        }),
    });
    await expect.poll(() => notice(bench!)).toContain(words.blocked.nl);
    await write(bench, "toch");
    expect(await reads(bench)).toBe("Dashboard H40: toch");
    // The one thing that went wrong is told, on the page and to whoever looks in the console.
    expect(bench.problems.filter((problem) => !problem.includes("indexedDB does not answer"))).toEqual([]);
  });

  it("where the storage is full, the page says from when, and keeps again once there is room", async () => {
    bench = await WorkbenchPage.open({
      before: (context) =>
        context.addInitScript(() => {
          const put = Reflect.get(IDBObjectStore.prototype, "put") as IDBObjectStore["put"];
          IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...all: Parameters<typeof put>) {
            if (document.documentElement.dataset["full"] === "yes")
              throw new DOMException("full", "QuotaExceededError");
            return put.apply(this, all);
          };
        }),
    });
    const full = (yes: boolean): Promise<void> =>
      bench!.page.evaluate((now) => void (document.documentElement.dataset["full"] = now ? "yes" : "no"), yes);
    await full(true);
    await write(bench, "eerst");
    await expect.poll(() => notice(bench!)).toContain("De opslag van deze browser is vol.");
    await full(false);
    await write(bench, "daarna");
    await expect.poll(() => bench!.keeps("daarna")).toBe(true);
    bench.page.once("dialog", (dialog) => void dialog.accept());
    await bench.page.reload();
    await bench.ready();
    expect(await reads(bench)).toBe("Dashboard H40: daarna");
  });
});
