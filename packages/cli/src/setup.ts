import type { Text } from "@prestatieafspraken/indicators";
import type { PaCommand } from "./command-line.js";
import type { Terminal } from "./terminal.js";

/** What a command needs to register itself; its action returns the exit code. */
export interface Setup {
  readonly program: PaCommand;
  readonly terminal: Terminal;
  /** Translates into the user's language. */
  readonly t: (text: Text) => string;
  /**
   * Reports what was done: on standard output, or on standard error if the result itself is on standard output. Silent
   * with --quiet.
   */
  readonly say: (text: string, outcomeIsThere: boolean) => void;
  /** Wraps an action to record its exit code. */
  readonly does: <A extends unknown[]>(action: (...given: A) => Promise<number>) => (...given: A) => Promise<void>;
}
