import { groupBy, hasAll, numberIn, sumOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const segmentenEnTotaal = defineRule({
  id: "PA-404",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: { nl: "Segmenten passen niet in het totaal", en: "Segments do not fit the total" },
  why: {
    nl: "De verhuurders samen kunnen niet meer woningen hebben dan de hele voorraad.",
    en: "The landlords together cannot have more homes than the whole stock.",
  },
  message: {
    nl: "In het {quarter:quarter} tellen de segmenten op tot {sum:woning|woningen}, maar de rij totaal zegt {total}.",
    en: "In the {quarter:quarter} the segments add up to {sum:home|homes}, but the row totaal says {total}.",
  },
  fix: {
    nl: "Verbeter de rij totaal (de hele voorraad van de gemeente) of de segmenten.",
    en: "Correct the row totaal (the whole stock of the municipality) or the segments.",
  },
  *check({ table: get, ret }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Kwartaal", "Verhuurder", "Segment", "Eindstand")) return;
    const municipalities = new Set(
      ret.agreement.parties.filter(({ kind }) => kind === "municipality").map(({ id }) => id),
    );
    const segment = textIn(table, "Segment");
    const owner = textIn(table, "Verhuurder");
    const end = numberIn(table, "Eindstand");
    for (const [quarter, rows] of groupBy(table, "Kwartaal")) {
      const whole = rows.find((index) => segment(index) === "totaal" && municipalities.has(owner(index) ?? ""));
      const total = whole === undefined ? null : end(whole);
      if (whole !== undefined && total !== null) {
        const parts = rows.filter((index) => segment(index) !== "totaal" && segment(index) !== "student");
        const sum = parts.reduce((homes, index) => homes + (end(index) ?? 0), 0);
        if (sum > total) yield { table, index: whole, header: "Eindstand", facts: { quarter, sum, total } };
      }
      // A landlord's own row "totaal" must equal the sum of its segments.
      for (const index of rows) {
        const own = segment(index) === "totaal" && !municipalities.has(owner(index) ?? "") ? end(index) : null;
        if (own === null) continue;
        const theirs = rows.filter((other) => owner(other) === owner(index) && segment(other) !== "totaal");
        const sum = theirs.length === 0 ? null : sumOf(theirs.map(end));
        const about = { rows: [index, ...theirs], headers: ["Eindstand"] };
        if (sum !== null && sum !== own)
          yield { table, index, header: "Eindstand", about, facts: { quarter, sum, total: own } };
      }
    }
  },
  examples: {
    good: {
      "the rest is owner-occupied": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 1500 },
        { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Segment: "sociaal", Eindstand: 60 },
        { Kwartaal: "2026-Q3", Verhuurder: "Gemeente", Segment: "totaal", Eindstand: 11000 },
      ],
    },
    bad: {
      "more than there are": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 1500 },
        { Kwartaal: "2026-Q3", Verhuurder: "Gemeente", Segment: "totaal", Eindstand: 1499 },
      ],
      "own total wrong": [
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 1500 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "midden", Eindstand: 20 },
        { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "totaal", Eindstand: 1521 },
      ],
    },
  },
});
