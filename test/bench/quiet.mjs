// What a page computes and how long it keeps still, for benches: asked of the browser, never guessed with a pause.
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds: how often the browser is asked, and how long a page has to have done nothing to be quiet. */
const asked = 100;
const still = 1_000;
/** Milliseconds of work in that time that are nothing: a clock that ticks, a caret that blinks. */
const nothing = 15;

/** Begins to note every stretch in which the page does not answer. */
export const noteStretches = (page) =>
  page.evaluate(() => {
    window.stretches = [];
    new window.PerformanceObserver((list) =>
      window.stretches.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ entryTypes: ["longtask"] });
  });

/** Asks the browser how many milliseconds the page has computed so far. */
export async function spentBy(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  return async () =>
    (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** Waits until the page has computed as good as nothing for a second; returns what it had computed by then. */
export async function quiet(spent) {
  let since = Date.now();
  let before = await spent();
  for (let now = before; Date.now() - since < still; now = await spent()) {
    if (now - before > nothing) {
      since = Date.now();
      before = now;
    }
    await pause(asked);
  }
  return before;
}

/** What the page computes and how long it keeps still, from some work until it is quiet again. Milliseconds. */
export async function untilQuiet(page, work) {
  const spent = await spentBy(page);
  await quiet(spent);
  await page.evaluate(() => (window.stretches = []));
  const start = await spent();
  await work();
  const reacted = (await spent()) - start;
  const total = (await quiet(spent)) - start;
  const longest = Math.max(0, ...(await page.evaluate(() => window.stretches)));
  return { reacted: Math.round(reacted), total: Math.round(total), longest: Math.round(longest) };
}
