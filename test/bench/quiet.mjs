// What a page computes and how long it keeps still, for benches: asked of the browser, never guessed with a pause.
// Everything is time of the processor, so that programs beside it on a busy machine do not count.
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds: how often the browser is asked, and how long a page has to have done nothing to be quiet. */
const asked = 100;
const still = 1_000;
/** Milliseconds of work in that time that are nothing: a clock that ticks, a caret that blinks. */
const nothing = 15;

/** Asks the browser how many milliseconds the page has computed so far. */
export async function spentBy(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
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

/** What the page of this browser computes during some work: its tasks in order, and the marks the page made (`performance.mark`). */
export async function traced(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = new Map(
    traceEvents.filter(({ cat }) => cat === "blink.user_timing").map((event) => [event.name, event]),
  );
  const at = ({ pid, tid }) => `${pid} ${tid}`;
  // The thread that makes the marks is the page's.
  const [mark] = marks.values();
  const tasks = traceEvents
    .filter((event) => event.ph === "X" && /RunTask$/.test(event.name) && mark && at(event) === at(mark))
    .map(({ ts, dur = 0, tdur = 0 }) => ({ from: ts, until: ts + dur, computed: tdur / 1000 }));
  return {
    /** The longest time the page did not answer. */
    longest: Math.max(0, ...tasks.map(({ computed }) => computed)),
    /** Milliseconds computed from one mark (null: the start) to another. */
    between(first, last) {
      const [from, until] = [first === null ? -Infinity : marks.get(first).ts, marks.get(last).ts];
      return tasks.reduce((sum, task) => {
        const inside = Math.min(task.until, until) - Math.max(task.from, from);
        return inside <= 0 ? sum : sum + (task.computed * inside) / (task.until - task.from);
      }, 0);
    },
  };
}

/** What the page computes and how long it keeps still, from some work until it is quiet again. Milliseconds. */
export async function untilQuiet(page, work) {
  const spent = await spentBy(page);
  await quiet(spent);
  let [start, reacted, total] = [0, 0, 0];
  const { longest } = await traced(page, async () => {
    await page.evaluate(() => performance.mark("begun"));
    start = await spent();
    await work();
    reacted = (await spent()) - start;
    total = (await quiet(spent)) - start;
  });
  return { reacted: Math.round(reacted), total: Math.round(total), longest: Math.round(longest) };
}
