import { cleaned, comparable } from "@prestatieafspraken/indicators";
import type { PartyNames } from "./party-names.js";

/** The entry of `present` that means all parties. */
export const everyone = "*";
const all = new Set(["allen", "alle", "iedereen", "allepartijen", "voltallig", "all", "everyone"]);

/** Parses who attended a meeting: "gemeente, WYwonen en BRES" gives party ids, and names that match no party. */
export function attendance(
  text: string,
  parties: PartyNames,
): { readonly present: ReadonlySet<string>; readonly unknown: readonly string[] } {
  const present = new Set<string>();
  const unknown: string[] = [];
  const add = (name: string): boolean => {
    const key = comparable(name);
    if (key === "") return true;
    const party = parties.find(name);
    if (party) present.add(party.id);
    else if (all.has(key)) present.add(everyone);
    else return false;
    return true;
  };
  for (const name of cleaned(text).split(/[,;/+&|]/)) {
    if (add(name)) continue;
    // "en" also occurs inside names, so it only splits a text that is not a name as a whole.
    for (const part of name.split(/\s+(?:en|and)\s+/)) if (!add(part)) unknown.push(part.trim());
  }
  return { present, unknown };
}
