/**
 * Calls back whether the pane is on the screen, now and whenever that changes. A page that a cell or the workbook started is there
 * without a pane; what nobody sees asks nothing of the workbook. Excel says when a pane opens and closes, and the browser whether
 * the page is drawn; whoever touches the pane has it before them, whatever either says.
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
  // Not there in every office.js; then the browser's word has to do.
  const addin = Office.addin as typeof Office.addin | undefined;
  void addin
    ?.onVisibilityModeChanged(({ visibilityMode }) => is(visibilityMode === Office.VisibilityMode.taskpane))
    .catch(() => undefined);
}
