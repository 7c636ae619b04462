import type { Text } from "@prestatieafspraken/indicators";
import { fixOnwards, isFixable, mark, step } from "./issue-actions.js";
import { nextQuarter, startNextQuarter } from "./next-quarter.js";
import { idOf, type Session } from "./session.js";
import { words } from "./words.js";

/** Commands for the pane from outside: a host button or a keyboard shortcut. */
export type PaneCommand = "nextIssue" | "fixIssue" | "markIssues" | "nextQuarter" | "readAgain";

/** Runs a command on the screen where it belongs. Returns a sentence if there was nothing to do. */
export async function runCommand(session: Session, command: PaneCommand): Promise<Text | null> {
  if (session.state.ret === null) await session.check();
  switch (command) {
    case "nextIssue":
      session.go("checks");
      return (await step(session, 1)) === null ? words.commands.noIssue : null;
    case "fixIssue": {
      session.go("checks");
      const open = session.shown().find((issue) => idOf(issue) === session.state.current);
      if (open === undefined || !isFixable(open)) return words.commands.noFix;
      await fixOnwards(session, [open]);
      return null;
    }
    case "markIssues":
      session.go("checks");
      await mark(session);
      return null;
    case "nextQuarter": {
      session.go("handOver");
      const next = session.state.ret && nextQuarter(session.state.ret);
      if (next === null) return words.commands.noNextQuarter;
      await startNextQuarter(session, next);
      return null;
    }
    case "readAgain":
      await session.checkAnew();
      return null;
  }
}
