/**
 * A change in the grid, as the engine's own message. Replayed in a new grid of the same file (`openSheets({ revisions
 * })`), the revisions restore its state.
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

/** Replaces the server the engine expects for collaboration: with one user it only records the changes. */
export class RevisionLog {
  readonly #listeners = new Map<string, (message: Message) => void>();
  onRevision: ((revision: Revision) => void) | null = null;

  // oxlint-disable-next-line typescript/require-await -- the engine waits for a promise
  async sendMessage(message: Message): Promise<void> {
    // The engine sends its next revision as soon as it has the receipt, so this one is recorded before: a revision
    // recorded out of order is refused when it is replayed.
    if (/^(?:REMOTE_REVISION|REVISION_UNDONE|REVISION_REDONE)$/.test(message.type))
      this.onRevision?.(message as Revision);
    // The engine has already executed the commands; it only needs the confirmation, so the commands are left out.
    const receipt = "commands" in message ? { ...message, commands: [] } : message;
    for (const listener of this.#listeners.values()) listener(receipt);
  }

  onNewMessage(id: string, listener: (message: Message) => void): void {
    this.#listeners.set(id, listener);
  }

  leave(id: string): void {
    this.#listeners.delete(id);
  }
}
