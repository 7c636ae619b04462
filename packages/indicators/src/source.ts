import type { Indicator, ResolvedContext } from "./define.js";
import { referenceAgreement } from "./reference.generated.js";
import type { Text } from "./text.js";

/**
 * Where an indicator comes from, where no norm says so: a law, or an article of the agreement this product was made for. Another
 * agreement has other articles, so there only its title can be said, or the source of the figure it starts from.
 */
export function sourceOf(
  { source, general = false, agreed }: Pick<Indicator, "source" | "general" | "agreed">,
  { agreement }: Pick<ResolvedContext, "agreement">,
): Text {
  if (general || agreement === null || agreement.id === referenceAgreement.id) return source;
  const figure = agreed === undefined ? undefined : agreement.figures[agreed];
  if (figure === undefined) return agreement.title;
  const { title, article } = figure.source;
  return { nl: article ?? title, en: article ?? title };
}
