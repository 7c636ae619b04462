import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const opgeleverdZonderDatum = defineRule({
  id: "PA-202",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Opgeleverd zonder opleverdatum", en: "Delivered without a delivery date" },
  why: {
    nl: "De datum bepaalt of de woningen tellen als gerealiseerd sinds het begin van de afspraak.",
    en: "The date decides whether the homes count as realised since the agreement began.",
  },
  message: {
    nl: "{project} is opgeleverd, maar Oplevering werkelijk is niet ingevuld.",
    en: "{project} was delivered, but Oplevering werkelijk is empty.",
  },
  fix: {
    nl: "Vul bij Oplevering werkelijk de dag van oplevering in.",
    en: "Enter the day of delivery under Oplevering werkelijk.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Fase")) return;
    const phase = textIn(table, "Fase");
    const delivered = textIn(table, "Oplevering werkelijk");
    const name = textIn(table, "Projectnaam");
    for (const index of rowsOf(table)) {
      // Text that is not a date is reported by PA-134.
      const { state } = table.reading("Oplevering werkelijk", index);
      if (phase(index) === "opgeleverd" && delivered(index) === null && state !== "doubtful" && state !== "refused") {
        yield {
          table,
          index,
          header: table.has("Oplevering werkelijk") ? "Oplevering werkelijk" : "Fase",
          facts: { project: name(index) ?? { nl: "Dit project", en: "This project" } },
        };
      }
    }
  },
  examples: {
    good: {
      "a month: asked about by its own rule": [{ Fase: "opgeleverd", "Oplevering werkelijk": "mei 2026" }],
      "with a date": [{ Fase: "opgeleverd", "Oplevering werkelijk": "2026-06-01" }],
    },
    bad: {
      without: [{ Fase: "opgeleverd", "Oplevering werkelijk": null }],
    },
  },
});
