import { groupBy, hasAll, numberIn, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const liberalisatieSluitNiet = defineRule({
  id: "PA-405",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: { nl: "Geliberaliseerde woningen komen nergens terug", en: "Liberalised homes turn up nowhere" },
  why: {
    nl: "Een geliberaliseerde woning gaat van sociaal naar midden of vrij; ze verdwijnt niet.",
    en: "A liberalised home goes from social to mid or free; it does not vanish.",
  },
  message: {
    nl: "In sociaal {out|is|zijn} {out:woning|woningen} geliberaliseerd, maar bij midden en vrij kwamen er {arrived} bij (Overig erbij).",
    en: "In social {out:home was|homes were} liberalised, but mid and free gained {arrived} (Overig erbij).",
  },
  fix: {
    nl: "Zet de {out:woning|woningen} bij midden of vrij in Overig erbij.",
    en: "Enter the {out:home|homes} under Overig erbij, in the row midden or vrij.",
  },
  *check({ table: get }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Liberalisatie", "Overig erbij")) return;
    const segment = textIn(table, "Segment");
    const out = numberIn(table, "Liberalisatie");
    const added = numberIn(table, "Overig erbij");
    for (const rows of groupBy(table, "Kwartaal", "Verhuurder").values()) {
      const others = rows.filter((index) => segment(index) === "midden" || segment(index) === "vrij");
      if (others.length === 0) continue;
      for (const index of rows) {
        const gone = segment(index) === "sociaal" ? out(index) : null;
        if (gone === null || gone === 0) continue;
        const arrived = others.reduce((homes, other) => homes + (added(other) ?? 0), 0);
        if (arrived < gone) {
          // Doubts the homes that entered the other segments, not those that left the social stock.
          const about = { rows: others, headers: ["Overig erbij"] };
          yield { table, index, header: "Liberalisatie", about, facts: { out: gone, arrived } };
        }
      }
    }
  },
  examples: {
    good: {
      "to mid": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Liberalisatie: 4, "Overig erbij": 0 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Liberalisatie: 0, "Overig erbij": 4 },
      ],
    },
    bad: {
      "one missing": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Liberalisatie: 4, "Overig erbij": 0 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Liberalisatie: 0, "Overig erbij": 3 },
      ],
    },
  },
});
