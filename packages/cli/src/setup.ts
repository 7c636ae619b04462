import type { Command } from "commander";
import type { Text } from "@prestatieafspraken/indicators";
import type { Terminal } from "./terminal.js";

/** A command adds itself; its action returns the exit code. */
export interface Setup {
  readonly program: Command;
  readonly terminal: Terminal;
  /** Picks the user's language. */
  readonly t: (text: Text) => string;
  /** Runs an action and remembers its exit code. */
  readonly does: <A extends unknown[]>(action: (...given: A) => Promise<number>) => (...given: A) => Promise<void>;
}
