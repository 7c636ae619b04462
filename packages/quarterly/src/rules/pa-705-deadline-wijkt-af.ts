import { articleOf } from "./article.js";
import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const deadlineWijktAf = defineRule({
  id: "PA-705",
  severity: "info",
  reads: ["PA_Evaluatie"],
  title: { nl: "Deadline anders dan in de afspraak", en: "Deadline differs from the agreement's" },
  why: {
    nl: "Een opgeschoven deadline is iets om samen vast te stellen.",
    en: "Parties decide together on another deadline.",
  },
  message: {
    nl: "Hier staat {here}, de afspraak zegt {agreed}.",
    en: "Here the deadline is {here}, in the agreement it is {agreed}.",
  },
  fix: {
    nl: "Neem de datum van de afspraak over, of zet bij Toelichting wie het uitstel besloot.",
    en: "Use the agreement's date, or enter under Toelichting who decided the delay.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Evaluatie");
    if (!hasAll(table, "Artikel", "Deadline")) return;
    const due = new Map(
      ret.agreement.commitments.flatMap((one) =>
        one.due === undefined ? [] : [[articleOf(one.article), one.due] as const],
      ),
    );
    const article = textIn(table, "Artikel");
    const deadline = textIn(table, "Deadline");
    const why = textIn(table, "Toelichting");
    for (const index of rowsOf(table)) {
      const here = deadline(index);
      const agreed = due.get(articleOf(article(index) ?? ""));
      if (here !== null && agreed !== undefined && here !== agreed && why(index) === null)
        yield { table, index, header: "Deadline", facts: { here, agreed } };
    }
  },
  examples: {
    good: {
      "as agreed, art. 7": [{ Artikel: 7, Deadline: "31-12-2026" }],
    },
    bad: {
      "half a year later": [{ Artikel: 7, Deadline: "30-6-2027" }],
    },
  },
});
