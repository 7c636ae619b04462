import type { Live } from "./books/answer.js";
import * as questions from "./books/questions.js";
import { indicator } from "./catalogue.js";

const known = new Map<string, Live | null>();

/** How an indicator is counted in the tables of a workbook; null where it is not live, or none of the contract. */
export function countingOf(id: string): Live | null {
  if (!known.has(id)) known.set(id, indicator(id)?.counts?.(questions) ?? null);
  return known.get(id)!;
}
