import type { Text } from "@prestatieafspraken/indicators";
import type { PaCommand } from "./command-line.js";
import type { Terminal } from "./terminal.js";

/** A command adds itself; its action returns the exit code. */
export interface Setup {
  readonly program: PaCommand;
  readonly terminal: Terminal;
  /** Picks the user's language. */
  readonly t: (text: Text) => string;
  /** Says what was done: on standard output, or on the error stream where the outcome itself is there; not with --quiet. */
  readonly say: (text: string, outcomeIsThere: boolean) => void;
  /** Runs an action and remembers its exit code. */
  readonly does: <A extends unknown[]>(action: (...given: A) => Promise<number>) => (...given: A) => Promise<void>;
}
