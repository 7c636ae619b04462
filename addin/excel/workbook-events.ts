import { run, supports } from "./host.js";
import type { WorkbookCopy } from "./workbook-copy.js";

/** Milliseconds before retrying to listen (the user was typing, or the workbook was still opening). */
const retryAfter = 2_000;

/**
 * Listens to the whole workbook: edits by anyone, calculation results, formats, and added or deleted tables and sheets.
 * Passes every event to the copy, which decides whether it matters. Uses handlers on collections, because those on a
 * table or sheet disappear with it. Reads nothing itself.
 */
export class WorkbookEvents {
  #handlers: readonly { remove(): void }[] = [];
  #state: "silent" | "starting" | "listening" = "silent";
  #context: Excel.RequestContext | null = null;
  #wanted = false;
  #started: Promise<void> = Promise.resolve();

  constructor(private readonly copy: WorkbookCopy) {}

  start(): void {
    this.#wanted = true;
    if (this.#state === "silent") this.#started = this.#start();
  }

  /** Resolves once all events are received; rejects while the user is editing a cell. */
  async listening(): Promise<void> {
    if (this.#state === "listening") return;
    await run((context) => context.sync());
    await this.#started;
  }

  stop(): void {
    this.#wanted = false;
    if (this.#state === "listening") void this.#stop();
  }

  async #start(): Promise<void> {
    this.#state = "starting";
    try {
      await run(
        async (context) => {
          const { copy } = this;
          const { tables, worksheets } = context.workbook;
          const told =
            <T>(tell: (event: T) => void) =>
            (event: T): Promise<void> => {
              tell(event);
              return Promise.resolve();
            };
          const cells = told<Excel.WorksheetChangedEventArgs>((event) => copy.cellsChanged(event));
          const structure = told(() => copy.structureChanged());
          this.#handlers = [
            worksheets.onChanged.add(cells),
            worksheets.onCalculated.add(told((event) => copy.calculated(event))),
            // Some table changes raise no sheet event: sorting, resizing, clearing a filter.
            tables.onChanged.add(told((event) => copy.cellsChanged(event))),
            tables.onAdded.add(structure),
            tables.onDeleted.add(structure),
            worksheets.onAdded.add(structure),
            worksheets.onDeleted.add(structure),
            worksheets.onFormatChanged.add(told((event) => copy.looksDifferent("format", event))),
            worksheets.onRowSorted.add(told((event) => copy.looksDifferent("sorted", event))),
            worksheets.onRowHiddenChanged.add(told((event) => copy.looksDifferent("hidden", event))),
            ...(supports("ExcelApi", "1.17") && hasNameEvent(worksheets)
              ? [worksheets.onNameChanged.add(structure)]
              : []),
          ];
          await context.sync();
          this.#context = context;
        },
        { waitForEdit: true },
      );
      this.#state = "listening";
      if (!this.#wanted) await this.#stop();
    } catch {
      this.#state = "silent";
      setTimeout(() => {
        if (this.#wanted && this.#state === "silent") this.#started = this.#start();
      }, retryAfter);
    }
  }

  async #stop(): Promise<void> {
    const context = this.#context;
    if (context === null) return;
    this.#state = "silent";
    this.#context = null;
    for (const handler of this.#handlers) handler.remove();
    this.#handlers = [];
    // The workbook may be closing, in which case the handlers are gone anyway.
    await context.sync().catch(() => undefined);
  }
}

/** An office.js older than its host lacks this member. */
const hasNameEvent = (worksheets: Excel.WorksheetCollection): boolean => "onNameChanged" in worksheets;
