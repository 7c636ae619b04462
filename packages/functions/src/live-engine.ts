import type { Text } from "@prestatieafspraken/indicators";
import type { Return } from "@prestatieafspraken/quarterly";
import type { CallContext } from "./call-context.js";
import { call, isLiveCall } from "./call.js";
import { fn, followsAgreement } from "./catalogue.js";
import { CellFault, type Answer, type CellInput } from "./cell.js";
import { LiveHub } from "./live-hub.js";

/** Schedules a callback (provided by the host). Returns a cancel function. */
export interface Scheduler {
  after(milliseconds: number, run: () => void): () => void;
}

/** What the live engine needs from its host. */
export interface LiveEngineOptions {
  /**
   * Reads the workbook. May fail while a cell is being edited; the engine then retries. With `again`, everything read earlier
   * must be discarded, because the user forced a full recalculation.
   */
  readonly read: (how: { readonly again: boolean }) => Promise<Return>;
  /** The context for evaluating functions. `read` is null before the first read; the agreement's defaults then apply. */
  readonly context: (read: Return | null) => CallContext;
  readonly scheduler: Scheduler;
  /** Resolves once the host accepts requests (no cell is being edited), with the milliseconds waited. */
  readonly untilFree?: () => Promise<number>;
  /** Changes when the layout does (hidden rows, moved cells): equal cells may then have another answer. */
  readonly edition?: () => number;
  /** Receives failures, for a log; the cell shows a message as well. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * All in milliseconds: how long edits are collected before a read; the delay before a failed read is retried; after how much
 * editing time answers are pushed again (a host drops what it cannot show within a minute).
 */
export const pace = { gather: 100, retry: 1000, dropped: 50_000 } as const;
/** Maximum number of postponements while changes keep coming, and of attempts when reads fail. */
const mostPostponements = 8;
const mostAttempts = 5;

interface Wanted {
  readonly id: string;
  readonly inputs: readonly CellInput[];
  /** What makes the answer change: the tables, the workbook's agreement only, or neither. */
  readonly follows: "tables" | "agreement" | "nothing";
}

/** The last read of the workbook and what was derived from it. */
interface Latest {
  readonly read: Return;
  /** Equal content means equal answers. */
  readonly content: string;
  readonly context: CallContext;
  /** Equal signatures mean the same agreement, date and language, so calls with figures keep their answer. */
  readonly agreement: string;
}

/**
 * Keeps cells with live functions up to date. Change events come in through `changed`; the workbook is then read once, and only
 * if its content hash differs are the answers of subscribed cells recomputed and pushed.
 * It runs outside the host's calculation, so a function never reads the workbook itself. A waiting cell keeps its old value until
 * the answer is pushed. Calls with figures are answered at once and never trigger a read.
 */
export class LiveEngine {
  readonly #hub = new LiveHub<Answer>(({ cells, card }) => JSON.stringify([cells, card]));
  readonly #calls = new Map<string, Wanted>();
  /** The content (or agreement signature) each answer was computed from. */
  readonly #computed = new Map<string, string>();
  #latest: Latest | null = null;
  /** The workbook changed after the last successful read. */
  #outdated = false;
  /** Keys subscribed again since the last read. */
  readonly #recalled = new Set<string>();
  #recalling: (() => void) | null = null;
  /** Keys that lost their last subscriber a moment ago. */
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

  /** Subscribes a cell to the answers of a call. Returns an unsubscribe function; the order of unsubscribing does not matter. */
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
    // Live calls with equal arguments share one answer. A call with figures gets its own key, so that its ranges need not be
    // serialised.
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
      // A host may cancel the old call before it starts the new one.
      if (follows === "tables" && !this.#stopped) this.#leaving(key);
    };
  }

  /** Reports a change in the workbook (on this sheet, if known). Collects changes, then reads if an answer may depend on them. */
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

  /** True if a subscribed answer may depend on this change. Without live cells, only the sheets of the agreement matter. */
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
  /** A forced recalculation subscribes to every live answer again; the next read then discards earlier ones. */
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
    // No subscribers: the next one starts a read.
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

  /** Computes and pushes an answer, unless it was already computed from the same content. */
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

  /** Pushes all answers again after a long edit, because the host drops answers it could not show. */
  async #deliverAfterEditing(): Promise<void> {
    if (this.options.untilFree === undefined || this.#delivering) return;
    this.#delivering = true;
    try {
      if ((await this.options.untilFree()) >= pace.dropped && !this.#stopped) this.#hub.repeat();
    } catch {
      // Ignored: the workbook is closing, or the next read reports the failure.
    } finally {
      this.#delivering = false;
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (codeOf(error) === "CELL_EDITING" && this.options.untilFree !== undefined) {
      // A cell being edited is not a failure. Cells keep their values until the edit is done.
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
    // The shown values may be stale, so they are replaced by an error. Not #N/A: formulas catch that.
    this.#latest = null;
    this.#computed.clear();
    for (const [key, { follows }] of this.#calls)
      if (follows !== "nothing") this.#hub.publish(key, { cells: new CellFault("#VALUE!", sentence) });
  }
}

/** Everything that can change the answer to a call with figures. */
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
