/** Communication with other tabs: which tab has which document open. */

const channelName = "pa-werkbank";
const lockName = (id: string): string => `pa-werkbank-${id}`;

/** An exclusive lock on a document. */
export interface Hold {
  release(): void;
}

/** Milliseconds to wait for a lock. A page that reloads releases its own lock late, on a busy computer after seconds. */
const patience = { reload: 10_000, other: 700 } as const;

/** True if this page was reloaded; a duplicated tab was not. */
export const isReloaded = (): boolean =>
  (performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]).some(({ type }) => type === "reload");

/** Locks a document; null if another tab has it open. `wasMine`: this page had it before it was reloaded. */
export async function holdDocument(id: string, wasMine = false): Promise<Hold | null> {
  // Without the Locks API (a page without https), every tab may open it.
  if (!("locks" in navigator)) return { release: () => undefined };
  const waiting = new AbortController();
  const late = setTimeout(() => waiting.abort(), wasMine ? patience.reload : patience.other);
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(id), { signal: waiting.signal }, () => {
        clearTimeout(late);
        return new Promise<void>((done) => resolve({ release: done }));
      })
      .catch(() => resolve(null));
  });
}

/** Ids of the documents open in any tab. */
export async function openDocuments(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const prefix = lockName("");
  return new Set(held.flatMap(({ name = "" }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

interface Said {
  readonly type: "opened" | "also";
  readonly print: string;
}

/** Tells other tabs which file is open here, and reports when another tab has the same one. */
export class Neighbours {
  readonly #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(channelName) : null;
  #print: string | null = null;

  /** `onSame` is called when another tab has the file that is open here. */
  constructor(onSame: () => void) {
    this.#channel?.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (data.print !== this.#print) return;
      if (data.type === "opened") this.#say("also");
      onSame();
    });
  }

  /** Announces the file opened here; null for one that was made here. */
  opened(print: string | null): void {
    this.#print = print;
    this.#say("opened");
  }

  #say(type: Said["type"]): void {
    if (this.#print !== null) this.#channel?.postMessage({ type, print: this.#print } satisfies Said);
  }
}

/** Identifies a file: name, length and a checksum (FNV-1a). */
export function printOf(name: string, bytes: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return `${name} ${bytes.length} ${(sum >>> 0).toString(16)}`;
}
