import type { Text } from "@prestatieafspraken/indicators";
import type { Return } from "@prestatieafspraken/quarterly";
import type { CallContext } from "./call-context.js";
import { call, isLiveCall } from "./call.js";
import { fn } from "./catalogue.js";
import { CellFault, type Answer, type CellInput } from "./cell.js";
import { LiveHub } from "./live-hub.js";

/** Runs something later; the host has the clock. Returns how to call it off. */
export interface Scheduler {
  after(milliseconds: number, run: () => void): () => void;
}

export interface LiveEngineOptions {
  /** Reads the workbook once. May fail while somebody is typing in a cell; it is then tried again. */
  readonly read: () => Promise<Return>;
  /** What functions answer from, given what was read; null before the first reading (the agreement's start values). */
  readonly context: (read: Return | null) => CallContext;
  readonly scheduler: Scheduler;
  /** Told about failures, for a log; the cell says it too. */
  readonly onFailure?: (error: unknown) => void;
}

/** Milliseconds: how long edits are gathered, how long a cell waits in silence, how long before a failed reading is tried again. */
export const pace = { gather: 250, patience: 1500, retry: 1000 } as const;
/** A stream of changes postpones reading so many times at most; a failing reading is tried so many times in all. */
const mostPostponements = 8;
const mostAttempts = 5;

/**
 * Keeps cells with live functions up to date. Change events come in through `changed`; the workbook is then read once, and
 * only when its content differs from last time (by hash) the answers somebody waits for are computed and pushed.
 * Works outside the host's calculation, so a function never reads the workbook itself.
 */
export class LiveEngine {
  readonly #hub = new LiveHub<Answer>((answer) => JSON.stringify(answer.cells));
  readonly #calls = new Map<string, { readonly id: string; readonly inputs: readonly CellInput[] }>();
  /** The hash of the reading an answer was computed from. */
  readonly #computed = new Map<string, string>();
  #latest: { readonly hash: string; readonly context: CallContext } | null = null;
  #timer: (() => void) | null = null;
  #patience: (() => void) | null = null;
  #postponed = 0;
  #attempts = 0;
  #reading = false;
  #again = false;
  #stopped = false;
  #serial = 0;

  constructor(private readonly options: LiveEngineOptions) {}

  /** A cell that calls a function and keeps listening. Returns how to stop; that may happen in any order. */
  subscribe(id: string, inputs: readonly CellInput[], push: (answer: Answer) => void): () => void {
    const called = fn(id);
    const live = called !== undefined && isLiveCall(called, inputs);
    // Same live call, same answer. A call with figures of its own stands by itself: its ranges are no key to carry around.
    const key = live ? JSON.stringify([called.id, ...inputs]) : `#${++this.#serial}`;
    this.#calls.set(key, { id, inputs });
    const stopWaiting = this.#hub.subscribe(key, push);
    if (this.#latest !== null) {
      if (this.#computed.get(key) !== this.#latest.hash) this.#compute(key, this.#latest);
    } else {
      if (!live) this.#hub.publish(key, this.#answer(key, this.options.context(null)));
      this.#wait();
      if (!this.#reading && this.#timer === null) this.#plan(0);
    }
    return () => {
      stopWaiting();
      if (this.#hub.wants(key)) return;
      this.#calls.delete(key);
      this.#computed.delete(key);
    };
  }

  /** Something in the workbook changed: gather, then read. */
  changed(): void {
    if (this.#stopped) return;
    this.#attempts = 0;
    if (this.#reading) this.#again = true;
    else if (this.#timer === null || this.#postponed < mostPostponements) {
      this.#postponed++;
      this.#plan(pace.gather);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.();
    this.#patience?.();
    this.#timer = this.#patience = null;
  }

  #plan(milliseconds: number): void {
    this.#timer?.();
    this.#timer = this.options.scheduler.after(milliseconds, () => {
      this.#timer = null;
      this.#postponed = 0;
      void this.#refresh();
    });
  }

  #wait(): void {
    this.#patience ??= this.options.scheduler.after(pace.patience, () => {
      this.#patience = null;
      this.#publishWhereSilent(loading);
    });
  }

  async #refresh(): Promise<void> {
    if (this.#stopped) return;
    // Nobody waits: the next subscriber starts a reading.
    if (this.#hub.wanted().length === 0) {
      this.#latest = null;
      return;
    }
    this.#reading = true;
    try {
      const read = await this.options.read();
      this.#attempts = 0;
      this.#patience?.();
      this.#patience = null;
      if (this.#latest?.hash !== read.hash) this.#latest = { hash: read.hash, context: this.options.context(read) };
      for (const key of this.#hub.wanted()) {
        if (this.#computed.get(key) !== this.#latest.hash) this.#compute(key, this.#latest);
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#reading = false;
    }
    if (this.#again) {
      this.#again = false;
      this.changed();
    }
  }

  #compute(key: string, latest: { readonly hash: string; readonly context: CallContext }): void {
    this.#hub.publish(key, this.#answer(key, latest.context));
    this.#computed.set(key, latest.hash);
  }

  #answer(key: string, context: CallContext): Answer {
    const wanted = this.#calls.get(key);
    if (wanted === undefined) return { cells: new CellFault("#N/A", loading) };
    try {
      return call(wanted.id, wanted.inputs, context);
    } catch (error) {
      this.options.onFailure?.(error);
      return { cells: new CellFault("#VALUE!", ourFault) };
    }
  }

  #failed(error: unknown): void {
    this.options.onFailure?.(error);
    this.#attempts++;
    const sentence = sentenceOf(error);
    if (this.#attempts < mostAttempts) {
      this.#plan(pace.retry * this.#attempts);
      return;
    }
    // What stands there is no longer known to be true, so it does not stay.
    this.#latest = null;
    this.#computed.clear();
    for (const key of this.#hub.wanted()) this.#hub.publish(key, { cells: new CellFault("#N/A", sentence) });
  }

  #publishWhereSilent(sentence: Text): void {
    for (const key of this.#hub.wanted()) {
      if (!this.#hub.answered(key)) this.#hub.publish(key, { cells: new CellFault("#N/A", sentence) });
    }
  }
}

const loading: Text = {
  nl: "PA laadt… Het antwoord verschijnt vanzelf zodra de werkmap gelezen is.",
  en: "PA is loading… The answer appears by itself once the workbook has been read.",
};

const unreadable: Text = {
  nl: "De werkmap kon niet worden gelezen. Rond het typen in een cel af, of herlaad de invoegtoepassing.",
  en: "The workbook could not be read. Finish typing in a cell, or reload the add-in.",
};

const ourFault: Text = {
  nl: "Deze functie kon niet worden berekend door een fout in de invoegtoepassing. Meld het met de formule erbij.",
  en: "This function could not be calculated because of a fault in the add-in. Please report it with the formula.",
};

const isText = (value: unknown): value is Text =>
  typeof value === "object" && value !== null && "nl" in value && "en" in value;

const sentenceOf = (error: unknown): Text =>
  error instanceof Error && "sentence" in error && isText(error.sentence) ? error.sentence : unreadable;
