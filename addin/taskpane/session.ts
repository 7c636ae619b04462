import { fill, InputError, type Agreement, type Language, type Text } from "@prestatieafspraken/indicators";
import {
  countIssues,
  MAPPING_SETTING,
  read,
  receivedIn,
  report,
  validate,
  WorkbookError,
  type Issue,
  type LiveWorkbook,
  type Mapping,
  type SheetTable,
  type Workbook,
} from "@prestatieafspraken/quarterly";
import type { TemplateOptions } from "@prestatieafspraken/xlsx";
import { ourAddIn } from "@prestatieafspraken/xlsx";
import { countText } from "./counted.js";
import { aboutParty, filterIssues } from "./filter-issues.js";
import { initialState, type Filter, type Notice, type PaneState } from "./state.js";
import type { ScreenName } from "./screens.js";
import { createStore, type Store } from "./store.js";
import { words } from "./words.js";

/** Whether the functions start when this workbook is opened. */
export interface Startup {
  loadsWithWorkbook(): Promise<boolean>;
  loadWithWorkbook(load: boolean): Promise<void>;
}

export type AddIn = NonNullable<TemplateOptions["addIn"]>;

export interface SessionOptions {
  readonly language: Language;
  readonly agreements: readonly Agreement[];
  /** The user's date, "2026-11-23". */
  readonly today: string;
  /** URL of the help's folder with `nl/start.html`, ending in a slash. */
  readonly help: string;
  readonly startup: Startup | null;
  /** The add-in named in workbooks made here, so that Excel can offer it. */
  readonly addIn: AddIn | null;
  readonly onLanguage?: ((language: Language) => void) | undefined;
}

/** Thrown inside a job that the user stopped. */
class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Errors which mean that the pane's data is out of date, so the workbook must be read again. */
const outdated = new Set(["CHANGED_SINCE", "NO_SHEET", "NO_TABLE"]);

/**
 * In milliseconds: a check starts after `quiet` without changes; while a cell is being edited, it retries every
 * `editing`.
 */
const pace = { quiet: 400, editing: 1000 } as const;

/** Lets the browser draw and handle input. */
const breath = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A unique id of an issue: identical rows share a key, but not a cell. */
export const idOf = (issue: Issue): string => `${issue.key}@${issue.sheet ?? ""}!${issue.cell ?? ""}`;

/** A user's session with one workbook: its state and all actions on it. */
export class Session {
  readonly store: Store<PaneState>;
  readonly workbook: LiveWorkbook;
  readonly options: SessionOptions;
  /** Number of the current check; an older check stops without reporting. */
  #check = 0;
  #job = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #leave: () => void;

  constructor(workbook: LiveWorkbook, options: SessionOptions) {
    this.workbook = workbook;
    this.options = options;
    this.store = createStore(initialState(options.language));
    this.#leave = workbook.subscribe(() => this.#soon());
    void this.check();
  }

  get state(): PaneState {
    return this.store.get();
  }

