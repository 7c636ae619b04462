import { describe, expect, test } from "vitest";
import type { Return } from "@prestatieafspraken/quarterly";
import type { Result } from "@prestatieafspraken/indicators";
import { CellFault, LiveEngine, LiveHub, pace, type Answer, type CallContext, type Scheduler } from "../src/index.js";

/** A clock that stands still until somebody turns it. */
class HandClock implements Scheduler {
  #now = 0;
  #planned: { at: number; run: () => void }[] = [];
  after(milliseconds: number, run: () => void): () => void {
    const job = { at: this.#now + milliseconds, run };
    this.#planned.push(job);
    return () => (this.#planned = this.#planned.filter((other) => other !== job));
  }
  async turn(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#planned.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#planned = this.#planned.filter((job) => job !== next);
      this.#now = next.at;
      next.run();
      for (let i = 0; i < 10; i++) await Promise.resolve();
    }
    this.#now = until;
  }
}

const share = (value: number): Result =>
  ({
    indicator: "SOCIALSHARE",
    value,
    exact: null,
    unit: "share",
    display: { nl: "", en: `${(value * 100).toFixed(1)}%` },
    explanations: { nl: "", en: "" },
    quantity: {},
    reason: null,
  }) as unknown as Result;

function workbook() {
  const clock = new HandClock();
  const state = { hash: "a", value: 0.16, reads: 0, computed: 0, fail: false, hang: null as Promise<void> | null };
  const engine = new LiveEngine({
    scheduler: clock,
    read: async () => {
      state.reads++;
      await state.hang;
      if (state.fail) throw new Error("cell is being edited");
      return { hash: state.hash } as Return;
    },
    context: (read): CallContext => ({
      language: "nl",
      live: read && {
        result: () => {
          state.computed++;
          return share(state.value);
        },
        report: () => [],
        issues: () => [],
      },
    }),
  });
  return { clock, state, engine };
}

const shown = (answer: Answer | undefined) =>
  answer === undefined
    ? undefined
    : answer.cells instanceof CellFault
      ? answer.cells.sentence?.nl
      : answer.cells[0]![0]!.value;

describe("the hub", () => {
  const hub = () => new LiveHub<number>((value) => String(value));

  test("pushes only changes, and only to those who wait", () => {
    const h = hub();
    const got: number[] = [];
    h.publish("k", 1);
    h.subscribe("k", (v) => got.push(v));
    for (const value of [2, 2, 3]) h.publish("k", value);
    h.publish("other", 9);
    expect(got).toEqual([2, 3]);
  });

  test("a host may start the new call before it cancels the old one", () => {
    const h = hub();
    const got: string[] = [];
    const stopOld = h.subscribe("k", (v) => got.push(`old ${v}`));
    h.publish("k", 1);
    h.subscribe("k", (v) => got.push(`new ${v}`));
    stopOld();
    stopOld();
    h.publish("k", 2);
    expect(got).toEqual(["old 1", "new 1", "new 2"]);
    expect(h.wanted()).toEqual(["k"]);
  });

  test("what nobody waits for is not wanted", () => {
    const h = hub();
    h.subscribe("k", () => undefined)();
    expect(h.wanted()).toEqual([]);
  });
});

describe("live functions", () => {
  test("answer once the workbook is read; many cells, one reading", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    engine.subscribe("socialshare", [null, null], (answer) => got.push(shown(answer)));
    await clock.turn(10);
    expect(got).toEqual([0.16, 0.16]);
    expect(state.reads).toBe(1);
  });

  test("a burst of changes is read once, and pushed only when the content differs", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    await clock.turn(10);
    for (let i = 0; i < 5; i++) engine.changed();
    await clock.turn(pace.gather);
    expect([state.reads, state.computed]).toEqual([2, 1]);
    state.hash = "b";
    state.value = 0.17;
    engine.changed();
    await clock.turn(pace.gather);
    expect(got).toEqual([0.16, 0.17]);
  });

  test("an endless stream of changes does not keep the answer away", async () => {
    const { clock, engine, state } = workbook();
    engine.subscribe("SOCIALSHARE", [], () => undefined);
    await clock.turn(10);
    for (let i = 0; i < 40; i++) {
      engine.changed();
      await clock.turn(pace.gather - 1);
    }
    expect(state.reads).toBeGreaterThan(3);
  });

  test("a cell that waits too long hears that PA is loading", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    let release = (): void => undefined;
    state.hang = new Promise((resolve) => (release = resolve));
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    await clock.turn(pace.patience - 1);
    expect(got).toEqual([]);
    await clock.turn(1);
    expect(got).toEqual([expect.stringContaining("PA laadt…")]);
    release();
    await clock.turn(1);
    for (let i = 0; i < 10; i++) await Promise.resolve();
    expect(got.at(-1)).toBe(0.16);
  });

  test("a failing reading is tried again, and in the end said, never left as an old number", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    await clock.turn(10);
    state.fail = true;
    engine.changed();
    await clock.turn(60_000);
    expect(got).toEqual([0.16, expect.stringContaining("kon niet worden gelezen")]);
    state.fail = false;
    engine.changed();
    await clock.turn(pace.gather);
    expect(got.at(-1)).toBe(0.16);
  });

  test("a call with figures of its own answers at once", () => {
    const { engine } = workbook();
    const got: unknown[] = [];
    // 21 of 84: precisely a quarter.
    engine.subscribe("URGENTSHARE", [[[21]], [[84]]], (answer) => got.push(shown(answer)));
    expect(got).toEqual([0.25]);
  });

  test("after stopping nothing runs", async () => {
    const { clock, engine, state } = workbook();
    const stop = engine.subscribe("SOCIALSHARE", [], () => undefined);
    engine.stop();
    engine.changed();
    await clock.turn(10_000);
    stop();
    expect(state.reads).toBe(0);
  });
});
