import { groupBy, hasAll, numberIn, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const liberalisatieZonderBestemming = defineRule({
  id: "PA-406",
  severity: "warning",
  reads: ["PA_Voorraad"],
  title: { nl: "Liberalisatie zonder rij voor midden of vrij", en: "Liberalisation without a row for mid or free" },
  why: {
    nl: "Zonder die rij is niet te zien of de woningen er nog zijn.",
    en: "Without that row nobody can see whether the homes are still there.",
  },
  message: {
    nl: "Er {out|is|zijn} {out:woning|woningen} geliberaliseerd, maar deze verhuurder heeft in dit kwartaal geen rij midden of vrij.",
    en: "{out:home was|homes were} liberalised, but this landlord has no row midden or vrij in this quarter.",
  },
  fix: {
    nl: "Voeg een rij midden of vrij toe met de woningen bij Overig erbij.",
    en: "Add a row midden or vrij with the homes under Overig erbij.",
  },
  *check({ table: get }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Liberalisatie")) return;
    const segment = textIn(table, "Segment");
    const out = numberIn(table, "Liberalisatie");
    for (const rows of groupBy(table, "Kwartaal", "Verhuurder").values()) {
      if (rows.some((index) => segment(index) === "midden" || segment(index) === "vrij")) continue;
      for (const index of rows) {
        const gone = out(index);
        if (gone !== null && gone > 0) yield { table, index, header: "Liberalisatie", facts: { out: gone } };
      }
    }
  },
  examples: {
    good: {
      "none liberalised": [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Liberalisatie: 0 }],
    },
    bad: {
      "only social reported": [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Liberalisatie: 4 }],
    },
  },
});
