/** A sentence or name in the two languages the product speaks. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

export type Language = keyof Text;

/** The same words in both languages: names, codes and other things that are not translated. */
export const untranslated = (words: string): Text => ({ nl: words, en: words });

/** Fills `{name}` in both languages with facts; a fact may itself be bilingual. */
export function fill(template: Text, facts: Readonly<Record<string, Text | string | number>>): Text {
  const inLanguage = (language: Language): string =>
    template[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name];
      return fact === undefined ? whole : typeof fact === "object" ? fact[language] : String(fact);
    });
  return { nl: inLanguage("nl"), en: inLanguage("en") };
}
