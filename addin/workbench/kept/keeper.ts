import type { Deed } from "../loaded.js";
import {
  forget,
  keepAbout,
  keepBundle,
  keepDocument,
  keptDocuments,
  surplus,
  type KeptDocument,
} from "./kept-documents.js";

/** Where the keeping of a document stands. */
export type Kept = "kept" | "full" | "blocked";

/** What a keeper needs of its surroundings. */
export interface Surroundings {
  readonly now: () => number;
  /** Is this document open in any tab? */
  readonly isOpen: (id: string) => boolean;
  /** Told when it changes. */
  readonly onKept: (kept: Kept) => void;
  /** Told when the document is saved as a file, or no longer is. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** Keeps one document: every deed at once, one after the other, again after a refusal. */
export class Keeper {
  #document: KeptDocument;
  #bytes: Uint8Array;
  /** Is the file there? A browser that was full may have refused it. */
  #hasFile: boolean;
  #waiting: Deed[] = [];
  #count = 0;
  #isWriting = false;
  #written: Promise<void> = Promise.resolve();
  #kept: Kept = "kept";

  constructor(
    document: KeptDocument,
    bytes: Uint8Array,
    private readonly around: Surroundings,
    isThere = false,
  ) {
    this.#document = document;
    this.#bytes = bytes;
    this.#hasFile = isThere;
  }

  get document(): KeptDocument {
    return this.#document;
  }

  /** Has anything been done in it, in any file it was? */
  get isTouched(): boolean {
    return this.#document.bundles > 0 || this.#document.file > 0 || this.#waiting.length > 0;
  }

  /** How many deeds have been done here: to know whether anything was done since. */
  get count(): number {
    return this.#count;
  }

  add(deed: Deed): void {
    this.#count += 1;
    this.#waiting.push(deed);
    if (!this.#document.isUnsaved) {
      this.#document = { ...this.#document, isUnsaved: true };
      this.around.onUnsaved(true);
    }
    this.#soon();
  }

  /** Goes on in another file. */
  replace(bytes: Uint8Array): void {
    this.#count += 1;
    this.#waiting = [];
    this.#bytes = bytes;
    this.#hasFile = false;
    this.#document = { ...this.#document, file: this.#document.file + 1, bundles: 0, isUnsaved: true };
    this.around.onUnsaved(true);
    this.#soon();
  }

  /** It was saved as a file, as it was after `count` deeds. */
  saved(count: number, handle?: FileSystemFileHandle, name = this.#document.name): void {
    const isUnsaved = count !== this.#count;
    this.#document = { ...this.#document, name, isUnsaved, ...(handle && { handle }) };
    this.around.onUnsaved(isUnsaved);
    this.#soon();
  }

  /** Somebody goes on without it: it does not come back by itself. What was never touched goes altogether. */
  async drop(): Promise<void> {
    await this.settled();
    if (this.isTouched) await keepAbout((this.#document = { ...this.#document, isDropped: this.#document.isUnsaved }));
    else await forget(this.#document.id);
  }

  /** Resolves when all that was done so far is kept, or cannot be. */
  async settled(): Promise<void> {
    while (this.#isWriting) await this.#written;
  }

  /** Keeps what is not kept yet. */
  start(): void {
    this.#soon();
  }

  #soon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    // What is done in one go is kept in one go.
    this.#written = new Promise((resolve) => setTimeout(resolve, 20))
      .then(() => this.#write())
      .finally(() => {
        this.#isWriting = false;
      });
  }

  async #write(): Promise<void> {
    let before: string;
    do {
      before = `${this.#count} ${this.#document.isUnsaved}`;
      try {
        await this.#writeOnce();
        this.#tell("kept");
      } catch (error) {
        if (!(await this.#madeRoom(error))) return;
      }
    } while (this.#waiting.length > 0 || before !== `${this.#count} ${this.#document.isUnsaved}`);
  }

  async #writeOnce(): Promise<void> {
    if (!this.#hasFile) {
      const { file } = this.#document;
      await keepDocument({ ...this.#document, bundles: 0 }, this.#bytes);
      if (file === this.#document.file) this.#hasFile = true;
    }
    const deeds = this.#waiting;
    if (deeds.length === 0) {
      await keepAbout(this.#document);
      return;
    }
    const at = this.around.now();
    const document = { ...this.#document, changedAt: at, bundles: this.#document.bundles + 1 };
    await keepBundle(document, { at, deeds: JSON.stringify(deeds) });
    if (document.file !== this.#document.file) return;
    this.#waiting = this.#waiting.slice(deeds.length);
    this.#document = { ...this.#document, changedAt: at, bundles: document.bundles };
  }

  /** A full browser first loses what was dropped and what is a file already. */
  async #madeRoom(error: unknown): Promise<boolean> {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    if (isFull)
      try {
        const all = await keptDocuments();
        const [oldest] = surplus(all, this.around.isOpen, 0)
          .filter(({ isDropped, isUnsaved }) => isDropped || !isUnsaved)
          .reverse();
        if (oldest !== undefined) {
          await forget(oldest.id);
          return true;
        }
      } catch {
        // Then there is no room to be made.
      }
    this.#tell(isFull ? "full" : "blocked");
    return false;
  }

  #tell(kept: Kept): void {
    if (kept !== this.#kept) this.around.onKept(kept);
    this.#kept = kept;
  }
}
