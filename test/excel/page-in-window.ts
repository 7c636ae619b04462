/** The page's shipped scripts in jsdom, together with Microsoft's own. */
import { built } from "./build.js";
import { officeWindow, runBuilt, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import type { ModelWorkbook } from "./sheet-model.js";

/** Only the functions, or the whole page with its pane. */
export type PageScript = "functions" | "page";

/** A page that runs the built scripts; `workbook` is shared with a page of another user. */
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
