import type { Commitment } from "./agreement.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";

/**
 * A place in an agreement, translated: "tussendoel Beschikbaarheid" is "interim goal Beschikbaarheid". Dutch agreements
 * name some parts instead of numbering them; the name itself is not translated.
 */
export const placeText = (place: string): Text => ({
  nl: place,
  en: place
    .replace(/\beinddoel\b/, "long-term goal")
    .replace(/\btussendoel\b/, "interim goal")
    .replace(/\btitelpagina\b/, "title page")
    .replace(/\bbijlage\b/, "annex"),
});

/**
 * The location of a goal without a number. Its id ("TD-BES-1") is not printed in the agreement and only distinguishes
 * rows. Null for an article, which has a number.
 */
export const placeOfGoal = ({ article, source }: Pick<Commitment, "article" | "source">): Text | null =>
  /^\p{Lu}{2,}-/u.test(article) ? placeText(source.article ?? source.title) : null;

/** "artikel 19a", or the location of a goal without a number. */
export const articleText = ({ article, place }: { readonly article: string; readonly place: Text | null }): Text =>
  place ?? fill({ nl: "artikel {article}", en: "article {article}" }, { article: untranslated(article) });

/** The same for a column headed "Artikel". */
export const articleNumber = ({ article, place }: { readonly article: string; readonly place: Text | null }): Text =>
  place ?? untranslated(article);
