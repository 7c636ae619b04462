import { distance } from "fastest-levenshtein";

/** For comparing words: without case, accents, spaces and punctuation; the prefix of a PA function left off. */
const plain = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/^(?:_xldudf_)?PA[._]/i, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The known word somebody probably meant: the one that begins with what was typed, or differs from it in a quarter of its
 * letters at most; one letter is always allowed, and two from six letters on, because two that changed places are two. Null when
 * nothing is near.
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
