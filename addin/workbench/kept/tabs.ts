/** The other tabs of this browser: who has which document open. */

const channelName = "pa-werkbank";
const lockName = (id: string): string => `pa-werkbank-${id}`;

/** A hold on a document: nobody else has it while it lasts. */
export interface Hold {
  release(): void;
}

/** Null when another tab has this document open. A page that is just being reloaded lets go a little later. */
export async function holdDocument(id: string, patience = 700): Promise<Hold | null> {
  // Without the means to ask (a page that is not served over https) everybody may.
  if (!("locks" in navigator)) return { release: () => undefined };
  const waiting = new AbortController();
  const late = setTimeout(() => waiting.abort(), patience);
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(id), { signal: waiting.signal }, () => {
        clearTimeout(late);
        return new Promise<void>((done) => resolve({ release: done }));
      })
      .catch(() => resolve(null));
  });
}

/** The documents that are open in any tab. */
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

/** Tells other tabs which file is open here, and hears when one of them has the same. */
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

  /** The file opened here; null for one that was made here. */
  opened(print: string | null): void {
    this.#print = print;
    this.#say("opened");
  }

  #say(type: Said["type"]): void {
    if (this.#print !== null) this.#channel?.postMessage({ type, print: this.#print } satisfies Said);
  }
}

/** Enough of a file to know it again: name, length and a sum over its bytes (FNV-1a). */
export function printOf(name: string, bytes: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return `${name} ${bytes.length} ${(sum >>> 0).toString(16)}`;
}
