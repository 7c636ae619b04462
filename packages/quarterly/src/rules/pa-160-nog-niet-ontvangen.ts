import { deliveries, notReceived } from "../delivery.js";
import { defineRule } from "./rule.js";

export const nogNietOntvangen = defineRule({
  id: "PA-160",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Nog niet ontvangen", en: "Not received yet" },
  why: {
    nl: "Niets ontvangen is geen nul: tot dan zijn de normen over alle partijen niet te bepalen.",
    en: "Not received is not zero: until then the norms over all parties are not known yet.",
  },
  message: { nl: "{missing}", en: "{missing}" },
  fix: {
    nl: "Vraag {name} om de opgave, of vul in wat er is; is er niets, vul dan 0 in.",
    en: "Ask {name} for the return, or enter what there is; if there is nothing, enter 0.",
  },
  *check({ ret }) {
    const { quarter } = ret.settings;
    if (quarter === null) return;
    const all = deliveries(ret, quarter);
    const senders = new Set(all.filter(({ state }) => state === "received").map(({ party }) => party));
    const [only] = senders;
    for (const party of new Set(all.map((one) => one.party))) {
      // A return of a single party says nothing about what others still have to deliver.
      if (senders.size === 1 && party !== only) continue;
      const theirs = all.filter((one) => one.party === party);
      const missing = notReceived(theirs);
      if (missing === null) continue;
      yield { table: theirs[0]!.table, quarter, party, facts: { missing, name: theirs[0]!.name } };
    }
  },
  examples: {
    good: {
      "one party's own return": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 9 }],
        PA_Nieuwbouw: [],
      },
    },
    bad: {
      "Portaal sent no lettings, the municipality no projects": {
        PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
        PA_Nieuwbouw: [{ Kwartaal: "2026-Q3", Ontwikkelaar: "WYwonen", Fase: "idee" }],
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 9 }],
        says: "Nog niet ontvangen: Portaal (Toewijzingen).",
      },
    },
  },
});
