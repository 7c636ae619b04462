import type { Text } from "./text.js";

/** Month names as written in a sentence; `short` is an abbreviation that is not the start of the word. */
export const monthNames: readonly (Text & { readonly short?: string })[] = [
  { nl: "januari", en: "January" },
  { nl: "februari", en: "February" },
  { nl: "maart", en: "March", short: "mrt" },
  { nl: "april", en: "April" },
  { nl: "mei", en: "May" },
  { nl: "juni", en: "June" },
  { nl: "juli", en: "July" },
  { nl: "augustus", en: "August" },
  { nl: "september", en: "September", short: "sept" },
  { nl: "oktober", en: "October" },
  { nl: "november", en: "November" },
  { nl: "december", en: "December" },
];

/**
 * The number (1-12) of a month name, in Dutch or English and in lower case, in full or shortened to at least three letters; null
 * if it is none.
 */
export function monthCalled(word: string): number | null {
  if (word.length < 3) return null;
  const at = monthNames.findIndex(({ nl, en, short }) =>
    [nl, en.toLowerCase(), short ?? nl].some((name) => name.startsWith(word)),
  );
  return at < 0 ? null : at + 1;
}
