import type { Text } from "@prestatieafspraken/indicators";
import type { Return } from "@prestatieafspraken/quarterly";
import type { CallContext } from "./call-context.js";
import { call, isLiveCall } from "./call.js";
import { fn, followsAgreement } from "./catalogue.js";
import { CellFault, type Answer, type CellInput } from "./cell.js";
import { LiveHub } from "./live-hub.js";

/** Runs something later; the host has the clock. Returns how to call it off. */
export interface Scheduler {
  after(milliseconds: number, run: () => void): () => void;
}

export interface LiveEngineOptions {
  /**
   * Reads the workbook once. Fails while somebody is typing in a cell; it is then tried again. `again`: what was read before is no
   * longer believed, because somebody asked for everything to be calculated anew.
   */
  readonly read: (how: { readonly again: boolean }) => Promise<Return>;
  /** What functions answer from, given what was read; null before the first reading (the agreement's start values). */
  readonly context: (read: Return | null) => CallContext;
  readonly scheduler: Scheduler;
  /** Resolves when the host takes requests (nobody is typing in a cell), with the milliseconds that took. */
  readonly untilFree?: () => Promise<number>;
  /** Counts what changed around the cells (layout, hidden rows): the same cells may then have another answer. */
  readonly edition?: () => number;
  /** Told about failures, for a log; the cell says it too. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Milliseconds: how long edits are gathered, how long before a failed reading is tried again, how long a cell may be edited before
 * answers given in the meantime have to be given again (a host drops what it cannot show within a minute).
 */
export const pace = { gather: 100, retry: 1000, dropped: 50_000 } as const;
/** A stream of changes postpones reading so many times at most; a failing reading is tried so many times in all. */
const mostPostponements = 8;
const mostAttempts = 5;

interface Wanted {
  readonly id: string;
  readonly inputs: readonly CellInput[];
  /** What the answer follows: the tables, only the agreement of the workbook, or nothing (it merely is judged by it). */
  readonly follows: "tables" | "agreement" | "nothing";
}

/** A reading, and what was made of it. */
interface Latest {
  readonly read: Return;
  /** Same content, same answers. */
  readonly content: string;
  readonly context: CallContext;
  /** Same signature, same agreement, day and language: figures of one's own have the same answer. */
  readonly agreement: string;
}

/**
 * Keeps cells with live functions up to date. Change events come in through `changed`; the workbook is then read once, and
 * only when its content differs from last time (by hash) the answers somebody waits for are computed and pushed.
 * Works outside the host's calculation, so a function never reads the workbook itself. A cell that waits keeps what it shows:
 * that is the host's business. Calls with figures of their own are answered at once and never cause a reading.
 */
export class LiveEngine {
  readonly #hub = new LiveHub<Answer>(({ cells, card }) => JSON.stringify([cells, card]));
  readonly #calls = new Map<string, Wanted>();
  /** The reading (or the agreement) an answer was computed from. */
  readonly #computed = new Map<string, string>();
  #latest: Latest | null = null;
  /** Something changed that nobody has asked for yet. */
  #outdated = false;
  /** Keys that were called for once more since the last reading. */
  readonly #recalled = new Set<string>();
  #recalling: (() => void) | null = null;
  /** Keys nobody waits for since a moment ago. */
  readonly #left = new Map<string, () => void>();
  #timer: (() => void) | null = null;
  #postponed = 0;
  #attempts = 0;
  #reading = false;
  #again = false;
  #anew = false;
  #delivering = false;
  #stopped = false;
  #serial = 0;

  constructor(private readonly options: LiveEngineOptions) {}

