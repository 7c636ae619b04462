/** Small choices of a person in this browser. A browser that may keep nothing forgets them; the page works all the same. */

export function remembered(key: string, storage: "localStorage" | "sessionStorage" = "localStorage"): string | null {
  try {
    return globalThis[storage].getItem(key);
  } catch {
    return null;
  }
}

/** False when this browser keeps nothing. */
export function remember(
  key: string,
  value: string,
  storage: "localStorage" | "sessionStorage" = "localStorage",
): boolean {
  try {
    globalThis[storage].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
