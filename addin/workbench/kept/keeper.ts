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

/** State of storing a document. */
export type Kept = "kept" | "full" | "blocked";

/** What a keeper needs from its environment. */
export interface Surroundings {
  readonly now: () => number;
  /** True if this document is open in any tab. */
  readonly isOpen: (id: string) => boolean;
  /** Called when the state changes. */
  readonly onKept: (kept: Kept) => void;
  /** Called when the document is saved as a file, or has unsaved changes again. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** Stores one document: every deed at once and in order; retries after a failure. */
export class Keeper {
  #document: KeptDocument;
  #bytes: Uint8Array;
  /** True if the file itself is stored; a full browser may have refused it. */
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

  /** True if anything was done in the document, in any of its files. */
  get isTouched(): boolean {
    return this.#document.bundles > 0 || this.#document.file > 0 || this.#waiting.length > 0;
  }

  /** Number of deeds so far; comparing it shows whether anything was done since. */
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

  /** Continues with another file. */
  replace(bytes: Uint8Array): void {
    this.#count += 1;
    this.#waiting = [];
    this.#bytes = bytes;
    this.#hasFile = false;
    this.#document = { ...this.#document, file: this.#document.file + 1, bundles: 0, isUnsaved: true };
    this.around.onUnsaved(true);
    this.#soon();
  }

  /** Records that the document was saved as a file, in its state after `count` deeds. */
  saved(count: number, handle?: FileSystemFileHandle, name = this.#document.name): void {
    const isUnsaved = count !== this.#count;
    this.#document = { ...this.#document, name, isUnsaved, ...(handle && { handle }) };
    this.around.onUnsaved(isUnsaved);
    this.#soon();
  }

  /** Marks the document so that it is not restored automatically; forgets it if nothing was done in it. */
  async drop(): Promise<void> {
    await this.settled();
    if (this.isTouched) await keepAbout((this.#document = { ...this.#document, isDropped: this.#document.isUnsaved }));
    else await forget(this.#document.id);
  }

  /** Resolves once all deeds so far are stored, or cannot be. */
  async settled(): Promise<void> {
    while (this.#isWriting) await this.#written;
  }

  /** Stores what is not stored yet. */
  start(): void {
    this.#soon();
  }

  #soon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    // Deeds in quick succession are stored together.
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
    // Deeds that come while these are being stored wait for the next time.
    const deeds = [...this.#waiting];
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

  /** If storage is full, deletes a document that was dropped, or saved as a file. True if there is room to retry. */
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
        // No room could be made.
      }
    this.#tell(isFull ? "full" : "blocked");
    return false;
  }

  #tell(kept: Kept): void {
    if (kept !== this.#kept) this.around.onKept(kept);
    this.#kept = kept;
  }
}
