import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { fixOnwards, type Fixable } from "./issue-actions.js";
import { BeforeAfter } from "./issue-details.js";
import { usePane } from "./pane-context.js";
import { idOf } from "./session.js";
import { words } from "./words.js";

/** Lists the certain fixes of all issues in the filter, drawn or not, with one button for all of them. */
export function CertainFixes({ issues }: { readonly issues: readonly Fixable[] }): JSX.Element | null {
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
      {open && <Choose issues={issues} close={close} />}
    </>
  );
}

function Choose({ issues, close }: { readonly issues: readonly Fixable[]; readonly close: () => void }): JSX.Element {
  const { session, t } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => heading.current?.focus(), []);
  const chosen = issues.filter((issue) => !left.has(idOf(issue)));
  const toggle = (issue: Fixable): void => {
    const now = new Set(left);
    if (!now.delete(idOf(issue))) now.add(idOf(issue));
    setLeft(now);
  };
  return (
    <div class="pa-card" role="group" aria-labelledby="pa-fixes">
      <h3 id="pa-fixes" ref={heading} tabIndex={-1}>
        {t(words.checks.fixAllTitle)}
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
        <Button
          says={t(words.checks.fixChosen, { n: chosen.length })}
          primary
          disabled={chosen.length === 0}
          onClick={() =>
            void fixOnwards(session, chosen).then((fixed) => {
              if (fixed) close();
            })
          }
        />
        <Button says={t(words.cancel)} onClick={close} />
      </div>
    </div>
  );
}
