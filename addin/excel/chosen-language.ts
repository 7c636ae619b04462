import type { Language } from "@prestatieafspraken/indicators";

const key = "pa-language";

/** The language somebody chose in the pane on this computer; null when nobody did, or where the browser keeps nothing. */
export function chosenLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === "nl" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Without a place to keep it, the choice lasts as long as the pane is open.
  }
}
