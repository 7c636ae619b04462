/** User preferences, per browser or per tab. If the browser blocks storage, the page works without them. */
const storages = { browser: () => localStorage, tab: () => sessionStorage } as const;
type Where = keyof typeof storages;

export function remembered(key: string, where: Where = "browser"): string | null {
  try {
    return storages[where]().getItem(key);
  } catch {
    return null;
  }
}

/** Returns false if the browser blocks storage. */
export function remember(key: string, value: string, where: Where = "browser"): boolean {
  try {
    storages[where]().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
