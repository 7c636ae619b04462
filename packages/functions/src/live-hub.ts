/**
 * Who waits for which answer. Cells subscribe under a key; an answer is pushed to every cell that waits for it, and only
 * when it differs from what that cell last got: pushing the same again would make a spreadsheet calculate forever.
 * Knows no host. Cancelling is by identity, because a host may start the new call before it cancels the old one.
 */
export class LiveHub<Value> {
  readonly #subscribers = new Map<string, Set<Subscriber<Value>>>();
  readonly #latest = new Map<string, Value>();

  /** `signature` tells two answers apart; equal signature = the same answer. */
  constructor(private readonly signature: (value: Value) => string) {}

  /** Starts waiting; an answer that is already there is pushed at once. Returns how to stop. */
  subscribe(key: string, push: (value: Value) => void): () => void {
    const subscriber: Subscriber<Value> = { push, last: null };
    const waiting = this.#subscribers.get(key) ?? new Set();
    this.#subscribers.set(key, waiting.add(subscriber));
    const value = this.#latest.get(key);
    if (value !== undefined) this.#deliver(subscriber, value);
    return () => {
      waiting.delete(subscriber);
      // Nobody waits any more: forget the answer too, or a cell that comes back later would be shown an old one.
      if (waiting.size === 0 && this.#subscribers.get(key) === waiting) {
        this.#subscribers.delete(key);
        this.#latest.delete(key);
      }
    };
  }

  publish(key: string, value: Value): void {
    const waiting = this.#subscribers.get(key);
    if (waiting === undefined) return;
    this.#latest.set(key, value);
    for (const subscriber of [...waiting]) this.#deliver(subscriber, value);
  }

  /** Keys somebody waits for; nothing else needs computing. */
  wanted(): readonly string[] {
    return [...this.#subscribers.keys()];
  }

  /** Does anybody wait for this? */
  wants(key: string): boolean {
    return this.#subscribers.has(key);
  }

  /** Pushes every answer once more, to a host that may have lost it. */
  repeat(): void {
    for (const [key, waiting] of this.#subscribers) {
      const value = this.#latest.get(key);
      if (value !== undefined) for (const subscriber of [...waiting]) subscriber.push(value);
    }
  }

  #deliver(subscriber: Subscriber<Value>, value: Value): void {
    const signature = this.signature(value);
    if (signature === subscriber.last) return;
    subscriber.last = signature;
    subscriber.push(value);
  }
}

interface Subscriber<Value> {
  readonly push: (value: Value) => void;
  last: string | null;
}
