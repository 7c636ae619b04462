/** A page in jsdom with Microsoft's own scripts (from test/node_modules), connected to an emulated Excel. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { JSDOM, VirtualConsole } from "jsdom";
import { ExcelHost } from "./excel-host.js";
import type { ModelWorkbook } from "./sheet-model.js";

export const microsoft = fileURLToPath(new URL("../../node_modules/@microsoft/office-js/dist/", import.meta.url));

export interface OfficeVersion {
  /** Highest supported versions of ExcelApi and CustomFunctionsRuntime. */
  readonly excelApi: string;
  readonly customFunctions: string;
  readonly language: "nl-NL" | "en-US";
  /** True if the pane is visible; false if a cell or the workbook started the page. */
  readonly paneShown?: boolean;
  readonly platform?: "PC" | "Mac" | "OfficeOnline";
  /** False for an Excel without RibbonApi. */
  readonly hasRibbonApi?: boolean;
}

/** Perpetual Excel 2021, without formatted numbers. */
export const excel2021: OfficeVersion = { excelApi: "1.14", customFunctions: "1.3", language: "nl-NL" };
/** Perpetual Excel 2024. */
export const excel2024: OfficeVersion = { excelApi: "1.17", customFunctions: "1.3", language: "nl-NL" };
/** Microsoft 365 of autumn 2025 and later: grouped undo, numbers with a card. */
export const microsoft365: OfficeVersion = { excelApi: "1.20", customFunctions: "1.5", language: "nl-NL" };

export interface OfficeWindow {
  /** The Excel of this page. */
  readonly host: ExcelHost;
  readonly window: JSDOM["window"] & Record<string, unknown>;
  /** Runs a script in the page. */
  run(path: string): void;
  /** Opens or closes the pane. */
  showPane(shown: boolean): void;
  /** False if the page disabled this button of the ribbon. */
  isEnabled(control: string): boolean;
  /** Gives the page another Excel with an empty workbook: cheaper than another page, where nothing runs that knows the first. */
  anotherExcel(): void;
  close(): void;
}

/**
 * `build` is the folder with the built add-in, whose scripts the page runs; `workbook` is shared with pages of other
 * users.
 */
export function officeWindow(
  version: OfficeVersion = microsoft365,
  build?: string,
  workbook?: ModelWorkbook,
): OfficeWindow {
  const dom = new JSDOM(
    "<!doctype html><html><head></head><body><main id='pane'></main><p id='status'></p></body></html>",
    {
      url: "https://localhost:3000/taskpane.html?_host_Info=Excel$Win32$16.01$nl-NL$$$$3",
      runScripts: "outside-only",
      // Hides the console: outside Excel, office.js complains about that.
      virtualConsole: new VirtualConsole(),
    },
  );
  const window = dom.window as OfficeWindow["window"];
  // Every browser has these; jsdom leaves them out.
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
  const excel = (of?: ModelWorkbook): ExcelHost => {
    const made = new ExcelHost(of);
    made.online = version.platform === "OfficeOnline";
    made.connect((text) => bridge.onMessageFromHost(text));
    return made;
  };
  let host = excel(workbook);
  // office.js looks up its own script element, but here scripts are run by hand.
  const script = window.document.createElement("script");
  script.setAttribute("src", "https://localhost:3000/office.js");
  window.document.head.append(script);
  for (const file of ["office.js", "excel-win32-16.01.js"]) runFile(dom, microsoft + file);
  window.eval(`(${introduce.toString()})(${JSON.stringify({ ...version, ribbon: ribbonOfManifest() })})`);
  if (build !== undefined) runScriptsFrom(dom, build);
  return {
    get host() {
      return host;
    },
    window,
    run: (path) => runFile(dom, path),
    showPane: (shown) => (window.showPane as (shown: boolean) => void)(shown),
    isEnabled: (control) => !(window.disabledButtons as Set<string>).has(control),
    anotherExcel: () => void (host = excel()),
    close: () => dom.window.close(),
  };
}

const scripts = new Map<string, Script>();
/** Runs a file in a page; it is compiled once for all pages. */
function runFile(dom: JSDOM, path: string): void {
  const script = scripts.get(path) ?? new Script(readFileSync(path, "utf8"), { filename: path });
  scripts.set(path, script);
  script.runInContext(dom.getInternalVMContext());
}

let ribbon: readonly string[] | undefined;
/** The buttons of the manifest's ribbon: "tab/group/control". */
export const ribbonOfManifest = (): readonly string[] => (ribbon ??= readRibbon());

