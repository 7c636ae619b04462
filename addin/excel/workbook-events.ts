import type { WorkbookEvent } from "@prestatieafspraken/quarterly";
import { run, supports } from "./host.js";

/** How long to wait before listening is tried again (somebody was typing, or the workbook was still opening). */
const retryAfter = 2_000;

/**
 * Listens to the whole workbook at once: edits of anybody, results of calculation, tables and sheets that come and go.
 * Handlers on collections, because handlers on a table or sheet die with it.
 */
export class WorkbookEvents {
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  readonly #names = new Map<string, string>();
  #handlers: readonly { remove(): void }[] = [];
  #state: "silent" | "starting" | "listening" = "silent";
  #context: Excel.RequestContext | null = null;

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    if (this.#state === "silent") void this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) void this.#stop();
    };
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  async #start(): Promise<void> {
    this.#state = "starting";
    try {
      await run(
        async (context) => {
          const { tables, worksheets } = context.workbook;
          const cells = async (event: { worksheetId: string; source?: unknown }): Promise<void> => {
            const sheet = await this.#name(event.worksheetId);
            this.#tell({ kind: "cells", sheet, source: event.source === "Remote" ? "remote" : "local" });
          };
          const structure = (): Promise<void> => {
            this.#names.clear();
            this.#tell({ kind: "structure" });
            return Promise.resolve();
          };
          this.#handlers = [
            worksheets.onChanged.add(cells),
            worksheets.onCalculated.add(cells),
            // A table also changes in ways no sheet event tells: rows sorted, resized, cleared by a filter.
            tables.onChanged.add(cells),
            tables.onAdded.add(structure),
            tables.onDeleted.add(structure),
            worksheets.onAdded.add(structure),
            worksheets.onDeleted.add(structure),
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
      if (this.#listeners.size === 0) await this.#stop();
    } catch {
      this.#state = "silent";
      setTimeout(() => {
        if (this.#listeners.size > 0 && this.#state === "silent") void this.#start();
      }, retryAfter);
    }
  }

  async #stop(): Promise<void> {
    const context = this.#context;
    if (this.#state !== "listening" || context === null) return;
    this.#state = "silent";
    this.#context = null;
    for (const handler of this.#handlers) handler.remove();
    this.#handlers = [];
    // The workbook may be closing; then the handlers are gone anyway.
    await context.sync().catch(() => undefined);
  }

  async #name(id: string): Promise<string> {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    try {
      await run(
        async (context) => {
          const sheets = context.workbook.worksheets.load("items/id,items/name");
          await context.sync();
          for (const sheet of sheets.items) this.#names.set(sheet.id, sheet.name);
        },
        { waitForEdit: true },
      );
    } catch {
      return "";
    }
    return this.#names.get(id) ?? "";
  }
}

/** An office.js older than its host has no such member. */
const hasNameEvent = (worksheets: Excel.WorksheetCollection): boolean => "onNameChanged" in worksheets;
