import { closest, distance } from "fastest-levenshtein";
import type { Text } from "@prestatieafspraken/indicators";

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The known word that was probably meant: at most a quarter of its letters differ; null when nothing is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const byPlain = new Map(known.map((candidate) => [plain(candidate), candidate]));
  const typed = plain(word);
  if (byPlain.size === 0 || typed === "") return null;
  const found = closest(typed, [...byPlain.keys()]);
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, found.length) / 4));
  return distance(typed, found) <= allowed ? (byPlain.get(found) ?? null) : null;
}

/** ' Bedoelt u "x"?', or what there is to choose from when it is short enough to read. */
export function suggestion(word: string, known: readonly string[]): Text {
  const meant = nearest(word, known);
  if (meant !== null) return { nl: ` Bedoelt u "${meant}"?`, en: ` Do you mean "${meant}"?` };
  if (known.length === 0 || known.length > 30) return { nl: "", en: "" };
  const list = known.map((each) => `"${each}"`).join(", ");
  return { nl: ` Mogelijk zijn: ${list}.`, en: ` Possible are: ${list}.` };
}
