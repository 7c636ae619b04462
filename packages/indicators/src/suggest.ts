/** Number of single-letter changes between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The known word somebody probably meant; null when nothing is near. */
export function closest(word: string, known: readonly string[]): string | null {
  const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const typed = plain(word.slice(0, 60)).replace(/^PA(?=.{4})/, "");
  let best: string | null = null;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of known) {
    const target = plain(candidate);
    const steps =
      typed.length >= 4 && (target.startsWith(typed) || typed.startsWith(target)) ? 1 : distance(typed, target);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
