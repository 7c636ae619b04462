import type { Text } from "./text.js";

/** Month names as written in a sentence; `short` is an abbreviation that is not a prefix of the word. */
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
 * The number (1-12) of a Dutch or English month name in lower case, in full or shortened to at least three letters;
 * null if there is no such month.
 */
export function monthCalled(word: string): number | null {
  if (word.length < 3) return null;
  const at = monthNames.findIndex(({ nl, en, short }) =>
    [nl, en.toLowerCase(), short ?? nl].some((name) => name.startsWith(word)),
  );
  return at < 0 ? null : at + 1;
}
