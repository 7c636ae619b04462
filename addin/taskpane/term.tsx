import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Text } from "@prestatieafspraken/indicators";
import { fetched, PartMissing } from "./fetched.js";
import type * as Glossary from "./glossary.js";
import { glossaryHelp } from "./help-places.js";
import type { Term as Entry } from "./glossary.generated.js";
import { usePane } from "./pane-context.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** Loads the glossary; null, with a message, if that fails. */
async function glossary(session: Session): Promise<typeof Glossary | null> {
  try {
    return await fetched(() => import(/* webpackChunkName: "glossary" */ "./glossary.js"));
  } catch (error) {
    if (!(error instanceof PartMissing)) throw error;
    session.say({ kind: "problem", text: error.sentence });
    return null;
  }
}

/** A word of the glossary: pressing it shows its meaning below it; pressing it again, or Esc, hides it. */
export function Word({ word, children }: { readonly word: Text; readonly children: ComponentChildren }): JSX.Element {
  const { session, state, t } = usePane();
  const [meaning, setMeaning] = useState<Text | null>(null);
  const toggle = async (): Promise<void> => {
    const found = meaning ? null : ((await glossary(session))?.meaningOf(word[state.language], state.language) ?? null);
    setMeaning(found);
    session.store.set({ announcement: found ? t(found) : "" });
  };
  return (
    <>
      <button
        type="button"
        class="pa-word"
        aria-expanded={meaning !== null}
        onClick={() => void toggle()}
        onKeyDown={(event) => event.key === "Escape" && setMeaning(null)}
      >
        {children}
      </button>
      {meaning && (
        <span class="pa-meaning" role="note">
          {t(meaning)}
        </span>
      )}
    </>
  );
}

/** The words of the glossary that are on the screen, with their meaning. */
export function WordsHere(): JSX.Element {
  const { session, state, t } = usePane();
  const [found, setFound] = useState<readonly Entry[] | null>(null);
  const open = async (box: HTMLDetailsElement): Promise<void> => {
    const loaded = box.open ? await glossary(session) : null;
    setFound(loaded?.termsIn(box.parentElement?.textContent ?? "", state.language) ?? null);
  };
  return (
    <details class="pa-card" onToggle={(event) => void open(event.currentTarget)}>
      <summary>{t(words.wordsHere)}</summary>
      {found && (
        <>
          <dl class="pa-origin">
            {found.map(({ names, meaning }) => (
              <>
                <dt>{names[state.language].join(", ")}</dt>
                <dd>{t(meaning)}</dd>
              </>
            ))}
          </dl>
          <a href={glossaryHelp(session.options.help, state.language)} target="_blank" rel="noopener noreferrer">
            {t(words.allWords)} <span class="pa-unseen">{t(words.newWindow)}</span>
          </a>
        </>
      )}
    </details>
  );
}
