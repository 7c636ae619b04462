/** The glossary, as CONTEXT.md has it; loaded when the user asks what a word means. */
import type { Language, Text } from "@prestatieafspraken/indicators";
import { terms, type Term } from "./glossary.generated.js";

/** What a word means; null for a word that is not in the glossary. */
export const meaningOf = (word: string, language: Language): Text | null =>
  terms.find(({ names }) => names[language].some((name) => name.toLowerCase() === word.toLowerCase()))?.meaning ?? null;

/** Endings of a plural or an inflected form. */
const endings: Readonly<Record<Language, readonly string[]>> = { nl: ["", "e", "en", "s"], en: ["", "s"] };
/** Shorter names would match by accident. */
const shortest = 4;

/** Words in lower case with a space around each, so that whole words can be searched for. */
const spaced = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, " ")} `;

/** The terms that occur in a text, in alphabetical order. */
export function termsIn(text: string, language: Language): readonly Term[] {
  const shown = spaced(text);
  return [...terms]
    .filter(({ names }) =>
      names[language].some(
        (name) =>
          name.length >= shortest &&
          endings[language].some((ending) => shown.includes(`${spaced(name).trimEnd()}${ending} `)),
      ),
    )
    .sort((a, b) => a.names[language][0]!.localeCompare(b.names[language][0]!, language));
}
