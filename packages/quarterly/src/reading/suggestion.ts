import { distance } from "fastest-levenshtein";
import type { Text } from "@prestatieafspraken/indicators";
import { comparable } from "./typed-text.js";

/** The known word that is nearest to what was typed, when it is near enough to be a slip of the keyboard. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const word = comparable(typed.slice(0, 60));
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 4)) + 1;
  for (const candidate of known) {
    const target = comparable(candidate);
    if (target.length < 3) continue;
    const steps = word.length >= 3 && target.startsWith(word) ? 1 : distance(word, target);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** " Bedoelt u 'x'?" as a fact in a sentence; nothing where there is nothing to suggest. */
export const meant = (suggestion: string | null): Text =>
  suggestion === null ? { nl: "", en: "" } : { nl: ` Bedoelt u '${suggestion}'?`, en: ` Do you mean '${suggestion}'?` };
