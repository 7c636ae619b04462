import type { Text } from "./text.js";

/** The months as written in a sentence; `short` are abbreviations that are no beginning of the word. */
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

/** The month somebody writes out or abbreviates to at least three letters, in Dutch or English, in lower case. */
export function monthCalled(word: string): number | null {
  if (word.length < 3) return null;
  const at = monthNames.findIndex(({ nl, en, short }) =>
    [nl, en.toLowerCase(), short ?? nl].some((name) => name.startsWith(word)),
  );
  return at < 0 ? null : at + 1;
}
