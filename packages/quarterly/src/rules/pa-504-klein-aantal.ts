import { lettingCounts } from "@prestatieafspraken/indicators";
import { groupsOf, hasAll, numberIn, sumOf, textIn } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const kleinAantal = defineRule({
  id: "PA-504",
  severity: "info",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Klein aantal toewijzingen", en: "Small number of lettings" },
  why: {
    nl: "Bij weinig toewijzingen maakt één woning een groot verschil; het jaar tot nu toe zegt meer.",
    en: "With few lettings one home makes a large difference; the year to date says more.",
  },
  message: {
    nl: "{name} heeft in het {quarter:quarter} {count:toewijzing|toewijzingen}; onder {limit} zegt een aandeel weinig.",
    en: "{name} has {count:letting|lettings} in the {quarter:quarter}; below {limit} a share says little.",
  },
  fix: {
    nl: "U hoeft niets te doen. Kijk naar het jaar tot nu toe.",
    en: "Nothing needs doing. Look at the year to date.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Toewijzingen");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Categorie", "Aantal")) return;
    const chosen = Number(ret.settings.parameters["klein-aantal"]);
    const limit = Number.isFinite(chosen) && chosen > 0 ? chosen : 20;
    const category = textIn(table, "Categorie");
    const count = numberIn(table, "Aantal");
    for (const { rows, of } of groupsOf(table, "Kwartaal", "Verhuurder")) {
      const [quarter, party] = of;
      const counts = rows.filter((index) => lettingCounts(category(index)) !== "outside").map(count);
      const lettings = counts.length === 0 ? null : sumOf(counts);
      // With a count missing, it is unknown whether the number is small.
      if (lettings !== null && lettings < limit)
        yield { table, party, quarter, facts: { name: partyName(ret, party), quarter, count: lettings, limit } };
    }
  },
  examples: {
    good: {
      "20 is enough": [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 20 }],
    },
    bad: {
      "19": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 15 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 4 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "student", Aantal: 30 },
      ],
    },
  },
});
