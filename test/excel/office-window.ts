/** A page in jsdom with Microsoft's own scripts in it (from node_modules), talking to an emulated Excel. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import { ExcelHost } from "./excel-host.js";
import type { ModelWorkbook } from "./sheet-model.js";

export const microsoft = fileURLToPath(new URL("../../node_modules/@microsoft/office-js/dist/", import.meta.url));

export interface OfficeVersion {
  /** Highest ExcelApi and CustomFunctionsRuntime this Excel says it has. */
  readonly excelApi: string;
  readonly customFunctions: string;
  readonly language: "nl-NL" | "en-US";
  /** Is the pane on the screen? Not when a cell or the workbook started the page. */
  readonly paneShown?: boolean;
  readonly platform?: "PC" | "Mac" | "OfficeOnline";
}

/** Perpetual Excel 2021: no numbers with a layout of their own. */
export const excel2021: OfficeVersion = { excelApi: "1.14", customFunctions: "1.3", language: "nl-NL" };
/** Perpetual Excel 2024. */
export const excel2024: OfficeVersion = { excelApi: "1.17", customFunctions: "1.3", language: "nl-NL" };
/** Microsoft 365 of autumn 2025 and later: undo in one step, numbers with a card. */
export const microsoft365: OfficeVersion = { excelApi: "1.20", customFunctions: "1.5", language: "nl-NL" };

export interface OfficeWindow {
  readonly host: ExcelHost;
  readonly window: JSDOM["window"] & Record<string, unknown>;
  /** Somebody opens or closes the pane. */
  showPane(shown: boolean): void;
  close(): void;
}

/**
 * With `build`, the scripts of the built add-in that the page asks for are run from there; with `workbook`, the page is one of
 * several people's that have the same workbook open.
 */
export function officeWindow(
  version: OfficeVersion = microsoft365,
  build?: string,
  workbook?: ModelWorkbook,
): OfficeWindow {
  const host = new ExcelHost(workbook);
  const dom = new JSDOM(
    "<!doctype html><html><head></head><body><main id='pane'></main><p id='status'></p></body></html>",
    {
      url: "https://localhost:3000/taskpane.html?_host_Info=Excel$Win32$16.01$nl-NL$$$$3",
      runScripts: "outside-only",
      // Not on the screen: outside Excel office.js complains that it is outside Excel.
      virtualConsole: new VirtualConsole(),
    },
  );
  const window = dom.window as OfficeWindow["window"];
  // jsdom leaves these to whoever needs them; every browser has them.
  const matchMedia = (): unknown => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  Object.assign(window, { TextEncoder, TextDecoder, matchMedia });
  const bridge = {
    sendMessageToHost: (text: string) => host.receive(text),
    onMessageFromHost: (text: string): void => void text,
  };
  window._richApiNativeBridge = bridge;
  host.connect((text) => bridge.onMessageFromHost(text));
  // office.js finds its own script element; here the scripts are run by hand.
  const script = window.document.createElement("script");
  script.setAttribute("src", "https://localhost:3000/office.js");
  window.document.head.append(script);
  for (const file of ["office.js", "excel-win32-16.01.js"]) window.eval(readFileSync(microsoft + file, "utf8"));
  window.eval(`(${introduce.toString()})(${JSON.stringify(version)})`);
  if (build !== undefined) runScriptsFrom(window, build);
  return {
    host,
    window,
    showPane: (shown) => (window.showPane as (shown: boolean) => void)(shown),
    close: () => dom.window.close(),
  };
}

/** Runs a built script the way the page does: as an element of the document, which is how it knows where the rest of it stands. */
export function runBuilt({ window }: OfficeWindow, folder: string, name: string): void {
  const element = window.document.createElement("script");
  element.setAttribute("src", `https://localhost:3000/${name}`);
  window.document.body.append(element);
  window.eval(readFileSync(join(folder, name), "utf8"));
}

/** Script elements put in the page are run from a folder; jsdom itself fetches nothing here. */
function runScriptsFrom(window: OfficeWindow["window"], folder: string): void {
  const { head } = window.document;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    const added = append(node);
    const element = node as unknown as HTMLScriptElement;
    const file = join(folder, new URL(element.src).pathname);
    if (element.tagName === "SCRIPT" && existsSync(file))
      setTimeout(() => {
        window.eval(readFileSync(file, "utf8"));
        element.dispatchEvent(new window.Event("load"));
      });
    return added;
  };
}

/**
 * What Excel tells office.js when it starts: that handshake is not in the bridge. Runs inside the page, also as text in
 * Chromium, so it uses nothing from outside.
 */
export function introduce({
  excelApi,
  customFunctions,
  language,
  paneShown = true,
  platform = "PC",
}: OfficeVersion): void {
  const page = globalThis as unknown as {
    document: Document;
    setTimeout: (run: () => void, milliseconds?: number) => unknown;
    Office: Record<string, unknown>;
    showPane(shown: boolean): void;
    Excel?: unknown;
    CustomFunctions?: { Error?: unknown };
  };
  // "1.9" comes before "1.14": compared by the part behind the point.
  const minor = (text: string): number => Number(text.split(".")[1] ?? 0);
  const reaches = (highest: string, version?: string | number): boolean =>
    minor(String(version ?? "1.1")) <= minor(highest);
  // A page that is not on the screen: the browser says so, and lets its timers go off once a second at most.
  let shown = paneShown;
  const told = new Set<(message: { visibilityMode: string }) => void>();
  Object.defineProperty(page.document, "visibilityState", { get: () => (shown ? "visible" : "hidden") });
  const timer = page.setTimeout.bind(page);
  page.setTimeout = (run, milliseconds = 0) => timer(run, shown ? milliseconds : Math.max(1_000, milliseconds));
  page.showPane = (show) => {
    shown = show;
    for (const tell of [...told]) tell({ visibilityMode: show ? "Taskpane" : "Hidden" });
  };
  let startup = "None";
  page.Office.addin = {
    onVisibilityModeChanged: (handler: (message: { visibilityMode: string }) => void) => {
      told.add(handler);
      return Promise.resolve(() => Promise.resolve(void told.delete(handler)));
    },
    showAsTaskpane: () => Promise.resolve(page.showPane(true)),
    hide: () => Promise.resolve(page.showPane(false)),
    getStartupBehavior: () => Promise.resolve(startup),
    setStartupBehavior: (behavior: string) => Promise.resolve(void (startup = behavior)),
  };
  const ready = new Promise<unknown>((resolve) => {
    const look = (): void => {
      if (page.Excel === undefined || page.CustomFunctions?.Error === undefined) {
        setTimeout(look, 5);
        return;
      }
      const context = page.Office.context as Record<string, unknown>;
      context.displayLanguage = language;
      context.platform = platform;
      const kept = new Map<string, unknown>();
      context.document = {
        settings: {
          get: (key: string) => kept.get(key) ?? null,
          set: (key: string, value: unknown) => void kept.set(key, value),
          saveAsync: () => undefined,
        },
      };
      context.requirements = {
        isSetSupported: (set: string, version?: string) =>
          set === "ExcelApi"
            ? reaches(excelApi, version)
            : set === "CustomFunctionsRuntime"
              ? reaches(customFunctions, version)
              : true,
      };
      resolve({ host: "Excel", platform });
    };
    look();
  });
  page.Office.onReady = (callback?: (info: unknown) => void) => ready.then((info) => (callback?.(info), info));
}
