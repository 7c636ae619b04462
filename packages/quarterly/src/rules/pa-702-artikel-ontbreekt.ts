import { articleOf } from "./article.js";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const artikelOntbreekt = defineRule({
  id: "PA-702",
  severity: "warning",
  reads: ["PA_Evaluatie"],
  title: { nl: "Niet alle afspraken staan in de evaluatie", en: "Not all commitments are in the evaluation" },
  why: { nl: "Wat er niet staat wordt niet besproken.", en: "What is not there is not discussed." },
  message: {
    nl: "{count:afspraak ontbreekt|afspraken ontbreken}: {articles}.",
    en: "{count:commitment is|commitments are} missing: {articles}.",
  },
  fix: {
    nl: "Voeg voor elke afspraak een rij toe; n.v.t. met toelichting mag.",
    en: "Add a row for each commitment; n.v.t. with an explanation is allowed.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Evaluatie");
    if (!hasAll(table, "Artikel") || table.length === 0) return;
    const article = textIn(table, "Artikel");
    const there = new Set<string>();
    for (const index of rowsOf(table)) {
      const own = articleOf(article(index) ?? "");
      there.add(own);
      // A row for "19" covers 19a, 19b and so on.
      there.add(`${own}*`);
    }
    const missing = ret.agreement.commitments
      .map((commitment) => commitment.article)
      .filter((one) => /^\d/.test(one))
      .filter(
        (one) =>
          !there.has(articleOf(one)) && !(/[a-z]$/.test(one) && there.has(`${articleOf(one).replace(/[a-z]$/, "")}*`)),
      );
    if (missing.length > 0) yield { table, facts: { count: missing.length, articles: missing.join(", ") } };
  },
  examples: {
    good: {
      "all of the small agreement": ["7", "art. 9", 19, "40", "41"].map((Artikel) => ({ Artikel, Afspraak: "x" })),
    },
    bad: {
      "without 40 and 41": {
        says: "2 afspraken ontbreken: 40, 41",
        PA_Evaluatie: [7, 9, "19a"].map((Artikel) => ({ Artikel, Afspraak: "x" })),
      },
    },
  },
});
