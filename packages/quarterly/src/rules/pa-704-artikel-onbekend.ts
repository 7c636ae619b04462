import { articleOf } from "./article.js";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const artikelOnbekend = defineRule({
  id: "PA-704",
  severity: "warning",
  reads: ["PA_Evaluatie"],
  title: { nl: "Artikel staat niet in de afspraak", en: "The article is not in the agreement" },
  why: {
    nl: "Deze rij is nergens mee te verbinden en komt niet in het rapport.",
    en: "This row cannot be connected to anything and is not in the report.",
  },
  message: { nl: "Artikel '{typed}' staat niet in de afspraak.", en: "Article '{typed}' is not in the agreement." },
  fix: {
    nl: "Gebruik het nummer uit de afspraak (9, 19a) of de code van een doel (TD-BES-1).",
    en: "Use the number in the agreement (9, 19a) or the code of a goal (TD-BES-1).",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Evaluatie");
    if (!hasAll(table, "Artikel")) return;
    const known = new Set(
      ret.agreement.commitments.flatMap(({ article }) => [
        articleOf(article),
        articleOf(article).replace(/(\d)[a-z]$/, "$1"),
      ]),
    );
    const article = textIn(table, "Artikel");
    for (const index of rowsOf(table)) {
      const own = article(index);
      if (own !== null && !known.has(articleOf(own))) yield { table, index, header: "Artikel" };
    }
  },
  examples: {
    good: {
      spellings: [
        { Artikel: "art. 9", Afspraak: "x" },
        { Artikel: "Artikel 19a", Afspraak: "x" },
        { Artikel: 19, Afspraak: "x" },
      ],
    },
    bad: {
      "beyond the last": [{ Artikel: 47, Afspraak: "x" }],
    },
  },
});
