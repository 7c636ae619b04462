import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { rowsWhere, tableOf, unusable } from "./column.js";
import { CannotSay, measured, type Measure } from "./measurement.js";
import { chosen } from "./parameter.js";
import { partyName } from "./party-scope.js";
import { yearOf } from "./quarter.js";
import { publishable, suppressionThreshold } from "./small-cell.js";

/** Whose student units there are, and which of them the norm is about. */
function units(
  ret: Return,
  party: string | null,
): { readonly table: ReturnTable; readonly rows: number[]; readonly judged: boolean } {
  const table = tableOf(ret, "PA_Studenten");
  const all = chosen(ret, "studenten-beoordelen", "commercieel") === "alle";
  const rooms = chosen(ret, "onzelfstandig-telt", "ja") === "ja";
  const mine = rowsWhere(table, [
    ...(party === null ? [] : [{ header: "Verhuurder", is: (value: string) => value === party }]),
    ...(rooms ? [] : [{ header: "Soort", is: (value: string) => value !== "onzelfstandig" }]),
    { header: "Partijtype", is: () => true },
  ]);
  const commercial = mine.filter((row) => table.value("Partijtype", row) === "commercieel");
  if (all) return { table, rows: mine, judged: true };
  return commercial.length > 0 ? { table, rows: commercial, judged: true } : { table, rows: mine, judged: false };
}

/** Is the norm about this party's units (or, for null, about any units in the table)? */
export function studentsJudged(ret: Return, party: string | null): boolean {
  try {
    return units(ret, party).judged;
  } catch (error) {
    if (error instanceof CannotSay) return false;
    throw error;
  }
}

/** Landlords in PA_Studenten, as ids or as names typed where they are no party to the agreement. */
export function studentLandlords(ret: Return): string[] {
  const table = ret.tables.get("PA_Studenten");
  if (!table?.has("Verhuurder")) return [];
  const found = new Set<string>();
  for (let row = 0; row < table.length; row += 1) {
    const landlord = table.value("Verhuurder", row);
    if (landlord !== null) found.add(String(landlord));
  }
  return [...found].sort();
}

/**
 * Each unit's rent against the limit of the year of its Huurpeildatum. Units of commercial parties are judged (art. 5); where
 * there are none, the units there are, are shown without a verdict.
 */
export const studentShare: Measure = (ret, { quarter, party }) => {
  const { table, rows, judged } = units(ret, party);
  if (rows.length === 0) {
    throw new CannotSay(
      fill(
        {
          nl: "PA_Studenten heeft geen eenheden{of}. Vul ze in, of laat de tabel leeg als er geen zijn.",
          en: "PA_Studenten has no units{of}. Fill them in, or leave the table empty when there are none.",
        },
        { of: party === null ? "" : { nl: ` van ${partyName(ret, party)}`, en: ` of ${partyName(ret, party)}` } },
      ),
    );
  }
  const reportingYear = chosen(ret, "jaar-kwaliteitskorting", "huurpeildatum") === "verslagjaar";
  const rents: number[] = [];
  const years: number[] = [];
  let notApplicable = 0;
  for (const row of rows) {
    const rent = table.value("Kale huur", row);
    if (typeof rent !== "number") {
      if (table.has("Kale huur") && table.reading("Kale huur", row).state === "not applicable") {
        notApplicable += 1;
        continue;
      }
      throw unusable(table, "Kale huur", row);
    }
    const day = reportingYear ? quarter : table.value("Huurpeildatum", row);
    if (day === null) throw unusable(table, "Huurpeildatum", row);
    rents.push(rent);
    years.push(yearOf(String(day)));
  }
  const inclusive = chosen(ret, "randwaarde-kwaliteitskorting", "onder") === "tot en met";
  const distinct = [...new Set(years)].sort();
  const notes: (Text | null)[] = [
    judged || party !== null
      ? null
      : {
          nl: "Geen eenheden van commerciële partijen; dit zijn alle eenheden, getoond en niet beoordeeld (art. 5).",
          en: "No units of commercial parties; these are all units, shown and not judged (art. 5).",
        },
    distinct.length > 1
      ? fill(
          {
            nl: "Elke eenheid is vergeleken met de grens van haar eigen jaar: {years}.",
            en: "Each unit was compared with the limit of its own year: {years}.",
          },
          { years: distinct.join(", ") },
        )
      : null,
    inclusive
      ? {
          nl: "Een huur precies op de grens telt mee (instelling 'Randwaarde kwaliteitskorting': tot en met).",
          en: "A rent exactly on the limit counts (setting 'Randwaarde kwaliteitskorting': up to and including).",
        }
      : null,
    notApplicable > 0
      ? fill(
          {
            nl: "{count} eenheid/eenheden zonder huur ('n.v.t.') niet meegeteld.",
            en: "{count} unit(s) without rent ('not applicable') not counted.",
          },
          { count: notApplicable },
        )
      : null,
    perPlan(ret, table, rows),
  ];
  return measured({ rents, year: distinct.length === 1 ? distinct[0]! : years, inclusive }, notes, { inclusive });
};

/** Art. 5 is per plan: how many units each complex has, small ones not told. */
function perPlan(ret: Return, table: ReturnTable, rows: readonly number[]): Text | null {
  const plans = new Map<string, number>();
  for (const row of rows) {
    const plan = String(table.value("Complex", row) ?? "?");
    plans.set(plan, (plans.get(plan) ?? 0) + 1);
  }
  if (plans.size < 2) return null;
  const threshold = suppressionThreshold(ret);
  const names = [...plans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([plan, count]) => `${plan} (${publishable(count, threshold)})`);
  return fill(
    {
      nl: "De norm geldt per plan; hier samen: {plans}.",
      en: "The norm holds per plan; together here: {plans}.",
    },
    { plans: names.join(", ") },
  );
}
