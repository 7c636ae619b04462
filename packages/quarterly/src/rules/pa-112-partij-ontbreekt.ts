import { countingOf, indicators } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { defineRule } from "./rule.js";

const elsewhere = { nl: ", en wel voor andere kwartalen", en: ", and has them for other quarters" };

/**
 * Ids of the parties that must deliver a table, because a figure counted in it is about them. For labels: only corporations with
 * social or mid rent; one that only lets to students has no labels to deliver.
 */
function awaited(ret: Return, name: string): ReadonlySet<string> {
  const corporations = ret.agreement.parties.filter(({ kind }) => kind === "corporation").map(({ id }) => id);
  const ids = new Set<string>();
  for (const { id } of indicators) {
    const asks = Object.values(countingOf(id)?.asks ?? {});
    if (!asks.some(({ parties, book }) => parties === "scope" && book.sources[0]?.table === name)) continue;
    for (const party of ret.agreement.scope[id] ?? corporations) ids.add(party);
  }
  if (name !== "PA_Labels") return ids;
  const stock = ret.tables.get("PA_Voorraad");
  const homes = ret.tables.get("PA_Woningen");
  const letting = new Set<string>();
  for (let row = 0; row < (stock?.length ?? 0); row += 1)
    if (["sociaal", "midden"].includes(String(stock!.value("Segment", row))))
      letting.add(String(stock!.value("Verhuurder", row)));
  for (let row = 0; row < (homes?.length ?? 0); row += 1) letting.delete(String(homes!.value("Verhuurder", row)));
  return new Set([...ids].filter((id) => letting.has(id)));
}

export const partijOntbreekt = defineRule({
  id: "PA-112",
  severity: "warning",
  reads: ["PA_Nieuwbouw", "PA_Voorraad", "PA_Toewijzingen", "PA_Labels"],
  title: { nl: "Partij ontbreekt in een kwartaal", en: "Party missing in a quarter" },
  why: {
    nl: "Geen rijen is niet hetzelfde als nul: de som van de partijen is dan niet te bepalen.",
    en: "No rows is not the same as zero: the sum over parties is not known yet then.",
  },
  message: {
    nl: "{name} heeft in {table} geen rijen voor het {quarter:quarter}{elsewhere}.",
    en: "{name} has no rows in {table} for the {quarter:quarter}{elsewhere}.",
  },
  fix: {
    nl: "Voeg de rijen van {name} voor het {quarter:quarter} toe; zijn er geen, vul dan 0 in.",
    en: "Add the rows of {name} for the {quarter:quarter}; if there are none, enter 0.",
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
      const { quarter: reporting } = ret.settings;
      for (const party of ret.agreement.parties) {
        const own = seen.get(party.id);
        if (!own) {
          // A party without any rows is missing if a figure is about it and others delivered theirs.
          if (reporting !== null && quarters.has(reporting) && awaited(ret, name).has(party.id))
            yield {
              table,
              quarter: reporting,
              party: party.id,
              facts: { name: party.name, quarter: reporting, elsewhere: "" },
            };
          continue;
        }
        const first = [...own].sort()[0]!;
        for (const quarter of quarters) {
          // A party is not missing in quarters before its first rows.
          if (quarter > first && !own.has(quarter))
            yield { table, quarter, party: party.id, facts: { name: party.name, quarter, elsewhere } };
        }
      }
    }
  },
  examples: {
    good: {
      "every quarter": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen" },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen" },
        ],
      },
    },
    bad: {
      "Portaal and DUWO never began": {
        times: 2,
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen" }],
      },
      "Portaal stopped": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen" },
          { Kwartaal: "2026-Q2", Verhuurder: "Portaal" },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen" },
        ],
      },
    },
  },
});
