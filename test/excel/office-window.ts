/** A page in jsdom with Microsoft's own scripts in it (from node_modules), talking to an emulated Excel. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import { ExcelHost } from "./excel-host.js";

export const microsoft = fileURLToPath(new URL("../../node_modules/@microsoft/office-js/dist/", import.meta.url));

export interface OfficeVersion {
  /** Highest ExcelApi and CustomFunctionsRuntime this Excel says it has. */
  readonly excelApi: number;
  readonly customFunctions: number;
  readonly language: "nl-NL" | "en-US";
}

export const excel2021: OfficeVersion = { excelApi: 1.14, customFunctions: 1.3, language: "nl-NL" };
export const microsoft365: OfficeVersion = { excelApi: 1.19, customFunctions: 1.5, language: "nl-NL" };

export interface OfficeWindow {
  readonly host: ExcelHost;
  readonly window: JSDOM["window"] & Record<string, unknown>;
  close(): void;
}

/** With `build`, the scripts of the built add-in that the page asks for are run from there. */
export function officeWindow(version: OfficeVersion = microsoft365, build?: string): OfficeWindow {
  const host = new ExcelHost();
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
  Object.assign(window, { TextEncoder, TextDecoder });
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
  return { host, window, close: () => dom.window.close() };
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
export function introduce({ excelApi, customFunctions, language }: OfficeVersion): void {
  const page = globalThis as unknown as {
    Office: Record<string, unknown>;
    Excel?: unknown;
    CustomFunctions?: { Error?: unknown };
  };
  // "1.9" comes before "1.14": compared by the part behind the point.
  const minor = (text: string): number => Number(text.split(".")[1] ?? 0);
  const reaches = (highest: number, version?: string | number): boolean =>
    minor(String(version ?? "1.1")) <= minor(String(highest));
  const ready = new Promise<unknown>((resolve) => {
    const look = (): void => {
      if (page.Excel === undefined || page.CustomFunctions?.Error === undefined) {
        setTimeout(look, 5);
        return;
      }
      const context = page.Office.context as Record<string, unknown>;
      context.displayLanguage = language;
      context.requirements = {
        isSetSupported: (set: string, version?: string) =>
          set === "ExcelApi"
            ? reaches(excelApi, version)
            : set === "CustomFunctionsRuntime"
              ? reaches(customFunctions, version)
              : true,
      };
      resolve({ host: "Excel", platform: "PC" });
    };
    look();
  });
  page.Office.onReady = (callback?: (info: unknown) => void) => ready.then((info) => (callback?.(info), info));
}
