import type { Source } from "./agreement.js";
import type { Indicator, ResolvedContext } from "./define.js";
import { referenceTerms } from "./reference.generated.js";
import { placeText } from "./place.js";
import { untranslated, type Text } from "./text.js";

/** Document and article: "Prestatieafspraken Oegstgeest 2025-2028, art. 9". */
export function documentText({ title, article }: Pick<Source, "title" | "article">): Text {
  if (article === undefined) return untranslated(title);
  const { nl, en } = placeText(article);
  return { nl: `${title}, ${nl}`, en: `${title}, ${en}` };
}

/**
 * The source of an indicator without a norm: a law, or an article of the reference agreement. Another agreement has other
 * articles, so for that only its title is given, or the source of the figure the indicator starts from.
 */
export function sourceOf(
  { source, general = false, agreed }: Pick<Indicator, "source" | "general" | "agreed">,
  { agreement }: Pick<ResolvedContext, "agreement">,
): Text {
  if (general || agreement === null || agreement.id === referenceTerms.id) return source;
  const figure = agreed === undefined ? undefined : agreement.figures[agreed];
  if (figure === undefined) return agreement.title;
  const { title, article } = figure.source;
  return article === undefined ? untranslated(title) : placeText(article);
}
