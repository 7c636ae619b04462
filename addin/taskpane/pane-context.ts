import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Session } from "./session.js";
import type { PaneState } from "./state.js";
import { useStore } from "./store.js";

export const SessionContext = createContext<Session | null>(null);

export interface PaneView {
  readonly session: Session;
  readonly state: PaneState;
  /** Translates a text into the current language, with `{facts}` filled in. */
  readonly t: (text: Text, facts?: Readonly<Record<string, Text | string | number>>) => string;
}

/** Session, state and translations, for every part of the pane. */
export function usePane(): PaneView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("A part of the pane was drawn outside it.");
  const state = useStore(session.store);
  return { session, state, t: (text, facts) => (facts ? fill(text, facts) : text)[state.language] };
}
