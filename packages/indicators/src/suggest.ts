/** Normalises a word for comparison: no case, accents, spaces, punctuation or PA prefix. */
const plain = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/^(?:_xldudf_)?PA[._]/i, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** The number of letters to add, remove or replace to make one word of the other (Levenshtein). Words here are short. */
function distance(a: string, b: string): number {
  let above = Array.from(`${b} `, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      row.push(Math.min(row[j]! + 1, above[j + 1]! + 1, above[j]! + (a[i] === b[j] ? 0 : 1)));
    above = row;
  }
  return above[b.length]!;
}

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
