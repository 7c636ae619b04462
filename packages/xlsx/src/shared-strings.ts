import { readMarkup, unescapeText } from "./markup.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

/** The texts that cells refer to by number; rich text as plain text, without the phonetic guide. */
export function readSharedStrings(parts: Parts, part: string | null): readonly string[] {
  if (part === null) return [];
  if (!parts.has(part)) throw refusal("MISSING_PART", part);
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = false;
  readMarkup(parts.text(part), part, {
    open: (name) => {
      if (name === "t") inText = !phonetic;
      else if (name === "si") current = "";
      else if (name === "rPh") phonetic = true;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "si") strings.push(unescapeText(current));
      else if (name === "rPh") phonetic = false;
    },
  });
  return strings;
}
