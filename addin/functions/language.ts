import type { Language } from "@prestatieafspraken/indicators";

/** The language of Excel's own screen, as far as we speak it. Asked at each answer: before Excel has introduced itself it is not known. */
export function language(): Language {
  const context = (globalThis as { Office?: { context?: { displayLanguage?: string } } }).Office?.context;
  return /^nl\b/i.test(context?.displayLanguage ?? navigator.language) ? "nl" : "en";
}
