import { CannotSay, fill, quarterText, type QuarterId, type Text } from "@prestatieafspraken/indicators";
import { ANYBODY, ASKED, type Pass } from "./pass.js";
import { partyName } from "./party-scope.js";
import type { Resolved } from "./resolve.js";
import type { Asked, Covered, Ledger, Used } from "./shapes.js";

/** Coverage for a book without parties: every quarter asked must have rows. */
export function withoutParties(
  { question }: Resolved,
  passes: readonly Pass[],
  used: readonly Used[],
  quarters: readonly QuarterId[],
  asked: Asked,
  wanted: Covered["wanted"],
): Covered {
  const present = new Set(used.map(({ group: { quarter } }) => (quarter === ASKED ? asked.quarter : quarter)));
  const begins = passes
    .flatMap((pass) => [...pass.quarters.keys()])
    .filter((quarter) => quarter !== ANYBODY && quarter !== ASKED)
    .sort()[0];
  const hole = quarters.find((quarter) => !present.has(quarter) && (begins === undefined || quarter >= begins));
  const last = quarters.at(-1)!;
  const { nothing, mayBeEmpty } = question.book;
  if (!mayBeEmpty && (hole !== undefined || !present.has(last))) {
    throw new CannotSay(
      fill(
        nothing ?? {
          nl: "{table} heeft geen rijen voor het {quarter}. Vul ze in; geen rij telt niet als 0.",
          en: "{table} has no rows for the {quarter}. Fill them in; no row does not count as 0.",
        },
        { table: passes[0]!.table.definition.sheet, quarter: quarterText(hole ?? last) },
      ),
    );
  }
  return {
    used,
    parties: { delivered: [], silent: [] },
    quarters: {
      asked: quarters,
      used: quarters.filter((quarter) => present.has(quarter)),
      missing: quarters.filter((quarter) => !present.has(quarter)),
    },
    notes: [],
    wanted,
  };
}

/** The note on a party that filled in two tables for the same quarter, of which the first is used. */
export function twice({ ret }: Ledger, party: string, used: readonly Used[]): Text[] {
  const [first, second] = used;
  if (!first || !second) return [];
  return [
    fill(
      {
        nl: "{party} staat in {first} en in {second}; gerekend is met {first}.",
        en: "{party} is in {first} and in {second}; {first} was used.",
      },
      {
        party: partyName(ret, party),
        first: first.pass.table.definition.sheet,
        second: second.pass.table.definition.sheet,
      },
    ),
  ];
}
