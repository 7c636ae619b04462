/**
 * Excel caches the list of functions for up to a day. This workbook setting makes it fetch the list again on opening.
 */
const key = "Office.ForceRefreshCustomFunctionsCache";

/** The settings of this workbook; some hosts have none. */
const settings = (): Office.Settings | undefined => (Office.context.document as Office.Document | undefined)?.settings;

/** Makes Excel fetch the list of functions again the next time this workbook opens. */
export function refreshAtOpening(): void {
  settings()?.set(key, true);
  settings()?.saveAsync();
}

/** Resets the setting after the list was fetched, so that Excel caches it again. */
export function refreshed(): void {
  if (settings()?.get(key) !== true) return;
  settings()?.set(key, false);
  settings()?.saveAsync();
}
