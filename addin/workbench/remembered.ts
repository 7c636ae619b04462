/** Small choices of a person: in this browser, or in this tab only. A browser that may keep nothing forgets them; the page works all the same. */
const storages = { browser: () => localStorage, tab: () => sessionStorage } as const;
type Where = keyof typeof storages;

export function remembered(key: string, where: Where = "browser"): string | null {
  try {
    return storages[where]().getItem(key);
  } catch {
    return null;
  }
}

/** False when this browser keeps nothing. */
export function remember(key: string, value: string, where: Where = "browser"): boolean {
  try {
    storages[where]().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
