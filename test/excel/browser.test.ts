/** The shipped page in real Chromium, with Microsoft's real object model and runtime in it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { buildTime, built } from "./build.js";
import { hasChromium, launch, officePage } from "./office-browser.js";
import { microsoft365 } from "./office-window.js";
import { describeRuntime } from "./runtime-suite.js";

if (!hasChromium)
  console.log("Chromium is not installed: the tests of the add-in in a browser are skipped (apt-get install chromium)");

describe.runIf(hasChromium)("Chromium", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await built();
    browser = await launch();
  }, buildTime);
  afterAll(() => browser.close());

  describeRuntime("the built functions in Microsoft's runtime (Chromium)", (version) =>
    officePage(browser, folder, version),
  );

  it("loads under its own Content-Security-Policy, from its own place and Microsoft's only", async () => {
    const office = await officePage(browser, folder, microsoft365);
    try {
      office.host.workbook.addSheet("Blad1");
      const cell = office.host.invoke("REPORT", [null, null], { stream: true });
      await office.host.result(cell);
      await office.page.waitForFunction(() => (document.querySelector("#pane")?.childElementCount ?? 0) > 0);
      const pageFiles = office.elsewhere.filter((url) => url.startsWith("https://localhost:3000/"));
      expect(pageFiles).toEqual([]);
      // Microsoft's telemetry frame is refused by the policy, so it is not even asked for.
      expect(office.elsewhere).toEqual([]);
      expect(office.complaints.filter((text) => !/telemetryservice\.firstpartyapps/.test(text))).toEqual([]);
    } finally {
      await office.close();
    }
  });
});
