import { describe, expect, test } from "vitest";
import type { Return } from "@prestatieafspraken/quarterly";
import type { Result } from "@prestatieafspraken/indicators";
import { CellFault, LiveEngine, LiveHub, pace, type Answer, type CallContext, type Scheduler } from "../src/index.js";

/** A manual clock: time passes only when `turn` is called. */
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
    norm: null,
    verdict: "no-norm",
    source: "",
    reason: null,
  }) as unknown as Result;

function workbook() {
  const clock = new HandClock();
  const state = {
    hash: "a",
    value: 0.16,
    reads: 0,
    computed: 0,
    fail: false,
    anew: 0,
    hang: null as Promise<void> | null,
    typing: false,
    waited: 0,
    free: (): void => undefined,
  };
  const engine = new LiveEngine({
    scheduler: clock,
    read: async ({ again }) => {
      state.reads++;
      if (again) state.anew++;
      await state.hang;
      if (state.typing) throw Object.assign(new Error("somebody is typing"), { code: "CELL_EDITING" });
      if (state.fail) throw new Error("cell is being edited");
      const tables = new Map([["PA_Normen", { raw: { sheet: "Normen" } }]]);
      return { hash: state.hash, tables } as unknown as Return;
    },
    untilFree: () =>
      state.typing
        ? new Promise((resolve) => (state.free = () => resolve(0)))
        : Promise.resolve(state.waited).finally(() => (state.waited = 0)),
    context: (read): CallContext => ({
      language: "nl",
      live: read && {
        result: () => {
          state.computed++;
          return share(state.value);
        },
        day: () => null,
        madeOf: () => ({ count: 0, cells: [] }),
        rows: () => [],
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

  test("a cell that waits keeps what it shows: nothing is pushed until there is an answer", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    let release = (): void => undefined;
    state.hang = new Promise((resolve) => (release = resolve));
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    await clock.turn(60_000);
    expect(got).toEqual([]);
    release();
    await clock.turn(1);
    for (let i = 0; i < 10; i++) await Promise.resolve();
    expect(got).toEqual([0.16]);
  });

  test("figures of one's own keep nothing reading; a norm follows the agreement of the workbook only", async () => {
    const { clock, engine, state } = workbook();
    engine.subscribe("URGENTSHARE", [[[21]], [[84]]], () => undefined);
    engine.changed();
    await clock.turn(10_000);
    expect(state.reads).toBe(0);
    engine.subscribe("NORM", ["URGENTSHARE"], () => undefined);
    await clock.turn(1);
    engine.changed({ kind: "cells", sheet: "Voorraad" });
    await clock.turn(10_000);
    expect(state.reads).toBe(1);
    engine.changed({ kind: "cells", sheet: "Normen" });
    await clock.turn(10_000);
    expect(state.reads).toBe(2);
  });

  test("who calls for every answer once more has the workbook read anew, in whatever order old calls stop", async () => {
    const { clock, engine, state } = workbook();
    const call = (id: string) => engine.subscribe(id, [], () => undefined);
    let stops = ["SOCIALSHARE", "STOCKCHANGE"].map(call);
    await clock.turn(10);
    for (const stop of stops) stop();
    stops = ["SOCIALSHARE", "STOCKCHANGE"].map(call);
    await clock.turn(2 * pace.gather);
    expect(state.anew).toBe(1);
    const next = ["SOCIALSHARE", "STOCKCHANGE"].map(call);
    for (const stop of stops) stop();
    await clock.turn(2 * pace.gather);
    expect([state.anew, next.length]).toEqual([2, 2]);
    // Copying one cell is not a forced recalculation.
    call("SOCIALSHARE");
    await clock.turn(10_000);
    expect(state.anew).toBe(2);
  });

  // Excel: drops a result that could not be shown within a minute.
  test("somebody typing in a cell is no failure, and what got lost meanwhile is given again", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    engine.subscribe("SOCIALSHARE", [], (answer) => got.push(shown(answer)));
    await clock.turn(10);
    expect(got).toEqual([0.16]);
    state.typing = true;
    engine.changed();
    await clock.turn(pace.gather);
    await clock.turn(600_000);
    expect(got).toEqual([0.16]);
    state.value = 0.17;
    state.hash = "b";
    state.typing = false;
    state.waited = pace.dropped;
    state.free();
    for (let i = 0; i < 10; i++) await Promise.resolve();
    await clock.turn(1);
    // The answer is pushed again after `untilFree` reports a minute of editing.
    expect(got).toEqual([0.16, 0.17, 0.17]);
  });

  test("a failing reading is tried again, and in the end said, never left as an old number", async () => {
    const { clock, engine, state } = workbook();
    const got: unknown[] = [];
    const codes: string[] = [];
    engine.subscribe("SOCIALSHARE", [], (answer) => {
      got.push(shown(answer));
      if (answer.cells instanceof CellFault) codes.push(answer.cells.code);
    });
    await clock.turn(10);
    state.fail = true;
    engine.changed();
    await clock.turn(60_000);
    expect(got).toEqual([0.16, expect.stringContaining("kon niet worden gelezen")]);
    // IFNA in a dashboard would turn #N/A into "niet te bepalen".
    expect(codes).toEqual(["#VALUE!"]);
    state.fail = false;
    engine.changed();
    await clock.turn(pace.gather);
    expect(got.at(-1)).toBe(0.16);
  });

  test("a call with figures of its own answers at once", () => {
    const { engine } = workbook();
    const got: unknown[] = [];
    // 21 of 84 is exactly a quarter.
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
