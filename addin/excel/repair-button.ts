import { supports } from "./host.js";
import type { WorkbookCopy } from "./workbook-copy.js";

/** The button "Herstel PA-formules", with the ids of the manifest. */
export const repairButton = { tab: "PA.Tab", group: "PA.FigureGroup", control: "PA.RepairButton" } as const;

/**
 * Enables the button only while a PA formula is stuck, or may be. The manifest leaves it enabled, because the page may
 * not run when it is needed most; Excel without RibbonApi 1.1 keeps it so.
 */
export function followStuckFormulas(copy: WorkbookCopy): void {
  // Some versions of office.js lack this member although their host supports the set.
  const ribbon = Office.ribbon as typeof Office.ribbon | undefined;
  if (!supports("RibbonApi", "1.1") || ribbon === undefined) return;
  let shown: boolean | null = null;
  copy.onRead(() => {
    const enabled = copy.mayBeStuck;
    if (enabled === shown) return;
    shown = enabled;
    const { tab, group, control } = repairButton;
    const data = { tabs: [{ id: tab, groups: [{ id: group, controls: [{ id: control, enabled }] }] }] };
    // Excel refuses while it is still building its ribbon: asked again after the next reading.
    ribbon.requestUpdate(data).catch(() => (shown = null));
  });
}
