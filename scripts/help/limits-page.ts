/** The legal limits by year, each with its source. */
import { limits } from "@prestatieafspraken/agreements";
import { displayNorm, exact } from "@prestatieafspraken/indicators";
import { inBoth, plain, sourceText, table, type Page } from "./markdown.js";
import { words } from "./words.js";

/** The page of limits. */
export const limitsPage = (): Page =>
  inBoth("limits", { nl: words.nl.limits, en: words.en.limits }, (language) => {
    const w = words[language];
    return limits
      .flatMap((series) => [
        `## ${plain(series.label[language])} {#${series.id}}`,
        `${w.source}: ${sourceText(series.law, w, language)}.`,
        table(
          [w.year, w.value, w.source],
          [
            ...series.values.map(({ year, value, source, note }) => [
              String(year),
              displayNorm(exact(value), series.unit)[language],
              sourceText(source, w, language) + (note ? `. ${plain(note[language])}` : ""),
            ]),
            ...(series.unverified ?? []).map(({ year, note }) => [String(year), w.unverified, plain(note[language])]),
          ],
        ),
      ])
      .join("\n\n");
  });
