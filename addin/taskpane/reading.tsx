import type { JSX } from "preact";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** Instead of a screen, as long as the workbook has not been read: that it is being read, or how to start doing so. */
export function Reading(): JSX.Element {
  const { session, state, t } = usePane();
  if (state.busy) return <p>{t(words.busy.reading)}</p>;
  return (
    <button type="button" class="pa-button pa-primary pa-alone" onClick={() => void session.check()}>
      {t(words.checks.again)}
    </button>
  );
}
