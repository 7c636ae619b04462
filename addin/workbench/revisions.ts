/**
 * What was done in a grid since its file was opened, as the engine itself tells it: a small message per change. Given to a new
 * grid of the same file (`openSheets({ revisions })`) they bring it where this one is.
 */
export interface Revision {
  readonly type: "REMOTE_REVISION" | "REVISION_UNDONE" | "REVISION_REDONE";
  readonly nextRevisionId: string;
  readonly serverRevisionId: string;
  readonly undoneRevisionId?: string;
  readonly redoneRevisionId?: string;
}

interface Message {
  readonly type: string;
}

/** Stands where the engine expects a server that hands every change to everybody: here there is one person, and somebody who keeps the changes. */
export class RevisionLog {
  readonly #listeners = new Map<string, (message: Message) => void>();
  onRevision: ((revision: Revision) => void) | null = null;

  // eslint-disable-next-line @typescript-eslint/require-await -- the engine waits for a promise
  async sendMessage(message: Message): Promise<void> {
    // The engine did the commands already and only waits to hear that they arrived: it need not take them apart again.
    const receipt = "commands" in message ? { ...message, commands: [] } : message;
    for (const listener of this.#listeners.values()) listener(receipt);
    if (/^(?:REMOTE_REVISION|REVISION_UNDONE|REVISION_REDONE)$/.test(message.type))
      this.onRevision?.(message as Revision);
  }

  onNewMessage(id: string, listener: (message: Message) => void): void {
    this.#listeners.set(id, listener);
  }

  leave(id: string): void {
    this.#listeners.delete(id);
  }
}
