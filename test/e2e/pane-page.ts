/** The page for testing the pane, over a workbook in memory, with functions that simulate other users. */
import { agreements } from "@prestatieafspraken/agreements";
import type { Language } from "@prestatieafspraken/indicators";
import { mountPane, type MountedPane, type ThemeName } from "../../addin/taskpane/index.js";
import { FileWorkbook } from "./file-workbook.js";

declare global {
  interface Window {
    workbook: FileWorkbook;
    pane: MountedPane;
    languages: Language[];
    startupLoads: boolean;
    mountedAt: number;
    /** Closes the pane and opens it anew, as the address with this query does, on a workbook nobody has touched. */
    show(query: string): Promise<void>;
  }
}

let mounted: MountedPane | undefined;

async function show(query: string): Promise<void> {
  const asked = new URLSearchParams(query);
  const response = await fetch(`workbooks/${asked.get("workbook") ?? "sample"}.xlsx`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  mounted?.unmount();
  window.workbook = new FileWorkbook(bytes);
  if (asked.has("held")) window.workbook.hold();
  window.languages = [];
  window.startupLoads = false;
  const language = (asked.get("language") ?? "nl") as Language;
  document.documentElement.lang = language;
  const element = document.createElement("main");
  element.id = "pane";
  document.querySelector("#pane")!.replaceWith(element);
  window.mountedAt = performance.now();
  mounted = window.pane = mountPane(element, window.workbook, {
    language,
    agreements: [...agreements].sort((a) => (a.id.startsWith("oegstgeest") ? -1 : 1)),
    theme: (asked.get("theme") ?? "light") as ThemeName,
    today: "2026-11-23",
    startup: {
      loadsWithWorkbook: () => Promise.resolve(window.startupLoads),
      loadWithWorkbook: (load) => {
        window.startupLoads = load;
        return Promise.resolve();
      },
    },
    onLanguage: (chosen) => void window.languages.push(chosen),
  });
}

window.show = show;
await show(location.search);
