/**
 * The task pane: issues in the quarterly return, and the state of every norm. Independent of Excel; uses the Workbook
 * port.
 * @packageDocumentation
 */
import { render } from "preact";
import type { Agreement, Language, Text } from "@prestatieafspraken/indicators";
import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
import { runCommand, type PaneCommand } from "./pane-commands.js";
import { Pane } from "./pane.js";
import { SessionContext } from "./pane-context.js";
import { Session, type AddIn, type Startup } from "./session.js";
import type { ScreenName } from "./screens.js";
import { applyTheme, type ThemeName } from "./theme.js";
import "./pane.css";

export type { PaneCommand, ScreenName, Startup, ThemeName };

export interface PaneOptions {
  readonly language: Language;
  /** The agreements that PA_Instellingen can choose from. */
  readonly agreements: readonly Agreement[];
  readonly theme?: ThemeName;
  /** Today, "2026-11-23"; default: this computer's date. */
  readonly today?: string;
  /** URL of the help, ending in a slash: `<help>nl/start.html` is a page. */
  readonly help?: string;
  /** Offers starting the functions with the workbook, on the first screen; null if the host cannot. */
  readonly startup?: Startup | null;
  /** The add-in named in workbooks made here; default: none. */
  readonly addIn?: AddIn | null;
  /** Called when the user changes the language. */
  readonly onLanguage?: (language: Language) => void;
}

export interface MountedPane {
  go(screen: ScreenName): void;
  setTheme(theme: ThemeName): void;
  setLanguage(language: Language): void;
  /** Pauses checking while the pane is hidden; changes made meanwhile are checked when it is shown again. */
  setShown(shown: boolean): void;
  /** Shows a message about something done elsewhere in the workbook. */
  say(text: Text): void;
  /** Runs a command as if its button was pressed. Returns a sentence if there was nothing to do. */
  run(command: PaneCommand): Promise<Text | null>;
  unmount(): void;
}

/** The local date, as "2026-11-23". */
function localDay(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Mounts the pane in an element, on an open workbook. */
export function mountPane(element: HTMLElement, workbook: LiveWorkbook, options: PaneOptions): MountedPane {
  const {
    language,
    agreements,
    theme = "auto",
    today = localDay(),
    help = "help/",
    startup = null,
    addIn = null,
  } = options;
  element.classList.add("pa-pane");
  let undress = applyTheme(element, theme);
  const session = new Session(workbook, {
    language,
    agreements,
    today,
    help,
    startup,
    addIn,
    onLanguage: options.onLanguage,
  });
  render(
    <SessionContext.Provider value={session}>
      <Pane />
    </SessionContext.Provider>,
    element,
  );
  return {
    go: (screen) => session.go(screen),
    setTheme(name) {
      undress();
      undress = applyTheme(element, name);
    },
    setLanguage: (chosen) => session.speak(chosen),
    setShown: (shown) => session.rest(!shown),
    say: (text) => session.done(text),
    run: (command) => runCommand(session, command),
    unmount() {
      undress();
      session.close();
      render(null, element);
      element.classList.remove("pa-pane");
    },
  };
}
