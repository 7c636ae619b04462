/** The shipped page in real Chromium, with Microsoft's own object model and runtime. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { built } from "./build.js";
import { officePage } from "./office-browser.js";
import { microsoft365 } from "./office-window.js";
import { fn, functions, streams } from "@prestatieafspraken/functions";
import { hasChromium, sharedChromium } from "../chromium.mjs";
import { share } from "./social-stock.js";

if (!hasChromium)
  console.log("Chromium is not installed: the tests of the add-in in a browser are skipped (apt-get install chromium)");

describe.runIf(hasChromium)("Chromium", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await built();
    browser = await sharedChromium();
  });

  it("answers every function and follows the workbook, as in jsdom", async () => {
    const office = await officePage(browser, folder, microsoft365);
    const { host } = office;
    try {
      for (const cell of host.invokeAll(
        functions.map(({ id, arguments: all }) => ({ name: id, args: all.map(() => null), stream: streams(fn(id)!) })),
      ))
        await host.result(cell);
      // 55 of 660, and 1,840 social rented homes of 11,500.
      const given = host.invoke("SOCIALSHARE", [[[55]], [[660]], null, null], { stream: true });
      expect((await host.result(given)).value).toMatchObject({ basicValue: 55 / 660, numberFormat: "0.0%" });
      host.workbook.addTable(host.workbook.addSheet("Voorraad"), "PA_Voorraad", [
        ["Kwartaal", "Verhuurder", "Segment", "Eindstand"],
        ["2026-Q3", "WYwonen", "sociaal", 1840],
        ["2026-Q3", "Gemeente", "totaal", 11_500],
      ]);
      const live = host.invoke("SOCIALSHARE", [null, null, "2026-Q3", null], { stream: true });
      await host.result(live, share(0.16));
      host.edit("Voorraad", 1, 3, 2300);
      await host.result(live, share(0.2));
    } finally {
      await office.close();
    }
  });

  it("loads under its own Content-Security-Policy, only from its own origin and Microsoft's", async () => {
    const office = await officePage(browser, folder, microsoft365);
    try {
      office.host.workbook.addSheet("Blad1");
      const cell = office.host.invoke("REPORT", [null, null], { stream: true });
      await office.host.result(cell);
      await office.page.waitForFunction(() => (document.querySelector("#pane")?.childElementCount ?? 0) > 0);
      const pageFiles = office.elsewhere.filter((url) => url.startsWith("https://localhost:3000/"));
      expect(pageFiles).toEqual([]);
      // The policy refuses Microsoft's telemetry frame, so it is not even requested.
      expect(office.elsewhere).toEqual([]);
      expect(office.complaints.filter((text) => !/telemetryservice\.firstpartyapps/.test(text))).toEqual([]);
    } finally {
      await office.close();
    }
  });
});
