import type { JSX } from "preact";
import type { Issue } from "@prestatieafspraken/quarterly";
import { openIssue, placeOf } from "./issue-actions.js";
import { usePane } from "./pane-context.js";
import { idOf, type Session } from "./session.js";
import { everything } from "./state.js";
import { words } from "./words.js";

/** Opens an issue, clearing the filter so that it is in the list. */
export function openAmongAll(session: Session, issue: Issue): void {
  session.store.set({ filter: everything });
  void openIssue(session, issue);
}

/** The first errors, each linking to its cell, and the number of further ones. */
export function FirstErrors({
  errors,
  most,
  open,
}: {
  readonly errors: readonly Issue[];
  readonly most: number;
  readonly open: (issue: Issue) => void;
}): JSX.Element {
  const { t } = usePane();
  return (
    <>
      <h3>{t(words.checks.firstIssues)}</h3>
      <ul class="pa-plain">
        {errors.slice(0, most).map((issue) => (
          <li key={idOf(issue)}>
            <button type="button" class="pa-link pa-left" onClick={() => open(issue)}>
              {[issue.sheet, t(placeOf(issue))].filter(Boolean).join(" ")}: {t(issue.message)}
            </button>
          </li>
        ))}
        {errors.length > most && <li class="pa-faint">{t(words.checks.moreErrors, { n: errors.length - most })}</li>}
      </ul>
    </>
  );
}
