import {
  fill,
  type Open,
  type QuarterId,
  type Text,
  lettingCounts,
  type LettingCount,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { leftOut, rowsWhere, tableOf, total, type Total } from "./column.js";
import { coverage, presence } from "./coverage.js";
import type { Ask } from "./measurement.js";
import { chosen, chosenNumber } from "./parameter.js";
import { partiesAsked, partyName } from "./party-scope.js";
import { shift, through } from "./quarter.js";

export interface Lettings {
  readonly urgent: number;
  readonly regular: number;
  /** Urgent, regular and other together: what shares are taken of. */
  readonly lettings: number;
  readonly notes: readonly (Text | null)[];
  readonly open: Open;
}

/** The quarters a share of lettings is judged over: the year to date, unless the workbook chose otherwise. */
export function lettingQuarters(ret: Return, ask: Ask): QuarterId[] {
  if (ask.quarterOnly) return [ask.quarter];
  switch (chosen(ret, "periode-toewijzing", "kalenderjaar")) {
    case "kwartaal":
      return [ask.quarter];
    case "vier kwartalen":
      return through(shift(ask.quarter, -3), ask.quarter);
    default:
      return through(`${ask.quarter.slice(0, 4)}-Q1`, ask.quarter);
  }
}

/** Lettings of the parties in scope, by how their category counts (art. 9). */
export function lettings(ret: Return, ask: Ask, indicator: string): Lettings {
  const table = tableOf(ret, "PA_Toewijzingen");
  const scope = partiesAsked(ret, indicator, null);
  const category = (row: number): string | null => {
    const value = table.value("Categorie", row);
    return value === null ? null : String(value);
  };
  const covered = coverage(
    ret,
    table,
    presence(table, "Verhuurder", (row) => category(row) !== "totaal"),
    { parties: partiesAsked(ret, indicator, ask.party), scope, quarters: lettingQuarters(ret, ask) },
  );
  const inPeriod = { header: "Kwartaal", is: (value: string) => covered.quarters.includes(value) };
  const rows = rowsWhere(table, [
    inPeriod,
    { header: "Verhuurder", is: (value) => covered.parties.includes(value) },
    { header: "Categorie", is: (value) => value !== "totaal", unreadable: true },
  ]);
  const sumOf = (counts: LettingCount): Total & { readonly rows: number } => {
    const chosenRows = rows.filter((row) => lettingCounts(category(row)) === counts);
    // A category that nobody has at all says nothing about "n.v.t. everywhere".
    return { ...total(table, "Aantal", chosenRows), rows: chosenRows.length };
  };
  const urgent = sumOf("urgent");
  const regular = sumOf("regular");
  const other = sumOf("other");
  const outside = sumOf("outside");
  const lettings = urgent.sum + regular.sum + other.sum;
  const small = chosenNumber(ret, "klein-aantal", 20);
  const elsewhere =
    ask.party === null
      ? rowsWhere(table, [
          inPeriod,
          { header: "Verhuurder", is: (value) => !scope.includes(value) },
          { header: "Categorie", is: (value) => value !== "totaal", unreadable: true },
        ])
      : [];
  const unread = rows.filter((row) => category(row) === null || category(row) === "onbekend");
  return {
    urgent: urgent.sum,
    regular: regular.sum,
    lettings,
    notes: [
      lettings > 0 && lettings < small
        ? fill(
            {
              nl: "Klein aantal: {lettings} toewijzingen (minder dan {small}); één toewijzing meer of minder maakt veel verschil.",
              en: "Small number: {lettings} lettings (fewer than {small}); one letting more or less makes much difference.",
            },
            { lettings, small },
          )
        : null,
      other.sum > 0
        ? fill(
            {
              nl: "Urgent ({urgent}) en regulier ({regular}) samen zijn minder dan alle {lettings} toewijzingen: {other} tellen alleen in de noemer.",
              en: "Urgent ({urgent}) and regular ({regular}) together are fewer than all {lettings} lettings: {other} count in the denominator only.",
            },
            { urgent: urgent.sum, regular: regular.sum, lettings, other: other.sum },
          )
        : null,
      unread.length > 0
        ? fill(
            {
              nl: "{count} rij(en) zonder bekende categorie tellen als onbekend in de noemer.",
              en: "{count} row(s) without a known category count as unknown in the denominator.",
            },
            { count: unread.length },
          )
        : null,
      outside.sum > 0
        ? fill(
            {
              nl: "{outside} toewijzingen (tijdelijk, antikraak, student) tellen niet mee.",
              en: "{outside} lettings (temporary, anti-squat, student) are not counted.",
            },
            { outside: outside.sum },
          )
        : null,
      elsewhere.length > 0
        ? fill(
            {
              nl: "{count} rij(en) van {parties} niet meegeteld: de afspraak gaat niet over hen.",
              en: "{count} row(s) of {parties} not counted: the commitment is not about them.",
            },
            {
              count: elsewhere.length,
              parties: [
                ...new Set(elsewhere.map((row) => partyName(ret, String(table.value("Verhuurder", row))))),
              ].join(", "),
            },
          )
        : null,
      denominatorNote(ret),
      leftOut(
        table,
        "Aantal",
        urgent.notApplicable + regular.notApplicable + other.notApplicable + outside.notApplicable,
      ),
      ...covered.notes,
    ],
    open: covered.open,
  };
}

/** The text of art. 9 speaks of homes that become free; the table counts lettings. */
function denominatorNote(ret: Return): Text | null {
  const choice = chosen(ret, "noemer-toewijzing", "verhuurd");
  return choice === "verhuurd"
    ? null
    : fill(
        {
          nl: "Gekozen noemer is '{choice}'; PA_Toewijzingen bevat toewijzingen, dus daarop is gerekend.",
          en: "The denominator chosen is '{choice}'; PA_Toewijzingen holds lettings, so those were used.",
        },
        { choice },
      );
}
