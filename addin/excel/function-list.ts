/** Excel keeps the list of functions for up to a day. This setting of a workbook makes it fetch the list anew when it opens. */
const key = "Office.ForceRefreshCustomFunctionsCache";

/** The settings of this workbook; not there in every host. */
const settings = (): Office.Settings | undefined => (Office.context.document as Office.Document | undefined)?.settings;

/** At the next opening of this workbook Excel fetches the list of functions anew. */
export function refreshAtOpening(): void {
  settings()?.set(key, true);
  settings()?.saveAsync();
}

/** It has been fetched: from now on Excel may keep it again. */
export function refreshed(): void {
  if (settings()?.get(key) !== true) return;
  settings()?.set(key, false);
  settings()?.saveAsync();
}
