/** All functions by the question they answer, for readers who do not know the name. */
import { functions } from "@prestatieafspraken/functions";
import { inBoth, plain, table, type Page } from "./markdown.js";
import { words } from "./words.js";

/** The list of functions. */
export const functionsPage = (): Page =>
  inBoth("functions", { nl: words.nl.functions, en: words.en.functions }, (language) => {
    const w = words[language];
    return [
      w.functionsIntro,
      table(
        [w.question, w.indicator, w.title2],
        functions.map(({ id, meaning, title }) => [
          plain(meaning[language]),
          `[PA.${id}](/functions/${id}.md)`,
          plain(title[language]),
        ]),
      ),
    ].join("\n\n");
  });
