import { supports } from "./host.js";

/** "Laad PA met deze werkmap": whether the functions come alive by themselves when this workbook is opened. Kept in the workbook. */
export interface Startup {
  loadsWithWorkbook(): Promise<boolean>;
  /** Takes effect the next time the workbook is opened. */
  loadWithWorkbook(load: boolean): Promise<void>;
}

/** Null where Excel does not offer the choice. */
export function startup(): Startup | null {
  if (!supports("SharedRuntime", "1.1")) return null;
  return {
    loadsWithWorkbook: async () => (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load,
    loadWithWorkbook: (load) =>
      Office.addin.setStartupBehavior(load ? Office.StartupBehavior.load : Office.StartupBehavior.none),
  };
}
