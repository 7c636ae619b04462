/** The page for testing the pane, over a workbook in memory, with functions that simulate other users. */
import { agreements } from "@prestatieafspraken/agreements";
import type { Language } from "@prestatieafspraken/indicators";
import { mountPane, type MountedPane, type ThemeName } from "../../addin/taskpane/index.js";
import { FileWorkbook } from "./file-workbook.js";

const asked = new URLSearchParams(location.search);
const workbookName = asked.get("workbook") ?? "sample";

declare global {
  interface Window {
    workbook: FileWorkbook;
    pane: MountedPane;
    languages: Language[];
    startupLoads: boolean;
    mountedAt: number;
  }
}

const response = await fetch(`workbooks/${workbookName}.xlsx`);
window.workbook = new FileWorkbook(new Uint8Array(await response.arrayBuffer()));
if (asked.has("held")) window.workbook.hold();
window.languages = [];
window.startupLoads = false;
const language = (asked.get("language") ?? "nl") as Language;
document.documentElement.lang = language;
window.mountedAt = performance.now();
window.pane = mountPane(document.querySelector<HTMLElement>("#pane")!, window.workbook, {
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
