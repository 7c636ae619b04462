/**
 * The task pane: what needs a look in the quarterly return, and where every norm stands. Knows no Excel; works on the Workbook port.
 * @packageDocumentation
 */
import { render } from "preact";
import type { Agreement, Language, Text } from "@prestatieafspraken/indicators";
import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
import { runCommand, type PaneCommand } from "./pane-commands.js";
import { Pane } from "./pane.js";
import { SessionContext } from "./pane-context.js";
import { Session, type AddIn, type Startup } from "./session.js";
import type { ScreenName } from "./state.js";
import { applyTheme, type ThemeName } from "./theme.js";
import "./pane.css";

export type { PaneCommand, ScreenName, Startup, ThemeName };

export interface PaneOptions {
  readonly language: Language;
  /** The agreements that may be meant; PA_Instellingen chooses among them. */
  readonly agreements: readonly Agreement[];
  readonly theme?: ThemeName;
  /** "2026-11-23"; the day of this computer unless given. */
  readonly today?: string;
  /** Where the help stands: `<help>nl/start.html`. */
  readonly help?: string;
  /** Where the host can load the functions with the workbook, a choice on the first screen. */
  readonly startup?: Startup | null;
  /** The add-in that a workbook made here names; none unless given. */
  readonly addIn?: AddIn | null;
  /** Called when somebody switches language. */
  readonly onLanguage?: (language: Language) => void;
}

export interface MountedPane {
  go(screen: ScreenName): void;
  setTheme(theme: ThemeName): void;
  setLanguage(language: Language): void;
  /** A pane that is not on the screen checks nothing; what happened meanwhile is checked when it is shown again. */
  setShown(shown: boolean): void;
  /** Says what came of something done elsewhere in the workbook. */
  say(text: Text): void;
  /** Does what a button of the pane does; a sentence when there was nothing to do. */
  run(command: PaneCommand): Promise<Text | null>;
  unmount(): void;
}

/** Today where the person is, as "2026-11-23". */
function localDay(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Shows the pane in an element, over a workbook somebody is looking at. */
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
