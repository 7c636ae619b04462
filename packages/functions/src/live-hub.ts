/**
 * Subscriptions to answers. Cells subscribe under a key; an answer is pushed to each subscriber only if it differs from the last
 * one pushed to it, because pushing an equal answer would make a spreadsheet recalculate forever.
 * Independent of any host. Unsubscribing is by identity, because a host may start the new call before it cancels the old one.
 */
export class LiveHub<Value> {
  readonly #subscribers = new Map<string, Set<Subscriber<Value>>>();
  readonly #latest = new Map<string, Value>();

  /** Two answers with equal `signature` are the same answer. */
  constructor(private readonly signature: (value: Value) => string) {}

  /** Subscribes to a key; an answer already known is pushed at once. Returns an unsubscribe function. */
  subscribe(key: string, push: (value: Value) => void): () => void {
    const subscriber: Subscriber<Value> = { push, last: null };
    const waiting = this.#subscribers.get(key) ?? new Set();
    this.#subscribers.set(key, waiting.add(subscriber));
    const value = this.#latest.get(key);
    if (value !== undefined) this.#deliver(subscriber, value);
    return () => {
      waiting.delete(subscriber);
      // The last subscriber left: drop the answer too, or a later subscriber would be shown a stale one.
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

  /** Keys with subscribers; no other answers need computing. */
  wanted(): readonly string[] {
    return [...this.#subscribers.keys()];
  }

  /** True if the key has subscribers. */
  wants(key: string): boolean {
    return this.#subscribers.has(key);
  }

  /** Pushes every answer again, for a host that may have lost it. */
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
