import { evaluate, fill, verdictWords, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { requireColumn, rowsWhere, tableOf, unusable } from "./column.js";
import { CannotSay, measured, type Measure } from "./measurement.js";
import { hasPartsOfCents } from "../reading/cents.js";
import { chosen, parameterName } from "./parameter.js";
import { partyName } from "./party-scope.js";
import { yearOf } from "./quarter.js";
import { publishable, suppressionThreshold } from "./small-cell.js";

/** Parameter id: "Huurbegrip". */
const RENT_CONCEPT = "huurbegrip";
/** From 2026 service charges no longer count for housing allowance (Wet op de huurtoeslag). */
const LAST_YEAR_OF_SERVICE = 2025;

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

/** The rows of PA_Studenten that the share is taken of. */
export const unitsCounted = (ret: Return, party: string | null): readonly number[] => units(ret, party).rows;

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
  const withService = chosen(ret, RENT_CONCEPT, "kale huur") === "rekenhuur";
  const counted: Unit[] = [];
  let notApplicable = 0;
  for (const row of rows) {
    const day = reportingYear ? quarter : table.value("Huurpeildatum", row);
    const header =
      withService && day !== null && yearOf(String(day)) <= LAST_YEAR_OF_SERVICE ? "Rekenhuur" : "Kale huur";
    requireColumn(table, header);
    const rent = table.value(header, row);
    if (typeof rent !== "number") {
      if (table.reading(header, row).state === "not applicable") {
        notApplicable += 1;
        continue;
      }
      throw unusable(table, header, row);
    }
    if (rent <= 0 || hasPartsOfCents(rent)) throw unusable(table, header, row);
    if (day === null) throw unusable(table, "Huurpeildatum", row);
    counted.push({ row, rent, year: yearOf(String(day)) });
  }
  const years = counted.map(({ year }) => year);
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
    withService
      ? fill(
          {
            nl: "Vergeleken is de rekenhuur bij huren tot en met {last}, daarna de kale huur (instelling '{name}': rekenhuur).",
            en: "Compared is the rent for allowance for rents until {last}, after that the basic rent (setting '{name}': rekenhuur).",
          },
          { last: String(LAST_YEAR_OF_SERVICE), name: parameterName(ret, RENT_CONCEPT) },
        )
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
    perPlan(ret, table, counted, inclusive, judged),
  ];
  return measured(
    { rents: counted.map(({ rent }) => rent), year: distinct.length === 1 ? distinct[0]! : years, inclusive },
    notes,
    { inclusive },
  );
};

/** Art. 5 is per plan: where each complex stands by itself, small ones not told. */
function perPlan(
  ret: Return,
  table: ReturnTable,
  units: readonly Unit[],
  inclusive: boolean,
  judged: boolean,
): Text | null {
  const plans = new Map<string, Unit[]>();
  for (const unit of units) {
    const plan = String(table.value("Complex", unit.row) ?? "?");
    plans.set(plan, [...(plans.get(plan) ?? []), unit]);
  }
  if (plans.size < 2) return null;
  const threshold = suppressionThreshold(ret);
  const told = [...plans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([plan, mine], at): Text => {
      const facts = { and: at === 0 ? "" : "; ", plan, count: publishable(mine.length, threshold) };
      if (mine.length < threshold) return fill({ nl: "{and}{plan} ({count})", en: "{and}{plan} ({count})" }, facts);
      const { display, verdict } = evaluate(
        "STUDENTSHARE",
        { rents: mine.map(({ rent }) => rent), year: mine.map(({ year }) => year), inclusive },
        { agreement: ret.agreement },
      );
      return fill(
        {
          nl: "{and}{plan} ({count}) {share}{verdict}",
          en: "{and}{plan} ({count}) {share}{verdict}",
        },
        {
          ...facts,
          share: display,
          verdict: judged ? fill({ nl: " {word}", en: " {word}" }, { word: verdictWords[verdict] }) : "",
        },
      );
    });
  return fill(
    { nl: "De norm geldt per plan: {plans}.", en: "The norm holds per plan: {plans}." },
    { plans: { nl: told.map(({ nl }) => nl).join(""), en: told.map(({ en }) => en).join("") } },
  );
}

interface Unit {
  readonly row: number;
  readonly rent: number;
  readonly year: number;
}
