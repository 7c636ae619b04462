import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { quarterText } from "@prestatieafspraken/indicators";
import { Button } from "./button.js";
import { step } from "./issue-actions.js";
import { helpAt } from "./help-places.js";
import { usePane } from "./pane-context.js";
import { screens, type ScreenName } from "./screens.js";
import { WordsHere } from "./term.js";
import { words } from "./words.js";
import { idOf } from "./session.js";

/** True in a text field, where arrow keys move the cursor. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

export function Pane(): JSX.Element {
  const { session, state, t } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(state.screen);
  // Before the screen is seen: focus that came later would take the next key from where it was typed.
  useLayoutEffect(() => {
    if (shown.current === state.screen) return;
    shown.current = state.screen;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [state.screen]);
  const { View, title, help } = screens[state.screen];
  const other = state.language === "nl" ? "en" : "nl";
  const keys = (event: KeyboardEvent): void => {
    if (state.screen !== "checks" || !event.altKey || typing(event.target)) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    void step(session, event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    // Shortcuts; each also has a button.
    <div class="pa-frame" lang={state.language} onKeyDown={keys}>
      <div class="pa-top">
        <nav class="pa-screens" aria-label={t(words.screens)}>
          {(Object.keys(screens) as ScreenName[]).map((name) => (
            <button
              key={name}
              type="button"
              class="pa-tab"
              aria-current={state.screen === name ? "page" : undefined}
              onClick={() => session.go(name)}
            >
              {t(screens[name].label)}
            </button>
          ))}
        </nav>
      </div>
      <div class="pa-body">
        <div class="pa-head">
          <h1 ref={heading} tabIndex={-1}>
            {t(title)}
          </h1>
          <span class="pa-row">
            <a href={helpAt(session.options.help, state.language, help)} target="_blank" rel="noopener noreferrer">
              {t(words.help)} <span class="pa-unseen">{t(words.newWindow)}</span>
            </a>
            <button type="button" class="pa-link" lang={other} onClick={() => session.speak(other)}>
              {t(words.otherLanguage)}
            </button>
          </span>
        </div>
        <Context />
        {state.byHand && <p class="pa-context">{t(words.calculatedByHand)}</p>}
        <Busy />
        <Saying />
        <View />
        <WordsHere key={state.screen} />
      </div>
      {state.screen === "checks" && <Steps />}
      <p class="pa-unseen" role="status" aria-live="polite">
        {state.announcement}
      </p>
    </div>
  );
}

/** The agreement, quarter and party on display. */
function Context(): JSX.Element | null {
  const { state, t } = usePane();
  const { ret, party } = state;
  if (!ret || ret.tables.size === 0) return null;
  const name = ret.agreement.parties.find(({ id }) => id === party)?.name ?? t(words.allParties);
  return (
    <p class="pa-context">
      {ret.agreement.municipality.name} ·{" "}
      {t(ret.settings.quarter === null ? words.start.quarterUnknown : quarterText(ret.settings.quarter))} · {name}
    </p>
  );
}

/** The running task, with a button to stop it. */
function Busy(): JSX.Element {
  const { session, state, t } = usePane();
  return (
    <div role="status" class="pa-busy-place">
      {state.busy && (
        <div class="pa-busy">
          <span class="pa-wheel" aria-hidden="true" />
          <span>{t(state.busy)}</span>
          <Button says={t(words.stop)} onClick={() => session.stop()} />
        </div>
      )}
    </div>
  );
}

/** The message about the last action. */
function Saying(): JSX.Element {
  const { session, state, t } = usePane();
  const { notice } = state;
  const box = notice && (
    <div class={`pa-notice pa-notice-${notice.kind}`}>
      <p>{t(notice.text)}</p>
      <div class="pa-row">
        {notice.action && <Button says={t(notice.action.label)} onClick={notice.action.run} />}
        <button type="button" class="pa-link" onClick={() => session.say(null)}>
          {t(words.close)}
        </button>
      </div>
    </div>
  );
  const urgent = notice !== null && notice.kind !== "done";
  return (
    <>
      <div role="status">{urgent ? null : box}</div>
      <div role="alert">{urgent ? box : null}</div>
    </>
  );
}

/** Buttons for the previous and next issue, always visible. */
function Steps(): JSX.Element | null {
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
