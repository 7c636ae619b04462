import { readMarkup, unescapeText } from "./markup.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

/** The texts that cells refer to by number; rich text as plain text, without the phonetic guide. */
export function readSharedStrings(parts: Parts, part: string | null): readonly string[] {
  if (part === null) return [];
  if (!parts.has(part)) throw refusal("MISSING_PART", part);
  const strings: string[] = [];
  let current = "";
  readMarkup(parts.text(part), part, {
    open: (place) => {
      if (place === "sst/si") current = "";
    },
    text: (text, place) => {
      if (place === "sst/si/t" || place === "sst/si/r/t") current += text;
    },
    close: (place) => {
      if (place === "sst/si") strings.push(unescapeText(current));
    },
  });
  return strings;
}
