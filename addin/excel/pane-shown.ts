/**
 * Reports whether the pane is visible, now and on every change. A page started by a cell or by the workbook runs
 * without a pane, and an invisible pane must not read the workbook. Combines three sources: Excel's visibility event,
 * the page's visibility in the browser, and any user input in the pane, which overrides the other two.
 */
export function whenPaneShown(told: (shown: boolean) => void): void {
  let shown: boolean | null = null;
  const is = (now: boolean): void => {
    if (now === shown) return;
    shown = now;
    told(now);
  };
  is(document.visibilityState !== "hidden");
  document.addEventListener("visibilitychange", () => is(document.visibilityState !== "hidden"));
  for (const touch of ["focusin", "pointerdown", "keydown"]) document.addEventListener(touch, () => is(true), true);
  // Some versions of office.js lack this; the page's visibility then decides.
  const addin = Office.addin as typeof Office.addin | undefined;
  void addin
    ?.onVisibilityModeChanged(({ visibilityMode }) => is(visibilityMode === Office.VisibilityMode.taskpane))
    .catch(() => undefined);
}
