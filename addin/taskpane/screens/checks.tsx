import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { quarterText, untranslated } from "@prestatieafspraken/indicators";
import { countIssues, table as definitionOf, type Severity } from "@prestatieafspraken/quarterly";
import { Button } from "../button.js";
import { countText } from "../counted.js";
import { byTable } from "../filter-issues.js";
import { mark, undo, unmark } from "../issue-actions.js";
import { IssueList } from "../issue-list.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import { everything } from "../state.js";
import { words } from "../words.js";
import { PartyChoice } from "./start.js";

/** The issues in the return, and the actions on them. */
export function ChecksScreen(): JSX.Element {
  const { session, state, t } = usePane();
  const summary = useRef<HTMLDivElement>(null);
  if (!state.ret) return <NotReadYet />;
  const again = async (): Promise<void> => {
    await session.checkAnew();
    summary.current?.focus();
  };
  return (
    <>
      <div ref={summary} tabIndex={-1} class="pa-summary-place">
        <Summary />
      </div>
      {state.undoable > 0 && (
        <div class="pa-row">
          <Button says={t(words.checks.undo)} onClick={() => void undo(session)} />
        </div>
      )}
      <Filters />
      {session.shown().length > 1 && <p class="pa-help">{t(words.checks.keys)}</p>}
      <IssueList />
      <div class="pa-row pa-tools">
        <Button says={t(words.checks.again)} onClick={() => void again()} />
        <Button says={t(words.checks.mark)} onClick={() => void mark(session)} />
        <Button says={t(words.checks.unmark)} onClick={() => void unmark(session)} />
      </div>
    </>
  );
}

/** The number of issues. Errors are not repeated here, because the list below starts with them and should stay in sight. */
function Summary(): JSX.Element {
  const { session, t } = usePane();
  const issues = session.issues();
  const counts = countIssues(issues);
  const open = counts.error + counts.warning > 0;
  const kind = counts.error > 0 ? "pa-blocked" : counts.warning > 0 ? "pa-warned" : "pa-clear";
  return (
    <section class={`pa-card ${kind}`} aria-labelledby="pa-summary">
      <h2 id="pa-summary">{t(open ? words.checks.summaryTitle : words.checks.summaryClean)}</h2>
      <p class="pa-big">{t(countText(issues))}</p>
    </section>
  );
}

const severities: readonly Severity[] = ["error", "warning", "info"];

function Filters(): JSX.Element {
  const { session, state, t } = usePane();
  const { filter } = state;
  const issues = session.issues();
  const shown = session.shown();
  const [text, setText] = useState(filter.text);
  useEffect(() => setText(filter.text), [filter.text]);
  useEffect(() => {
    // Filters once the user pauses typing.
    const timer = setTimeout(() => {
      if (text !== session.state.filter.text) session.filter({ text });
    }, 200);
    return () => clearTimeout(timer);
  }, [text, session]);
  const counts = countIssues(issues);
  const quarters = [...new Set(issues.flatMap(({ quarter }) => quarter ?? []))].sort();
  const narrowed =
    filter.table !== null ||
    filter.quarter !== null ||
    filter.text !== "" ||
    filter.severities.size < severities.length;
  const toggle = (severity: Severity): void => {
    const chosen = new Set(filter.severities);
    if (!chosen.delete(severity)) chosen.add(severity);
    session.filter({ severities: chosen });
  };
  return (
    <section class="pa-filters" aria-label={t(words.checks.filter)}>
      <fieldset class="pa-row">
        <legend class="pa-unseen">{t(words.checks.severityFilter)}</legend>
        {severities.map((severity) => (
          <label key={severity} class="pa-tick">
            <input type="checkbox" checked={filter.severities.has(severity)} onChange={() => toggle(severity)} />
            <span>{t(words.checks.counts[severity], { n: counts[severity] })}</span>
          </label>
        ))}
      </fieldset>
      <label class="pa-field">
        <span>{t(words.checks.search)}</span>
        <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <details>
        <summary>
          {t(words.table)}, {t(words.quarter).toLowerCase()}, {t(words.party).toLowerCase()}
        </summary>
        <label class="pa-field">
          <span>{t(words.table)}</span>
          <select
            value={filter.table ?? ""}
            onChange={(event) => session.filter({ table: event.currentTarget.value || null })}
          >
            <option value="">{t(words.all)}</option>
            {byTable(issues).map(([table, group]) => (
              <option key={table} value={table}>
                {t(definitionOf(table)?.title ?? untranslated(table))} ({group.length})
              </option>
            ))}
          </select>
        </label>
        <label class="pa-field">
          <span>{t(words.quarter)}</span>
          <select
            value={filter.quarter ?? ""}
            onChange={(event) => session.filter({ quarter: event.currentTarget.value || null })}
          >
            <option value="">{t(words.allQuarters)}</option>
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter}>
                {t(quarterText(quarter))}
              </option>
            ))}
          </select>
        </label>
        <PartyChoice />
      </details>
      <div class="pa-pair">
        <span class="pa-faint">{t(words.checks.shown, { shown: shown.length, total: issues.length })}</span>
        {narrowed && (
          <button type="button" class="pa-link" onClick={() => session.filter(everything)}>
            {t(words.checks.clearFilter)}
          </button>
        )}
      </div>
    </section>
  );
}
