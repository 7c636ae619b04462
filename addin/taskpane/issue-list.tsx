import { Component, type JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { untranslated, type Language } from "@prestatieafspraken/indicators";
import { table as definitionOf, type Issue } from "@prestatieafspraken/quarterly";
import { Button } from "./button.js";
import { CertainFixes } from "./certain-fixes.js";
import { byTable, severityShown } from "./filter-issues.js";
import { isFixable, openIssue, placeOf } from "./issue-actions.js";
import { IssueDetails } from "./issue-details.js";
import { SeverityMark } from "./marks-of-kind.js";
import { usePane } from "./pane-context.js";
import { idOf, type Session } from "./session.js";
import { words } from "./words.js";

/** Number of issues drawn at a time, so that thousands stay fast; more are drawn when the user scrolls to the end. */
const chunk = 60;

/** The issues by table. Arrow keys move through the list; Enter opens an issue and selects its cell. */
export function IssueList(): JSX.Element {
  const { session, state, t } = usePane();
  const issues = session.shown();
  const [drawn, setDrawn] = useState(chunk);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);

  // A changed filter starts the list again.
  useEffect(() => setDrawn(chunk), [state.filter, state.party]);

  // Makes sure that the open issue is drawn and visible, before a next key can move the focus on.
  const at = issues.findIndex((issue) => idOf(issue) === state.current);
  const enough = Math.max(drawn, at + 1 < drawn ? 0 : at + chunk);
  useLayoutEffect(() => {
    if (at < 0) return;
    const open = list.current?.querySelector<HTMLElement>("[aria-expanded=true]");
    // Scrolls to the details too, as far as they fit.
    const whole = open?.closest<HTMLElement>(".pa-issue");
    const room = open?.closest(".pa-body")?.clientHeight ?? 0;
    whole?.scrollIntoView({ block: whole.offsetHeight > room ? "start" : "nearest" });
    open?.focus({ preventScroll: true });
  }, [state.current]);

  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn((n) => Math.max(n, enough) + chunk);
      },
      { rootMargin: "600px" },
    );
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [enough, issues.length]);

  const walk = (event: KeyboardEvent): void => {
    if (event.altKey || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(".pa-issue-row") ?? [])];
    const here = rows.indexOf(event.target as HTMLElement);
    if (here < 0) return;
    event.preventDefault();
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key] ?? here;
    rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
  };

  if (session.issues().length > 0 && issues.length === 0) return <p>{t(words.checks.nothingShown)}</p>;
  const left = issues.length - enough;
  return (
    <section aria-label={t(words.checks.list)}>
      <CertainFixes issues={issues.filter(isFixable)} />
      <div ref={list} onKeyDown={walk}>
        {byTable(issues.slice(0, enough)).map(([table, group]) => (
          <Group key={table} table={table} group={group} />
        ))}
      </div>
      {left > 0 && (
        <div ref={end}>
          <Button says={t(words.checks.more, { n: Math.min(chunk, left) })} onClick={() => setDrawn(enough + chunk)} />
        </div>
      )}
    </section>
  );
}

function Group({ table, group }: { readonly table: string; readonly group: readonly Issue[] }): JSX.Element {
  const { session, state, t } = usePane();
  return (
    <section class="pa-group">
      <h2>{t(definitionOf(table)?.title ?? untranslated(table))}</h2>
      <ul class="pa-plain">
        {group.map((issue, i) => (
          <Row
            key={`${idOf(issue)} ${i}`}
            issue={issue}
            open={state.current === idOf(issue)}
            session={session}
            language={state.language}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowParts {
  readonly issue: Issue;
  readonly open: boolean;
  readonly session: Session;
  readonly language: Language;
}

/** One issue. Redrawn only if its own data changed, so that moving to the next does not redraw thousands. */
class Row extends Component<RowParts> {
  override shouldComponentUpdate(next: RowParts): boolean {
    const { issue, open, language } = this.props;
    return next.issue !== issue || next.open !== open || next.language !== language;
  }

  override render({ issue, open, session, language }: RowParts): JSX.Element {
    return (
      <li class={`pa-issue ${open ? "pa-open" : ""}`}>
        <button
          type="button"
          class="pa-issue-row"
          aria-expanded={open}
          onClick={() => (open ? session.store.set({ current: null }) : void openIssue(session, issue))}
        >
          <span class="pa-pair">
            <SeverityMark severity={severityShown(issue)} language={language} />
            <span class="pa-place">
              {issue.accepted ? `${words.checks.acceptedShort[language]} · ` : ""}
              {placeOf(issue)[language]}
            </span>
          </span>
          <span class="pa-message">{issue.message[language]}</span>
        </button>
        {open && <IssueDetails issue={issue} />}
      </li>
    );
  }
}
