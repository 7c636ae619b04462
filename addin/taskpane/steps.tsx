import type { JSX } from "preact";
import { step } from "./issue-actions.js";
import { usePane } from "./pane-context.js";
import { idOf } from "./session.js";
import { words } from "./words.js";

/** Buttons for the previous and next issue, always visible. */
export function Steps(): JSX.Element | null {
  const { session, state, t } = usePane();
  const shown = session.shown();
  if (shown.length === 0) return null;
  const at = shown.findIndex((issue) => idOf(issue) === state.current);
  return (
    <div class="pa-steps">
      <button
        type="button"
        class="pa-button"
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={at === 0}
        onClick={() => void step(session, -1)}
      >
        <span aria-hidden="true">↑ </span>
        <span class="pa-step-word">{t(words.checks.previous)}</span>
      </button>
      <span class="pa-faint">
        {at < 0
          ? t(words.checks.total, { n: shown.length })
          : t(words.checks.place, { n: at + 1, total: shown.length })}
      </span>
      <button
        type="button"
        class="pa-button"
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={at === shown.length - 1}
        onClick={() => void step(session, 1)}
      >
        <span class="pa-step-word">{t(words.checks.next)}</span>
        <span aria-hidden="true"> ↓</span>
      </button>
    </div>
  );
}