  close(): void {
    this.#leave();
    clearTimeout(this.#timer);
    this.#check += 1;
    this.#job += 1;
  }

  // State on screen

  go(screen: ScreenName): void {
    this.store.set({ screen, notice: null });
  }

  speak(language: Language): void {
    this.store.set({ language, announcement: "" });
    this.options.onLanguage?.(language);
  }

  say(notice: Notice | null): void {
    this.store.set({ notice });
  }

  done(text: Text, action?: Notice["action"]): void {
    this.store.set({ notice: { kind: "done", text, ...(action && { action }) } });
  }

  /** Adds a note to a message about sheets, if the host then clears its undo history. */
  withUndo({ nl, en }: Text): Text {
    if (this.workbook.capabilities.sheetsEndUndo !== true) return { nl, en };
    return { nl: `${nl} ${words.undoEnds.nl}`, en: `${en} ${words.undoEnds.en}` };
  }

  announce(text: Text): void {
    this.store.set({ announcement: text[this.state.language] });
  }

  filter(change: Partial<Filter>): void {
    this.store.set({ filter: { ...this.state.filter, ...change } });
    this.announce(fill(words.checks.shownNow, { shown: this.shown().length, total: this.issues().length }));
  }

  lookFor(party: string | null): void {
    this.store.set({ party });
    this.announce(fill(words.checks.result, { counts: countText(this.issues()) }));
  }

  /** The issues for the chosen party. */
  issues(): readonly Issue[] {
    return aboutParty(this.state.issues, this.state.party);
  }

  /** The issues that pass the filter, in screen order. */
  shown(): readonly Issue[] {
    return filterIssues(this.issues(), this.state.filter, this.state.language);
  }

  // Checking

  /** True while the pane is hidden; nothing is checked then. */
  #resting = false;
  #missed = false;

  rest(resting: boolean): void {
    this.#resting = resting;
    if (resting) {
      // Stops a running check; it runs again when the pane is shown.
      this.#missed ||= this.state.busy !== null || this.state.ret === null;
      this.#check += 1;
      clearTimeout(this.#timer);
      return;
    }
    void this.check({ quietly: !this.#missed || this.state.ret !== null });
    this.#missed = false;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (this.#resting) return;
    this.#timer = setTimeout(() => void this.check({ quietly: true }), pace.quiet);
  }

  /**
   * Reads and checks the workbook, then computes the indicators. `quietly`: announces nothing unless the counts change,
   * because the user did not ask.
   */
  async check({ quietly = false }: { readonly quietly?: boolean } = {}): Promise<void> {
    clearTimeout(this.#timer);
    this.#check += 1;
    const mine = this.#check;
    const going = (): void => {
      if (mine !== this.#check) throw new Stopped();
    };
    const before = JSON.stringify(countIssues(this.state.issues));
    const first = this.state.ret === null;
    if (!quietly) this.store.set({ busy: words.busy.reading, notice: null });
    try {
      const [blocks, sheets, mapping, received] = await Promise.all([
        this.workbook.tables(),
        this.workbook.sheetNames(),
        this.#mapping(),
        receivedIn(this.workbook),
      ]);
      going();
      await breath();
      const ret = await read(withBlocks(this.workbook, blocks), {
        agreements: this.options.agreements,
        ...(this.state.quarter !== null && { quarter: this.state.quarter }),
      });
      going();
      if (!quietly) this.store.set({ busy: words.busy.checking });
      await breath();
      going();
      const issues = validate(ret);
      const byHand = this.workbook.isCalculatedByHand ?? false;
      this.store.set({ ret, issues, sheets, mapping, received, blocks, byHand });
      if (!quietly || before !== JSON.stringify(countIssues(issues)))
        this.announce(fill(words.checks.result, { counts: countText(this.issues()) }));
      if (!quietly) this.store.set({ busy: words.busy.reporting });
      await breath(first ? 0 : 50);
      going();
      try {
        const pane = ourAddIn.version.replace(/\.0$/, "");
        const options = { language: this.state.language, versions: { pane } };
        const made = await report(ret, options);
        going();
        const published = await report(ret, { ...options, publication: true });
        going();
        this.store.set({ report: made, published, reportProblem: null });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        this.store.set({ report: null, published: null, reportProblem: error.sentence });
      }
      if (!quietly) this.store.set({ busy: null });
    } catch (error) {
      if (error instanceof Stopped || mine !== this.#check) return;
      if (error instanceof WorkbookError && error.code === "CELL_EDITING") {
        // The user is editing a cell: the check waits and retries.
        this.store.set({ busy: first || !quietly ? words.busy.waiting : null });
        this.#timer = setTimeout(() => void this.check({ quietly }), pace.editing);
        return;
      }
      this.store.set({ busy: null });
      this.#complain(error, () => void this.check());
    }
  }

  /** Reads everything again on request: some changes, such as a renamed table, are not reported by the host. */
  async checkAnew(): Promise<void> {
    this.workbook.readAnew?.();
    await this.check();
  }

  async #mapping(): Promise<Mapping> {
    try {
      return JSON.parse((await this.workbook.getSetting(MAPPING_SETTING)) ?? "{}") as Mapping;
    } catch {
      return {};
    }
  }

  /** Stops the current job. A change to the workbook is either completed or not started. */
  stop(): void {
    const waiting = this.state.busy === words.busy.waiting;
    this.#check += 1;
    this.#job += 1;
    clearTimeout(this.#timer);
    this.store.set({
      busy: null,
      notice: { kind: "done", text: waiting ? words.stoppedWaiting : words.stopped },
    });
  }

  // Actions

  /**
   * Runs an action in the workbook. Waits while a cell is being edited; reports any other refusal in a sentence, with a
   * button that retries the action and everything after it. Returns the result, or null if it did not happen.
   */
  async attempt<T>(what: Text, job: () => Promise<T>): Promise<{ readonly value: T } | null> {
    let mine = 0;
    const begin = (): void => {
      this.#job += 1;
      mine = this.#job;
      this.store.set({ notice: null, busy: what });
    };
    begin();
    for (;;) {
      try {
        const value = await job();
        if (mine === this.#job) this.store.set({ busy: null });
        return { value };
      } catch (error) {
        if (mine !== this.#job) return null;
        if (error instanceof WorkbookError && error.code === "CELL_EDITING") {
          this.store.set({ busy: words.busy.waiting });
          await breath(pace.editing);
          if (mine !== this.#job) return null;
          continue;
        }
        this.store.set({ busy: null });
        if (error instanceof WorkbookError && outdated.has(error.code)) {
          // The host did not report this change.
          this.workbook.readAnew?.();
          await this.check({ quietly: true });
          this.say({
            kind: "problem",
            text: error.code === "CHANGED_SINCE" ? words.checks.changedSince : error.sentence,
          });
          return null;
        }
        await new Promise<void>((retry) => this.#complain(error, retry));
        begin();
      }
    }
  }

  #complain(error: unknown, again: () => void): void {
    const known = error instanceof WorkbookError || error instanceof InputError;
    if (!known) console.error(error);
    this.say({
      kind: "problem",
      text: known ? error.sentence : words.failed,
      action: { label: words.tryAgain, run: again },
    });
  }
}

/** The workbook with its tables as just read, so that they are read only once. */
const withBlocks = (workbook: LiveWorkbook, blocks: readonly SheetTable[]): Workbook => ({
  tables: () => Promise.resolve(blocks),
  sheetNames: () => workbook.sheetNames(),
  mark: (marks) => workbook.mark(marks),
  clearMarks: () => workbook.clearMarks(),
  change: (changes) => workbook.change(changes),
  appendRows: (table, rows) => workbook.appendRows(table, rows),
  extendTable: (table, lastRow) => workbook.extendTable(table, lastRow),
  addSheet: (name, rows, look) => workbook.addSheet(name, rows, look),
  getSetting: (key) => workbook.getSetting(key),
  setSetting: (key, value) => workbook.setSetting(key, value),
});
