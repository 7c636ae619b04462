import { quarterAfter, quarterText } from "@prestatieafspraken/indicators";
import { partyName } from "../books/party-scope.js";
import { groupBy, groupKey, hasAll, movementsOf, numberIn, rowsOf, textIn } from "./columns.js";
import { copyRow, those } from "./fixes.js";
import { defineRule } from "./rule.js";

/** What the rows of the quarter before and after say about the stock of a quarter. */
const neighbours = [
  { header: "Eindstand", later: 1, side: { nl: "eind van", en: "end of" } },
  { header: "Beginstand", later: -1, side: { nl: "begin van", en: "start of" } },
] as const;

export const segmentVerdwenen = defineRule({
  id: "PA-408",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: { nl: "Segment verdwenen uit de voorraad", en: "Segment vanished from the stock" },
  why: {
    nl: "Tussen twee kwartalen verdwijnen geen woningen: zonder de rij telt het segment als 0, en klopt geen aandeel.",
    en: "Between two quarters no homes vanish: without the row the segment counts as 0, and no share is right.",
  },
  message: {
    nl: "{owner} heeft voor het {quarter:quarter} geen rij {segment}. Volgens rij {row} ({side} het {near:quarter}) {homes|is|zijn} dat {homes:woning|woningen}.",
    en: "{owner} has no row {segment} for the {quarter:quarter}. By row {row} ({side} the {near:quarter}) {homes|that is|those are} {homes:home|homes}.",
  },
  fix: {
    nl: "Voeg de rij toe. Zijn er geen woningen meer, laat dan in de rij zien waar ze zijn gebleven.",
    en: "Add the row. If no homes are left, show in the row where they went.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand")) return;
    const quarter = textIn(table, "Kwartaal");
    const owner = textIn(table, "Verhuurder");
    const segment = textIn(table, "Segment");
    const stock = { Eindstand: numberIn(table, "Eindstand"), Beginstand: numberIn(table, "Beginstand") };
    const rows = groupBy(table, "Kwartaal", "Verhuurder", "Segment");
    const deliveries = groupBy(table, "Kwartaal", "Verhuurder");
    const found = new Map<string, { index: number; homes: number; beside: (typeof neighbours)[number] }>();
    for (const beside of neighbours) {
      for (const index of rowsOf(table)) {
        const [near, party, kind, homes] = [quarter(index), owner(index), segment(index), stock[beside.header](index)];
        if (near === null || party === null || kind === null || kind === "totaal" || !homes) continue;
        const missing = quarterAfter(near, beside.later);
        const key = groupKey(missing, party, kind);
        // A party without any row for the quarter is reported by PA-112; a row whose segment cannot be read may be the one.
        const delivered = deliveries.get(groupKey(missing, party));
        if (!delivered || rows.has(key) || delivered.some((row) => segment(row) === null)) continue;
        // Of two rows about the same, the larger number: whichever stands first.
        const known = found.get(key);
        if (!known || (known.beside === beside && known.homes < homes)) found.set(key, { index, homes, beside });
      }
    }
    for (const { index, homes, beside } of found.values()) {
      const [near, party, kind] = [quarter(index)!, owner(index)!, segment(index)!];
      const missing = quarterAfter(near, beside.later);
      const say = quarterText(missing);
      const row = String(table.row(index));
      const none = movementsOf(table).flatMap((movement) => (table.has(movement) ? [[movement, 0] as const] : []));
      yield {
        table,
        index,
        header: beside.header,
        quarter: missing,
        about: { rows: deliveries.get(groupKey(missing, party))!.slice(0, 1), lacking: index },
        facts: {
          owner: partyName(ret, party),
          segment: kind,
          homes,
          side: beside.side,
          near,
          quarter: missing,
          row,
        },
        fixes: those(
          copyRow(
            table,
            index,
            { ...Object.fromEntries(none), Kwartaal: missing, Beginstand: homes, Eindstand: homes },
            { nl: `Neem rij ${row} over voor het ${say.nl}`, en: `Copy row ${row} for the ${say.en}` },
          ),
        ),
      };
    }
  },
  examples: {
    good: {
      "no homes left, and the row says so": [
        { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 5, Eindstand: 5 },
        { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 90, Eindstand: 90 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 5, Eindstand: 0 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 90, Eindstand: 90 },
        { Kwartaal: "2026-Q4", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 90, Eindstand: 90 },
      ],
      "the whole party is silent": [
        { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 90, Eindstand: 90 },
        { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Segment: "sociaal", Beginstand: 9, Eindstand: 9 },
      ],
    },
    bad: {
      "the social homes are not listed": {
        says: "heeft voor het derde kwartaal 2026 geen rij sociaal. Volgens rij 2 (eind van het tweede kwartaal 2026) zijn dat 1.670 woningen.",
        fixes: ["Neem rij 2 over voor het derde kwartaal 2026"],
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 1670, Eindstand: 1670 },
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 62, Eindstand: 62 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 62, Eindstand: 62 },
        ],
      },
      "not listed in the first quarter, and there at the start of the next": {
        says: "heeft voor het tweede kwartaal 2026 geen rij sociaal. Volgens rij 3 (begin van het derde kwartaal 2026) zijn dat 1.670 woningen.",
        fixes: ["Neem rij 3 over voor het tweede kwartaal 2026"],
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 62, Eindstand: 62 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 1670, Eindstand: 1670 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Beginstand: 62, Eindstand: 62 },
        ],
      },
    },
  },
});
