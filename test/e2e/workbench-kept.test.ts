/** What is done is not lost: two tabs, a reload, a tab that is killed, a browser that keeps nothing, and one that is full. */
import { afterEach, describe, expect, it } from "vitest";
import { words } from "../../addin/workbench/words.js";
import { bookOf, row } from "../workbooks/book.js";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";

let bench: WorkbenchPage | null = null;
const file = bookOf({ sheets: [{ name: "Blad1", xml: row(1, ["van ons", 12]) }] });

/** Types a word beside what is there. */
async function write(tab: WorkbenchPage, word: string, sheet = "Blad1"): Promise<void> {
  await tab.goTo(sheet, "H40");
  await tab.empty();
  await tab.type(word);
}
async function reads(tab: WorkbenchPage, sheet = "Blad1"): Promise<string> {
  await tab.goTo(sheet, "H40");
  return tab.cell();
}
async function reload(tab: WorkbenchPage): Promise<void> {
  tab.page.once("dialog", (dialog) => void dialog.accept());
  await tab.page.reload();
  await tab.ready();
}

const notice = (tab: WorkbenchPage): Promise<string> => tab.page.locator("#notice").innerText();

describe.runIf(hasChromium)("work in the workbench", () => {
  afterEach(async () => {
    await bench?.close();
    bench = null;
  });

  it("of two tabs with the same file is each tab's own, after a full storage, a reload and a tab that was killed", async () => {
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
    const left = bench;
    await left.openFile("ons.xlsx", file);
    // Where the storage is full, the page says from when, and keeps again once there is room.
    const full = (yes: boolean): Promise<void> =>
      left.page.evaluate((now) => void (document.documentElement.dataset["full"] = now ? "yes" : "no"), yes);
    await full(true);
    await write(left, "eerst");
    await expect.poll(() => notice(left)).toContain("De opslag van deze browser is vol.");
    await full(false);
    await write(left, "links");
    await expect.poll(() => left.keeps("links")).toBe(true);

    const right = await left.beside();
    await right.openFile("ons.xlsx", file);
    await expect.poll(() => notice(right)).toContain(words.otherTab.nl);
    await write(right, "rechts");
    await expect.poll(() => right.keeps("rechts")).toBe(true);
    await reload(left);
    expect(await reads(left)).toBe("Blad1 H40: links");
    await reload(right);
    expect(await reads(right)).toBe("Blad1 H40: rechts");

    const crashed = right.page.waitForEvent("crash");
    const client = await right.page.context().newCDPSession(right.page);
    void client.send("Page.crash").catch(() => undefined);
    await crashed;
    expect(await reads(await left.beside())).toBe("Blad1 H40: rechts");
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
    await write(bench, "toch", "Dashboard");
    expect(await reads(bench, "Dashboard")).toBe("Dashboard H40: toch");
    // The one thing that went wrong is told, on the page and to whoever looks in the console.
    expect(bench.problems.filter((problem) => !problem.includes("indexedDB does not answer"))).toEqual([]);
  });
});