  /** A cell that calls a function and keeps listening. Returns how to stop; that may happen in any order. */
  subscribe(id: string, inputs: readonly CellInput[], push: (answer: Answer) => void): () => void {
    const called = fn(id);
    const follows =
      called === undefined
        ? "nothing"
        : isLiveCall(called, inputs)
          ? "tables"
          : followsAgreement(called)
            ? "agreement"
            : "nothing";
    // Same call, same answer. A call with figures of its own stands by itself: its ranges are no key to carry around.
    const key = follows === "tables" ? JSON.stringify([called!.id, ...inputs]) : `#${++this.#serial}`;
    const known = this.#calls.has(key) || this.#left.has(key);
    this.#calls.set(key, { id, inputs, follows });
    const stopWaiting = this.#hub.subscribe(key, push);
    if (follows === "nothing") this.#compute(key);
    else if (this.#latest !== null && !this.#outdated) this.#compute(key);
    else if (!this.#reading && this.#timer === null) this.#plan(0);
    if (known && this.#latest !== null) this.#calledAgain(key);
    return () => {
      stopWaiting();
      if (this.#hub.wants(key)) return;
      this.#calls.delete(key);
      this.#computed.delete(key);
      // A host may cancel the old call before it makes the new one.
      if (follows === "tables" && !this.#stopped) this.#leaving(key);
    };
  }

  /** Something in the workbook changed (on this sheet, where that is known): gather, then read if anybody's answer may depend on it. */
  changed(event?: { readonly kind: string; readonly sheet?: string }): void {
    if (this.#stopped) return;
    this.#attempts = 0;
    this.#outdated = true;
    if (!this.#isWanted(event)) return;
    if (this.#reading) this.#again = true;
    else if (this.#timer === null || this.#postponed < mostPostponements) {
      this.#postponed++;
      this.#plan(pace.gather);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.();
    this.#recalling?.();
    this.#timer = this.#recalling = null;
  }

  /** Does an answer depend on this? Only cells that follow the tables keep the workbook being read. */
  #isWanted(event?: { readonly kind: string; readonly sheet?: string }): boolean {
    let followsAgreement = false;
    for (const { follows } of this.#calls.values()) {
      if (follows === "tables") return true;
      followsAgreement ||= follows === "agreement";
    }
    if (!followsAgreement) return false;
    return event?.kind !== "cells" || event.sheet === undefined || this.#agreementSheets().has(event.sheet);
  }

  #agreementSheets(): ReadonlySet<string> {
    const tables = this.#latest?.read.tables;
    return new Set(["PA_Instellingen", "PA_Normen"].flatMap((name) => tables?.get(name)?.raw.sheet ?? []));
  }

  #leaving(key: string): void {
    this.#left.get(key)?.();
    this.#left.set(
      key,
      this.options.scheduler.after(pace.retry, () => void this.#left.delete(key)),
    );
  }
  /** Who has every formula calculated anew calls for every answer once more: then nothing read before is believed. */
  #calledAgain(key: string): void {
    this.#recalled.add(key);
    this.#recalling?.();
    this.#recalling = this.options.scheduler.after(pace.gather, () => {
      this.#recalling = null;
      const all = [...this.#calls].every(([each, { follows }]) => follows !== "tables" || this.#recalled.has(each));
      this.#recalled.clear();
      if (!all) return;
      this.#anew = true;
      this.changed();
    });
  }

  #plan(milliseconds: number): void {
    this.#timer?.();
    this.#timer = this.options.scheduler.after(milliseconds, () => {
      this.#timer = null;
      this.#postponed = 0;
      void this.#refresh();
    });
  }

  async #refresh(): Promise<void> {
    // Nobody waits: the next subscriber starts a reading.
    if (this.#stopped || !this.#isWanted()) return;
    this.#reading = true;
    try {
      const again = this.#anew;
      this.#anew = this.#outdated = false;
      const read = await this.options.read({ again });
      this.#attempts = 0;
      const content = `${read.hash} ${this.options.edition?.() ?? 0}`;
      if (this.#latest?.content !== content) {
        const context = this.options.context(read);
        this.#latest = { read, content, context, agreement: signatureOf(context) };
      }
      for (const key of this.#hub.wanted()) this.#compute(key);
      void this.#deliverAfterEditing();
    } catch (error) {
      this.#outdated = true;
      await this.#failed(error);
    } finally {
      this.#reading = false;
    }
    if (this.#again) {
      this.#again = false;
      this.changed();
    }
  }

  /** Computes an answer and pushes it, unless it was computed from the same before. */
  #compute(key: string): void {
    const wanted = this.#calls.get(key);
    if (wanted === undefined) return;
    const from =
      this.#latest === null
        ? "nothing read"
        : wanted.follows === "tables"
          ? this.#latest.content
          : this.#latest.agreement;
    if (this.#computed.get(key) === from) return;
    this.#hub.publish(key, this.#answer(wanted, this.#latest?.context ?? this.options.context(null)));
    this.#computed.set(key, from);
  }

  #answer({ id, inputs }: Wanted, context: CallContext): Answer {
    try {
      return call(id, inputs, context);
    } catch (error) {
      this.options.onFailure?.(error);
      return { cells: new CellFault("#VALUE!", ourFault) };
    }
  }

  /** Answers pushed while somebody stays in a cell for long get lost on their way: they are pushed once more. */
  async #deliverAfterEditing(): Promise<void> {
    if (this.options.untilFree === undefined || this.#delivering) return;
    this.#delivering = true;
    try {
      if ((await this.options.untilFree()) >= pace.dropped && !this.#stopped) this.#hub.repeat();
    } catch {
      // The workbook is closing, or the next reading says what is the matter.
    } finally {
      this.#delivering = false;
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (codeOf(error) === "CELL_EDITING" && this.options.untilFree !== undefined) {
      // Somebody is typing: that is no failure. What stands in the cells stays until they are done.
      await this.options.untilFree().catch(() => undefined);
      if (!this.#stopped) this.#plan(0);
      return;
    }
    this.options.onFailure?.(error);
    this.#attempts++;
    const sentence = sentenceOf(error);
    if (this.#attempts < mostAttempts) {
      this.#plan(pace.retry * this.#attempts);
      return;
    }
    // What stands there is no longer known to be true, so it does not stay. Not as "cannot be said": formulas catch that.
    this.#latest = null;
    this.#computed.clear();
    for (const [key, { follows }] of this.#calls)
      if (follows !== "nothing") this.#hub.publish(key, { cells: new CellFault("#VALUE!", sentence) });
  }
}

/** All that figures of one's own are judged by. */
const signatureOf = ({ agreement, day, language }: CallContext): string => JSON.stringify([agreement, day, language]);

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

const unreadable: Text = {
  nl: "De werkmap kon niet worden gelezen. Sluit de werkmap en open hem opnieuw; blijft het zo, meld het dan.",
  en: "The workbook could not be read. Close the workbook and open it again; report it if it stays.",
};

const ourFault: Text = {
  nl: "Deze functie kon niet worden berekend door een fout in de invoegtoepassing. Meld het met de formule erbij.",
  en: "This function could not be calculated because of a fault in the add-in. Please report it with the formula.",
};

const isText = (value: unknown): value is Text =>
  typeof value === "object" && value !== null && "nl" in value && "en" in value;

const sentenceOf = (error: unknown): Text =>
  error instanceof Error && "sentence" in error && isText(error.sentence) ? error.sentence : unreadable;