function readRibbon(): readonly string[] {
  const manifest = readFileSync(new URL("../../manifest.xml", import.meta.url), "utf8");
  const id = (element: Element | null | undefined): string => element?.getAttribute("id") ?? "";
  const { document } = new JSDOM(manifest, { contentType: "text/xml" }).window;
  return Array.from(document.getElementsByTagName("Control"), (control) => {
    const group = control.parentElement;
    return [group?.parentElement, group, control].map(id).join("/");
  });
}

/** Runs a built script as an element of the document, because it derives the address of other files from it. */
export function runBuilt({ window, run }: OfficeWindow, folder: string, name: string): void {
  const element = window.document.createElement("script");
  element.setAttribute("src", `https://localhost:3000/${name}`);
  window.document.body.append(element);
  run(join(folder, name));
}

/** Runs scripts added to the page from a folder, because jsdom fetches nothing here. */
function runScriptsFrom(dom: JSDOM, folder: string): void {
  const { window } = dom;
  const { head } = window.document;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    const added = append(node);
    const element = node as unknown as HTMLScriptElement;
    const file = join(folder, new URL(element.src).pathname);
    if (element.tagName === "SCRIPT" && existsSync(file))
      setTimeout(() => {
        runFile(dom, file);
        element.dispatchEvent(new window.Event("load"));
      });
    return added;
  };
}

/**
 * Excel's introduction to office.js at startup, which is not part of the bridge. Also runs as text in
 * Chromium, so it must not use anything from outside.
 */
export function introduce({
  excelApi,
  customFunctions,
  language,
  paneShown = true,
  platform = "PC",
  hasRibbonApi = true,
  ribbon = [],
}: OfficeVersion & { readonly ribbon?: readonly string[] }): void {
  const page = globalThis as unknown as {
    document: Document;
    setTimeout: (run: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]) => unknown;
    Office: Record<string, unknown>;
    showPane(shown: boolean): void;
    disabledButtons: Set<string>;
    Excel?: unknown;
    CustomFunctions?: { Error?: unknown };
  };
  // Compares the part after the dot, because "1.9" is lower than "1.14".
  const minor = (text: string): number => Number(text.split(".")[1] ?? 0);
  const reaches = (highest: string, version?: string | number): boolean =>
    minor(String(version ?? "1.1")) <= minor(highest);
  // A hidden page: the browser reports that and throttles its timers to one per second.
  let shown = paneShown;
  const told = new Set<(message: { visibilityMode: string }) => void>();
  Object.defineProperty(page.document, "visibilityState", { get: () => (shown ? "visible" : "hidden") });
  const timer = page.setTimeout.bind(page);
  page.setTimeout = (run, milliseconds = 0, ...given) =>
    timer(run, shown ? milliseconds : Math.max(1_000, milliseconds), ...given);
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
  // Excel refuses a request that names a tab, group or control that the manifest has not.
  page.disabledButtons = new Set();
  type Named<T> = T & { readonly id: string };
  type Group = Named<{ readonly controls: readonly Named<{ readonly enabled: boolean }>[] }>;
  const requestUpdate = ({ tabs }: { tabs: readonly Named<{ readonly groups: readonly Group[] }>[] }) => {
    const asked = tabs.flatMap((tab) =>
      tab.groups.flatMap((group) =>
        group.controls.map(({ id, enabled }) => ({ id, enabled, path: `${tab.id}/${group.id}/${id}` })),
      ),
    );
    if (asked.some(({ path }) => !ribbon.includes(path))) return Promise.reject(new Error("InvalidRibbonDefinition"));
    for (const { id, enabled } of asked)
      if (enabled) page.disabledButtons.delete(id);
      else page.disabledButtons.add(id);
    return Promise.resolve();
  };
  const ready = new Promise<unknown>((resolve) => {
    const look = (): void => {
      if (page.Excel === undefined || page.CustomFunctions?.Error === undefined) {
        setTimeout(look, 5);
        return;
      }
      // Microsoft's script for this host has brought its own ribbon by now.
      if (hasRibbonApi) page.Office.ribbon = { requestUpdate };
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
              : set === "RibbonApi"
                ? hasRibbonApi
                : true,
      };
      resolve({ host: "Excel", platform });
    };
    look();
  });
  page.Office.onReady = (callback?: (info: unknown) => void) => ready.then((info) => (callback?.(info), info));
}
