/** The scripts of the page as shipped, in jsdom, with Microsoft's own around them. */
import { built } from "./build.js";
import { officeWindow, runBuilt, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import type { ModelWorkbook } from "./sheet-model.js";

/** Only the functions, or the whole page with its pane. */
export type PageScript = "functions" | "page";

/** A page with the built scripts running in it; with `workbook`, somebody else has the same workbook open. */
export async function pageInWindow(
  version: OfficeVersion,
  script: PageScript = "functions",
  workbook?: ModelWorkbook,
): Promise<OfficeWindow> {
  const folder = await built();
  const office = officeWindow(version, folder, workbook);
  runBuilt(office, folder, "functions.js");
  if (script === "page") runBuilt(office, folder, "taskpane.js");
  return office;
}
