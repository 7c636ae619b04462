import { supports } from "./host.js";

/** "Laad PA met deze werkmap": whether opening this workbook starts the functions. Stored in the workbook. */
export interface Startup {
  loadsWithWorkbook(): Promise<boolean>;
  /** Takes effect the next time the workbook is opened. */
  loadWithWorkbook(load: boolean): Promise<void>;
}

/** Null if Excel does not support this. */
export function startup(): Startup | null {
  if (!supports("SharedRuntime", "1.1")) return null;
  return {
    loadsWithWorkbook: async () => (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load,
    loadWithWorkbook: (load) =>
      Office.addin.setStartupBehavior(load ? Office.StartupBehavior.load : Office.StartupBehavior.none),
  };
}
