import type { JSX } from "preact";
import { Button } from "./button.js";
import { ruleHelp } from "./help-places.js";
import { useState } from "preact/hooks";
import { rule, type Issue } from "@prestatieafspraken/quarterly";
import { accept, fixOnwards, goToCell, isFixable, mend, withdraw, type Fixable } from "./issue-actions.js";
import { usePane } from "./pane-context.js";
import { kindOf, shownValue } from "./shown-value.js";
import { words } from "./words.js";

/** Minimum length of an explanation; anything shorter explains nothing. */
const shortest = 10;

/** What to do about an issue, why it matters, and buttons for it. */
export function IssueDetails({ issue }: { readonly issue: Issue }): JSX.Element {
  const { session, state, t } = usePane();
  const about = rule(issue.rule);
  return (
    <div class="pa-details">
      <p>
        <strong>{t(words.checks.what)}.</strong> {t(issue.fix)}
      </p>
      {isFixable(issue) ? <CertainFix issue={issue} /> : <Choices issue={issue} />}
      <p>
        <strong>{t(words.checks.why)}.</strong> {t(about.why)}
      </p>
      <div class="pa-row">
        {issue.sheet !== null && <Button says={t(words.checks.goto)} onClick={() => void goToCell(session, issue)} />}
        <a href={ruleHelp(session.options.help, state.language, issue.rule)} target="_blank" rel="noopener noreferrer">
          {t(words.checks.rule, { rule: issue.rule, title: about.title })}{" "}
          <span class="pa-unseen">{t(words.newWindow)}</span>
        </a>
      </div>
      {issue.severity === "warning" && (
        <Acceptance issue={issue} unfolded={!isFixable(issue) && (issue.fixes ?? []).length === 0} />
      )}
    </div>
  );
}

/** One button per proposed fix; the user chooses. */
function Choices({ issue }: { readonly issue: Issue }): JSX.Element | null {
  const { session, t } = usePane();
  if (!issue.fixes || issue.fixes.length === 0) return null;
  return (
    <div class="pa-fix pa-row">
      {issue.fixes.map((one, i) => (
        <Button says={t(one.label)} key={i} onClick={() => void mend(session, one)} />
      ))}
    </div>
  );
}

function CertainFix({ issue }: { readonly issue: Fixable }): JSX.Element {
  const { session, t } = usePane();
  return (
    <div class="pa-fix">
      <BeforeAfter issue={issue} />
      <Button says={t(words.checks.fix)} primary onClick={() => void fixOnwards(session, [issue])} />
    </div>
  );
}

/** The cell before and after, each with its type: the text '11.018' and the number look the same. */
export function BeforeAfter({ issue }: { readonly issue: Fixable }): JSX.Element {
  const { state, t } = usePane();
  const { before, after } = issue.replacement;
  return (
    <dl class="pa-before-after">
      <div>
        <dt>{t(words.checks.before)}</dt>
        <dd>
          {shownValue(before, state.language)} <span class="pa-faint">({t(kindOf(before))})</span>
        </dd>
      </div>
      <div>
        <dt>{t(words.checks.after)}</dt>
        <dd>
          {shownValue(after, state.language)} <span class="pa-faint">({t(kindOf(after))})</span>
        </dd>
      </div>
    </dl>
  );
}

function Acceptance({
  issue,
  unfolded,
}: {
  readonly issue: Issue;
  /** True if explaining is the only possible action. */
  readonly unfolded: boolean;
}): JSX.Element {
  const { session, state, t } = usePane();
  const parties = state.ret?.agreement.parties ?? [];
  const [sentence, setSentence] = useState("");
  const [party, setParty] = useState(issue.party ?? state.party ?? "");
  const [short, setShort] = useState(false);
  if (issue.accepted) {
    const { accepted } = issue;
    const name = parties.find(({ id }) => id === accepted.party)?.name ?? accepted.party;
    return (
      <div class="pa-accepted">
        <p>{t(words.checks.accepted, { ...accepted, party: name })}</p>
        <button type="button" class="pa-link" onClick={() => void withdraw(session, issue)}>
          {t(words.checks.withdraw)}
        </button>
      </div>
    );
  }
  const chosen = parties.some(({ id }) => id === party) ? party : (parties[0]?.id ?? "");
  const keep = (event: Event): void => {
    event.preventDefault();
    if (sentence.trim().length < shortest) {
      setShort(true);
      return;
    }
    void accept(session, issue, parties.find(({ id }) => id === chosen)?.name ?? chosen, sentence);
  };
  return (
    <details open={unfolded}>
      <summary>{t(words.checks.accept)}</summary>
      <form onSubmit={keep} noValidate>
        <p class="pa-help">{t(words.checks.acceptWhat)}</p>
        <label class="pa-field">
          <span>{t(words.checks.sentence)}</span>
          <textarea
            rows={3}
            value={sentence}
            aria-invalid={short}
            aria-describedby={short ? "pa-sentence-short" : undefined}
            onInput={(event) => {
              setSentence(event.currentTarget.value);
              setShort(false);
            }}
          />
        </label>
        {short && (
          <p id="pa-sentence-short" class="pa-error" role="alert">
            {t(words.checks.sentenceMissing)}
          </p>
        )}
        <label class="pa-field">
          <span>{t(words.checks.acceptedBy)}</span>
          <select value={chosen} onChange={(event) => setParty(event.currentTarget.value)}>
            {parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="pa-button">
          {t(words.checks.acceptButton)}
        </button>
      </form>
    </details>
  );
}
