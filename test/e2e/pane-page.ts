/** The page for testing the pane in a browser, over a workbook in memory. */
import { agreements } from "@prestatieafspraken/agreements";
import type { Language } from "@prestatieafspraken/indicators";
import { mountPane, type MountedPane } from "../../addin/taskpane/index.js";
import { FileWorkbook } from "./file-workbook.js";

declare global {
  interface Window {
    workbook: FileWorkbook;
    pane: MountedPane;
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
  const language = (asked.get("language") ?? "nl") as Language;
  document.documentElement.lang = language;
  const element = document.createElement("main");
  element.id = "pane";
  document.querySelector("#pane")!.replaceWith(element);
  window.mountedAt = performance.now();
  mounted = window.pane = mountPane(element, window.workbook, {
    language,
    agreements: [...agreements].sort((a) => (a.id.startsWith("oegstgeest") ? -1 : 1)),
    theme: "light",
    today: "2026-11-23",
    startup: {
      loadsWithWorkbook: () => Promise.resolve(false),
      loadWithWorkbook: () => Promise.resolve(),
    },
  });
}

window.show = show;
await show(location.search);
