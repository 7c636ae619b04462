/** Microsoft's object model in the process of a test, where the port to Excel runs without a page of its own. */
import { afterAll, afterEach, expect, vi } from "vitest";
import { patience } from "../patience.mjs";
import { microsoft365, officeWindow, type OfficeVersion, type OfficeWindow } from "./office-window.js";

/**
 * For a test file: a function that opens an Excel with an empty workbook, as often as a test likes. Each version has one
 * page for the whole file. After a test no page may listen to its Excel any more, as the next one has another.
 */
export function excelHere(): (version?: OfficeVersion) => OfficeWindow {
  const pages = new Map<OfficeVersion, OfficeWindow>();
  afterEach(async () => {
    for (const { host } of pages.values()) {
      host.editing = false;
      await vi.waitFor(() => expect([...host.registered]).toEqual([]), patience);
    }
    vi.unstubAllGlobals();
  });
  afterAll(() => {
    for (const page of pages.values()) page.close();
  });
  return (version = microsoft365) => {
    const known = pages.get(version);
    const page = known ?? officeWindow(version);
    pages.set(version, page);
    known?.anotherExcel();
    for (const name of ["Excel", "Office", "OfficeExtension", "DOMParser", "XMLSerializer"])
      vi.stubGlobal(name, page.window[name]);
    return page;
  };
}
