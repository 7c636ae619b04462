import type { Live } from "./books/answer.js";
import { questions } from "./books/questions.js";
import { indicator } from "./catalogue.js";

const known = new Map<string, Live | null>();

/** How an indicator is counted in a workbook; null if it is not live or not built in. */
export function countingOf(id: string): Live | null {
  if (!known.has(id)) known.set(id, indicator(id)?.counts?.(questions) ?? null);
  return known.get(id)!;
}
