import type { Language } from "@prestatieafspraken/indicators";

const key = "pa-language";

/** The language chosen in the pane on this computer; null if never chosen, or if the browser stores nothing. */
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
    // Without storage, the choice lasts until the pane closes.
  }
}
