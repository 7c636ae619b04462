/** A page in jsdom with Microsoft's own scripts in it (from node_modules), talking to an emulated Excel. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { ExcelHost } from "./excel-host.js";

export const microsoft = fileURLToPath(new URL("../../node_modules/@microsoft/office-js/dist/", import.meta.url));

export interface OfficeVersion {
  /** Highest ExcelApi and CustomFunctionsRuntime this Excel says it has. */
  readonly excelApi: number;
  readonly customFunctions: number;
  readonly language: "nl-NL" | "en-US";
}

/** Microsoft's npm copy stops at ExcelApi 1.15; that is what the emulated Excel says too, unless asked otherwise. */
export const excel2021: OfficeVersion = { excelApi: 1.14, customFunctions: 1.3, language: "nl-NL" };
export const microsoft365: OfficeVersion = { excelApi: 1.19, customFunctions: 1.5, language: "nl-NL" };

/** "1.9" comes before "1.14": compared by part. */
export const reaches = (highest: number, version: string | number | undefined): boolean => {
  const minor = (text: string): number => Number(text.split(".")[1] ?? 0);
  return minor(String(version ?? "1.1")) <= minor(String(highest));
};

export interface OfficeWindow {
  readonly host: ExcelHost;
  readonly window: JSDOM["window"] & Record<string, unknown>;
  close(): void;
}

export function officeWindow(version: OfficeVersion = microsoft365): OfficeWindow {
  const host = new ExcelHost();
  const dom = new JSDOM(
    "<!doctype html><html><head></head><body><main id='pane'></main><p id='status'></p></body></html>",
    {
      url: "https://localhost:3000/taskpane.html?_host_Info=Excel$Win32$16.01$nl-NL$$$$3",
      runScripts: "outside-only",
    },
  );
  const window = dom.window as OfficeWindow["window"];
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
  introduce(window.Office as Record<string, unknown>, version);
  return { host, window, close: () => dom.window.close() };
}

/** What Excel tells office.js when it starts: that handshake is not in the bridge. */
function introduce(office: Record<string, unknown>, { excelApi, customFunctions, language }: OfficeVersion): void {
  const context = office.context as Record<string, unknown>;
  context.displayLanguage = language;
  context.requirements = {
    isSetSupported: (set: string, version?: string) =>
      set === "ExcelApi"
        ? reaches(excelApi, version)
        : set === "CustomFunctionsRuntime"
          ? reaches(customFunctions, version)
          : true,
  };
  office.onReady = (callback?: (info: unknown) => void) => {
    const info = { host: "Excel", platform: "PC" };
    callback?.(info);
    return Promise.resolve(info);
  };
}
