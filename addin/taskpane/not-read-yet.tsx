import type { JSX } from "preact";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** Shown until the workbook has been read: progress, or a button that starts it. */
export function NotReadYet(): JSX.Element {
  const { session, state, t } = usePane();
  if (state.busy) return <p>{t(words.busy.reading)}</p>;
  return (
    <button type="button" class="pa-button pa-primary pa-alone" onClick={() => void session.check()}>
      {t(words.checks.again)}
    </button>
  );
}
