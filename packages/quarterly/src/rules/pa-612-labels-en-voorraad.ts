import { groupBy, groupKey, groupsOf, hasAll, numberIn, sumOf } from "./columns.js";
import { partyName } from "../books/party-scope.js";
import { defineRule } from "./rule.js";

export const labelsEnVoorraad = defineRule({
  id: "PA-612",
  severity: "info",
  reads: ["PA_Labels", "PA_Voorraad"],
  title: {
    nl: "Aantal woningen verschilt tussen Labels en Voorraad",
    en: "Number of homes differs between Labels and Voorraad",
  },
  why: {
    nl: "Van woningen die niet bij de labels staan is het label niet bekend, en dat kan een oordeel tegenhouden. Vaak is de afbakening anders (niet-zelfstandig, leeg, gemengd complex).",
    en: "Homes that are not among the labels have no known label, which can hold up a verdict. Often the scope differs (shared homes, vacant, mixed blocks).",
  },
  message: {
    nl: "Over het {quarter:quarter} tellen de labels van {name} ({segment}) op tot {labels:woning|woningen}, de eindstand is {stock}.",
    en: "For the {quarter:quarter} the labels of {name} ({segment}) add up to {labels:home|homes}, the closing stock is {stock}.",
  },
  fix: {
    nl: "Verbeter een van de twee. Kent u het label van een woning niet, zet haar dan bij de labels met Label onbekend.",
    en: "Correct one of the two. If you do not know the label of a home, list it with Label onbekend (unknown).",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Labels");
    const stock = get("PA_Voorraad");
    if (
      !hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Aantal") ||
      !hasAll(stock, "Kwartaal", "Verhuurder", "Segment", "Eindstand")
    )
      return;
    const homes = numberIn(table, "Aantal");
    const end = numberIn(stock, "Eindstand");
    const stockRows = groupBy(stock, "Kwartaal", "Verhuurder", "Segment");
    for (const { rows, of } of groupsOf(table, "Kwartaal", "Verhuurder", "Segment")) {
      const [quarter, party, segment] = of;
      const other = stockRows.get(groupKey(quarter, party, segment));
      const total = other?.length === 1 ? end(other[0]!) : null;
      const labels = sumOf(rows.map(homes));
      if (total !== null && labels !== null && labels !== total)
        yield {
          table,
          quarter,
          party,
          facts: { quarter, name: partyName(ret, party), segment, labels, stock: total },
        };
    }
  },
  examples: {
    good: {
      "the same": {
        PA_Labels: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "A", Aantal: 60 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "E", Aantal: 40 },
        ],
        PA_Voorraad: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 100 }],
      },
    },
    bad: {
      "one home without a label row": {
        says: "tot 99 woningen, de eindstand is 100",
        PA_Labels: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "A", Aantal: 99 }],
        PA_Voorraad: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 100 }],
      },
    },
  },
});
