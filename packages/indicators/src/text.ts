/** A sentence or name in the two languages the product speaks. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

export type Language = keyof Text;

/** The same words in both languages: names, codes and other things that are not translated. */
export const untranslated = (words: string): Text => ({ nl: words, en: words });
