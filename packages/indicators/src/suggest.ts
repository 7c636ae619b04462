import { distance } from "fastest-levenshtein";

/** Normalises a word for comparison: no case, accents, spaces, punctuation or PA prefix. */
const plain = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/^(?:_xldudf_)?PA[._]/i, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The known word that was probably meant: one that starts with the typed text, or differs from it in at most a quarter of its
 * letters. One difference is always allowed, and two from six letters on, because swapped letters count as two. Null if none is
 * close.
 */
export function closest(word: string, known: readonly string[]): string | null {
  const typed = plain(word);
  let best: string | null = null;
  let least = Math.max(typed.length < 6 ? 1 : 2, Math.floor(typed.length / 4)) + 1;
  for (const candidate of known) {
    const target = plain(candidate);
    if (typed === "" || target.length < 3) continue;
    const steps = typed.length >= 3 && target.startsWith(typed) ? 1 : distance(typed, target);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
