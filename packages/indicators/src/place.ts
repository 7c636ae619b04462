import type { Commitment } from "./agreement.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";

/**
 * Where something stands in an agreement: "tussendoel Beschikbaarheid" is "interim goal Beschikbaarheid". Dutch agreements give
 * some parts a name instead of a number; what somebody named a part stays as printed.
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
 * Where a goal without a number stands. Its id ("TD-BES-1") is not printed in the agreement; it only tells rows apart. Null for an
 * article, which is called by its number.
 */
export const placeOfGoal = ({ article, source }: Pick<Commitment, "article" | "source">): Text | null =>
  /^\p{Lu}{2,}-/u.test(article) ? placeText(source.article ?? source.title) : null;

/** "artikel 19a", or where a goal without a number stands. */
export const articleText = ({ article, place }: { readonly article: string; readonly place: Text | null }): Text =>
  place ?? fill({ nl: "artikel {article}", en: "article {article}" }, { article: untranslated(article) });

/** The same under a head that says "Artikel". */
export const articleNumber = ({ article, place }: { readonly article: string; readonly place: Text | null }): Text =>
  place ?? untranslated(article);
