import { lettingCounts, listed } from "@prestatieafspraken/indicators";
import { partyName } from "../books/party-scope.js";
import { groupsOf, hasAll, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

/** From this many earlier quarters on, "each quarter" is a habit. */
const HABIT = 2;

export const categorieVerdwenen = defineRule({
  id: "PA-507",
  severity: "warning",
  besideFigure: true,
  reads: ["PA_Toewijzingen"],
  title: { nl: "Categorie die er altijd stond, ontbreekt", en: "Category that was always there is missing" },
  why: {
    nl: "Een categorie zonder rij telt als 0. Dat kan kloppen, maar ook een vergeten rij zijn.",
    en: "A category without a row counts as 0. That may be right, or a row was forgotten.",
  },
  message: {
    nl: "{owner} heeft in het {quarter:quarter} geen rij voor {categories}; in elk eerder kwartaal {count|stond die|stonden die} er wel.",
    en: "{owner} has no row for {categories} in the {quarter:quarter}; every earlier quarter had {count|it|them}.",
  },
  fix: {
    nl: "Voeg {count|de rij|de rijen} toe; zijn er geen toewijzingen, vul dan 0 in.",
    en: "Add the {count|row|rows}; if there were no lettings, enter 0.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Toewijzingen");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Categorie")) return;
    const category = textIn(table, "Categorie");
    const earlier = new Map<string, { times: number; always: ReadonlySet<string> }>();
    // The oldest quarter comes first.
    const deliveries = groupsOf(table, "Kwartaal", "Verhuurder");
    for (const { rows, of } of deliveries.sort((one, other) => (one.of.join() < other.of.join() ? -1 : 1))) {
      const [quarter, party] = of;
      const kinds = rows.map(category);
      // A category that cannot be read may be the one that is missed; that row has an issue of its own.
      if (kinds.includes(null) || kinds.includes("onbekend")) continue;
      const now = new Set(kinds.filter((kind) => kind !== null && lettingCounts(kind) !== "outside") as string[]);
      const before = earlier.get(party);
      const missing = before && before.times >= HABIT ? [...before.always].filter((kind) => !now.has(kind)).sort() : [];
      if (missing.length > 0)
        yield {
          table,
          quarter,
          party,
          facts: { owner: partyName(ret, party), quarter, count: missing.length, categories: listed(missing) },
        };
      earlier.set(party, {
        times: (before?.times ?? 0) + 1,
        always: before ? new Set([...before.always].filter((kind) => now.has(kind))) : now,
      });
    }
  },
  examples: {
    good: {
      "once there, once not": [
        { Kwartaal: "2026-Q1", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 2 },
        { Kwartaal: "2026-Q2", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 1 },
        { Kwartaal: "2026-Q2", Verhuurder: "Portaal", Categorie: "urgent", Aantal: 1 },
        { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 1 },
      ],
      "one earlier quarter is no habit": [
        { Kwartaal: "2026-Q2", Verhuurder: "Portaal", Categorie: "urgent", Aantal: 1 },
        { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Categorie: "regulier", Aantal: 1 },
      ],
    },
    bad: {
      "the urgent lettings of the third quarter forgotten": {
        says: "heeft in het derde kwartaal 2026 geen rij voor urgent; in elk eerder kwartaal stond die er wel",
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q1", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 5 },
          { Kwartaal: "2026-Q1", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 15 },
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 6 },
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 16 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 14 },
        ],
      },
    },
  },
});
