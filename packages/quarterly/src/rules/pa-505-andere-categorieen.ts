import { lettingCounts } from "@prestatieafspraken/indicators";
import { groupsOf, hasAll, numberIn, textIn } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const andereCategorieen = defineRule({
  id: "PA-505",
  severity: "info",
  reads: ["PA_Toewijzingen"],
  title: { nl: "Urgent en regulier zijn samen niet alles", en: "Urgent and regular are not everything" },
  why: {
    nl: "Ruil, woongroepen en andere categorieën staan niet in artikel 9; ze tellen alleen in het totaal mee.",
    en: "Exchanges, groups and other categories are not in article 9; they count in the total only.",
  },
  message: {
    nl: "{name}, {quarter:quarter}: {other} van de {lettings:toewijzing|toewijzingen} {other|is|zijn} niet urgent en ook niet regulier ({kinds}).",
    en: "{name}, {quarter:quarter}: {other} of {lettings:letting|lettings} {other|is|are} neither urgent nor regular ({kinds}).",
  },
  fix: {
    nl: "U hoeft niets te doen, tenzij een categorie verkeerd is gekozen.",
    en: "Nothing needs doing, unless a category was chosen wrongly.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Toewijzingen");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Categorie", "Aantal")) return;
    const category = textIn(table, "Categorie");
    const count = numberIn(table, "Aantal");
    for (const { rows, of } of groupsOf(table, "Kwartaal", "Verhuurder")) {
      let lettings = 0;
      let other = 0;
      const kinds: string[] = [];
      for (const index of rows) {
        const kind = category(index);
        const how = lettingCounts(kind);
        const number = count(index) ?? 0;
        if (how === "outside") continue;
        lettings += number;
        if (how !== "other" || number === 0) continue;
        other += number;
        kinds.push(`${kind ?? "onbekend"} ${number}`);
      }
      const [quarter, party] = of;
      if (other > 0)
        yield {
          table,
          party,
          quarter,
          facts: { name: partyName(ret, party), quarter, lettings, other, kinds: kinds.sort().join(", ") },
        };
    }
  },
  examples: {
    good: {
      complements: [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 20 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 5 },
      ],
    },
    bad: {
      "PréWonen 2023": {
        says: "WYwonen, derde kwartaal 2026: 92 van de 578 toewijzingen zijn niet urgent en ook niet regulier",
        PA_Toewijzingen: [
          ["regulier", 339],
          ["urgent", 41],
          ["vrije ruimte", 28],
          ["statushouder", 69],
          ["contingent", 27],
          ["stadsvernieuwing", 10],
          ["woningruil", 24],
          ["woongroep", 18],
          ["senioren", 22],
        ].map(([Categorie, Aantal]) => ({
          Kwartaal: "2026-Q3",
          Verhuurder: "WYwonen",
          Categorie: Categorie!,
          Aantal: Aantal!,
        })),
      },
    },
  },
});
