import { fill, InputError, type QuarterId, type Text } from "@prestatieafspraken/indicators";
import { quarterAsked } from "../asked.js";
import { count, liveOf } from "../books/count.js";
import { liveIds } from "../books/live-ids.js";
import { partyName } from "../books/party-scope.js";
import type { Answered } from "../books/shapes.js";
import type { Return, ReturnTable } from "../return.js";
import { ownInputs } from "./own-inputs.js";
import { linePartiesOf, titleOf } from "./report-lines.js";

/** A figure that counts a row. */
export interface Moved {
  readonly indicator: string;
  readonly title: Text;
  readonly party: string | null;
  readonly partyName: string | null;
  readonly quarter: QuarterId;
}

/** A row of a sheet; `row` counts from 1. */
export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/**
 * The figures of a quarter that count a row. A row that is left out (another quarter, a dropped project) affects none. By default
 * the reporting quarter.
 * @throws InputError if this is not a row of the return, or the quarter is unknown.
 */
export function movedBy(ret: Return, at: SheetRow, options: { readonly quarter?: string | null } = {}): Moved[] {
  const { table, index } = rowAt(ret, at);
  const quarter = quarterAsked(ret, options.quarter) ?? "";
  const moved = (indicator: string, title: Text, party: string | null): Moved => ({
    indicator,
    title,
    party,
    partyName: party === null ? null : partyName(ret, party),
    quarter,
  });
  const own = ret.agreement.indicators.flatMap((one) =>
    holds(ownInputs(ret, one, { quarter, party: null }).made, table, index) ? [moved(one.id, one.title, null)] : [],
  );
  const ours = liveIds.flatMap((id) =>
    [null, ...(liveOf(id).perParty ? linePartiesOf(ret, id) : [])].flatMap((party) => {
      const found = count(id, ret, { quarter, party });
      return found.state === "counted" && holds(found.made, table, index) ? [moved(id, titleOf(id), party)] : [];
    }),
  );
  return [...ours, ...own];
}

const holds = (made: readonly Answered[], table: ReturnTable, index: number): boolean =>
  made.some(({ used }) =>
    used.some(
      ({ pass, group }) => pass.table === table && (group.rows.includes(index) || group.unknown.includes(index)),
    ),
  );

function rowAt(ret: Return, { sheet, row }: SheetRow): { readonly table: ReturnTable; readonly index: number } {
  const wanted = sheet.trim().toLowerCase();
  for (const table of ret.tables.values())
    for (let index = 0; index < table.length; index += 1)
      if (table.row(index) === row && table.sheet(index).toLowerCase() === wanted) return { table, index };
  throw new InputError(
    fill(
      {
        nl: "Op blad {sheet} staat in rij {row} geen rij van de opgave. Noem een rij van een van de tabellen, zoals Voorraad!12.",
        en: "Sheet {sheet} has no row of the return in row {row}. Name a row of one of the tables, such as Voorraad!12.",
      },
      { sheet, row: String(row) },
    ),
    "row",
  );
}
