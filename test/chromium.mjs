// The browser of tests, benchmarks and pictures.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(executablePath);

/**
 * Chromium's popups of its address bar: nobody sees them here, yet each window would draw them as a page of its own,
 * for a fifth of the processor time of a test. Of two lists on a command line only the last one counts, so what
 * Playwright switches off is repeated.
 */
const switchedOff = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...[
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
  ],
  ...["NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"],
  ...["ThirdPartyStoragePartitioning"],
];

/** Starts Chromium without any contact with the network. */
export const launchChromium = () =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A page here lives for seconds and makes much that it drops at once: with room for it, V8 collects less often.
      "--js-flags=--max-semi-space-size=64",
      `--disable-features=${switchedOff.join(",")}`,
    ],
  });

let shared;
/** The browser of the test files that run in one process, which ends with it; each test closes its own contexts. */
export async function sharedChromium() {
  if (!(await shared)?.isConnected()) shared = launchChromium();
  return shared;
}
