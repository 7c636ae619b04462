import { groupBy, hasAll, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const rijTotaalOntbreekt = defineRule({
  id: "PA-407",
  severity: "warning",
  reads: ["PA_Voorraad"],
  title: { nl: "Rij totaal van de gemeente ontbreekt", en: "The municipality's row totaal is missing" },
  why: {
    nl: "Zonder de hele voorraad is het aandeel sociale huur niet te bepalen.",
    en: "Without the whole stock the social share is not known yet.",
  },
  message: {
    nl: "Voor het {quarter:quarter} is er geen rij met Segment totaal en Verhuurder Gemeente.",
    en: "For the {quarter:quarter} there is no row with Segment totaal and Verhuurder Gemeente.",
  },
  fix: {
    nl: "De gemeente vult één rij totaal in met de hele voorraad (CBS).",
    en: "The municipality enters one row totaal with the whole stock (Statistics Netherlands).",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment")) return;
    const municipality = ret.agreement.parties.find(({ kind }) => kind === "municipality")?.id;
    const segment = textIn(table, "Segment");
    const owner = textIn(table, "Verhuurder");
    for (const [quarter, rows] of groupBy(table, "Kwartaal")) {
      if (!rows.some((index) => segment(index) === "totaal" && owner(index) === municipality))
        yield { table, quarter, facts: { quarter } };
    }
  },
  examples: {
    good: {
      there: [{ Kwartaal: "2026-Q3", Verhuurder: "Gemeente Oegstgeest", Segment: "hele voorraad" }],
    },
    bad: {
      "a quarter without": [
        { Kwartaal: "2026-Q2", Verhuurder: "Gemeente", Segment: "totaal" },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal" },
      ],
    },
  },
});
