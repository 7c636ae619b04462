/** A text in the two languages of the product. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** A language of the product. */
export type Language = keyof Text;

/** A text that is the same in both languages: a name, a code. */
export const untranslated = (words: string): Text => ({ nl: words, en: words });
