import type { Language } from "@prestatieafspraken/indicators";

/** Excel's display language if supported. Read on each call: unknown until Office.onReady. */
export function language(): Language {
  const context = (globalThis as { Office?: { context?: { displayLanguage?: string } } }).Office?.context;
  return /^nl\b/i.test(context?.displayLanguage ?? navigator.language) ? "nl" : "en";
}
