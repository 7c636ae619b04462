import { defineRule } from "./rule.js";

export const partijOntbreekt = defineRule({
  id: "PA-112",
  severity: "warning",
  reads: ["PA_Nieuwbouw", "PA_Voorraad", "PA_Toewijzingen", "PA_Labels"],
  title: { nl: "Partij ontbreekt in een kwartaal", en: "Party missing in a quarter" },
  why: {
    nl: "Geen rijen is niet hetzelfde als nul: de som van de partijen is dan niet te bepalen.",
    en: "No rows is not the same as zero: the sum over parties cannot be determined then.",
  },
  message: {
    nl: "{name} heeft in {table} wel rijen in andere kwartalen, maar niet in {quarter}.",
    en: "{name} has rows in {table} in other quarters, but none in {quarter}.",
  },
  fix: {
    nl: "Voeg de rijen van {name} voor {quarter} toe; zijn er geen, vul dan 0 in.",
    en: "Add the rows of {name} for {quarter}; if there are none, enter 0.",
  },
  *check({ ret }) {
    for (const [name, header] of [
      ["PA_Nieuwbouw", "Ontwikkelaar"],
      ["PA_Voorraad", "Verhuurder"],
      ["PA_Toewijzingen", "Verhuurder"],
      ["PA_Labels", "Verhuurder"],
    ] as const) {
      const table = ret.tables.get(name);
      if (!table?.has("Kwartaal") || !table.has(header)) continue;
      const seen = new Map<string, Set<string>>();
      const quarters = new Set<string>();
      for (let index = 0; index < table.length; index += 1) {
        const quarter = table.value("Kwartaal", index);
        const party = table.value(header, index);
        if (quarter === null || party === null) continue;
        quarters.add(String(quarter));
        const own = seen.get(String(party)) ?? new Set<string>();
        seen.set(String(party), own.add(String(quarter)));
      }
      for (const party of ret.agreement.parties) {
        const own = seen.get(party.id);
        if (!own) continue;
        const first = [...own].sort()[0]!;
        for (const quarter of quarters) {
          // A party that joined later was not missing before.
          if (quarter > first && !own.has(quarter))
            yield { table, quarter, party: party.id, facts: { name: party.name, quarter } };
        }
      }
    }
  },
  examples: {
    good: [
      {
        name: "every quarter",
        tables: {
          PA_Toewijzingen: [
            { Kwartaal: "2026-Q2", Verhuurder: "WYwonen" },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen" },
          ],
        },
      },
    ],
    bad: [
      {
        name: "Portaal stopped",
        tables: {
          PA_Toewijzingen: [
            { Kwartaal: "2026-Q2", Verhuurder: "WYwonen" },
            { Kwartaal: "2026-Q2", Verhuurder: "Portaal" },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen" },
          ],
        },
      },
    ],
  },
});
