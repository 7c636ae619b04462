import { run, supports } from "./host.js";
import type { WorkbookReading } from "./workbook-reading.js";

/** How long to wait before listening is tried again (somebody was typing, or the workbook was still opening). */
const retryAfter = 2_000;

/**
 * Listens to the whole workbook at once: edits of anybody, results of calculation, layout, tables and sheets that come and go. What
 * is told goes to the reading, which knows whether it matters. Handlers on collections, because handlers on a table or sheet die
 * with it. Asks nothing of the workbook itself.
 */
export class WorkbookEvents {
  #handlers: readonly { remove(): void }[] = [];
  #state: "silent" | "starting" | "listening" = "silent";
  #context: Excel.RequestContext | null = null;
  #wanted = false;
  #started: Promise<void> = Promise.resolve();

  constructor(private readonly reading: WorkbookReading) {}

  start(): void {
    this.#wanted = true;
    if (this.#state === "silent") this.#started = this.#start();
  }

  /** Resolves when nothing that happens is missed any more; fails while somebody is typing in a cell. */
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
          const { reading } = this;
          const { tables, worksheets } = context.workbook;
          const told =
            <T>(tell: (event: T) => void) =>
            (event: T): Promise<void> => {
              tell(event);
              return Promise.resolve();
            };
          const cells = told<Excel.WorksheetChangedEventArgs>((event) => reading.cellsChanged(event));
          const structure = told(() => reading.structureChanged());
          this.#handlers = [
            worksheets.onChanged.add(cells),
            worksheets.onCalculated.add(told((event) => reading.calculated(event))),
            // A table also changes in ways no sheet event tells: rows sorted, resized, cleared by a filter.
            tables.onChanged.add(told((event) => reading.cellsChanged(event))),
            tables.onAdded.add(structure),
            tables.onDeleted.add(structure),
            worksheets.onAdded.add(structure),
            worksheets.onDeleted.add(structure),
            worksheets.onFormatChanged.add(told((event) => reading.looksDifferent("format", event))),
            worksheets.onRowSorted.add(told((event) => reading.looksDifferent("sorted", event))),
            worksheets.onRowHiddenChanged.add(told((event) => reading.looksDifferent("hidden", event))),
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
    // The workbook may be closing; then the handlers are gone anyway.
    await context.sync().catch(() => undefined);
  }
}

/** An office.js older than its host has no such member. */
const hasNameEvent = (worksheets: Excel.WorksheetCollection): boolean => "onNameChanged" in worksheets;
