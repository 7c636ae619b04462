import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { untranslated } from "@prestatieafspraken/indicators";
import { table as definitionOf } from "@prestatieafspraken/quarterly";
import { fix, type Fixable } from "./issue-actions.js";
import { BeforeAfter } from "./issue-details.js";
import { usePane } from "./pane-context.js";
import { idOf } from "./session.js";
import { words } from "./words.js";

/** Lists all certain fixes in a table, with one button that applies them. */
export function CertainFixes({
  table,
  issues,
}: {
  readonly table: string;
  readonly issues: readonly Fixable[];
}): JSX.Element | null {
  const { t } = usePane();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (issues.length === 0) return null;
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" class="pa-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(words.checks.fixAll, { n: issues.length })}
      </button>
      {open && <Choose table={table} issues={issues} close={close} />}
    </>
  );
}

function Choose({
  table,
  issues,
  close,
}: {
  readonly table: string;
  readonly issues: readonly Fixable[];
  readonly close: () => void;
}): JSX.Element {
  const { session, t } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => heading.current?.focus(), []);
  const chosen = issues.filter((issue) => !left.has(idOf(issue)));
  const toggle = (issue: Fixable): void => {
    const now = new Set(left);
    if (!now.delete(idOf(issue))) now.add(idOf(issue));
    setLeft(now);
  };
  return (
    <div class="pa-card" role="group" aria-labelledby={`pa-fixes-${table}`}>
      <h3 id={`pa-fixes-${table}`} ref={heading} tabIndex={-1}>
        {t(words.checks.fixAllTitle, { table: definitionOf(table)?.title ?? untranslated(table) })}
      </h3>
      <p class="pa-help">{t(words.checks.fixAllWhat)}</p>
      <ul class="pa-plain pa-long">
        {issues.map((issue) => (
          <li key={idOf(issue)}>
            <label class="pa-tick">
              <input type="checkbox" checked={!left.has(idOf(issue))} onChange={() => toggle(issue)} />
              <span>
                {issue.sheet}!{issue.cell}
              </span>
            </label>
            <BeforeAfter issue={issue} />
          </li>
        ))}
      </ul>
      <div class="pa-row">
        <button
          type="button"
          class="pa-button pa-primary"
          disabled={chosen.length === 0}
          onClick={() =>
            void fix(session, chosen).then((fixed) => {
              if (fixed) close();
            })
          }
        >
          {t(words.checks.fixChosen, { n: chosen.length })}
        </button>
        <button type="button" class="pa-button" onClick={close}>
          {t(words.cancel)}
        </button>
      </div>
    </div>
  );
}
