import type { Text } from "@prestatieafspraken/indicators";

/**
 * A sentence names parts of an agreement between ‹ and ›, because a file and a workbook call them differently: ‹norms› is "norms"
 * or the sheet Normen, ‹norms[2]› an item, ‹%0.30› a share, ‹day 2026-01-01› a day.
 */
const part = /‹([^‹›]{1,200})›/g;

/** What a form of the agreement calls a part, in a sentence about `path`. */
export type Wording = (part: string, path: string) => Text;

/** The names and values of a JSON file. */
export const ofFile: Wording = (part) => {
  const text = part.replace(/^(?:%|day )/, "");
  return { nl: text, en: text };
};

/** The sentence in the words of one form. */
export function worded(message: Text, path: string, wording: Wording): Text {
  const inLanguage = (language: keyof Text): string =>
    message[language].replace(part, (_, named: string) => wording(named, path)[language]);
  return { nl: inLanguage("nl"), en: inLanguage("en") };
}
