import type { Arguments } from "@prestatieafspraken/indicators";
import { count, isLiveId, liveIds, partyAsked, quarterAsked, type Return } from "@prestatieafspraken/quarterly";
import type { LiveScope } from "./call-context.js";

/** A cell a figure was counted from. */
export interface MadeCell {
  readonly table: string;
  readonly header: string;
  readonly sheet: string;
  readonly cell: string;
}

/**
 * The cells a live figure was counted from, in the order of their tables; none where it cannot be said, or where it stands in the
 * agreement. @throws InputError for a quarter or party nobody knows.
 */
export function madeOf(ret: Return, id: string, scope: LiveScope): readonly MadeCell[] {
  if (!isLiveId(id)) return [];
  const ask = { quarter: quarterAsked(ret, scope.quarter), party: partyAsked(ret, scope.party) };
  const choices: Arguments = scope.choices ?? {};
  const counted = count(id, ret, ask, { choices });
  if (counted.state !== "counted") return [];
  return counted.made.flatMap((answer) =>
    answer.counted().flatMap(({ table: name, header, rows }) => {
      const table = ret.tables.get(name)!;
      return rows.flatMap((row): MadeCell[] => {
        const cell = table.cell(header, row);
        return cell === null ? [] : [{ table: name, header, sheet: table.sheet(row), cell }];
      });
    }),
  );
}

/** The live figures of the reporting quarter that a row of a sheet is counted in, by id. */
export function movedBy(ret: Return, at: { readonly sheet: string; readonly row: number }): readonly string[] {
  const whole: LiveScope = { quarter: null, party: null };
  return liveIds.filter((id) =>
    madeOf(ret, id, whole).some(({ sheet, cell }) => sheet === at.sheet && Number(/\d+$/.exec(cell)?.[0]) === at.row),
  );
}

/** "Voorraad!E2, E5 en nog 10": the cells as one line for people; the first few by name. */
export function cellsLine(cells: readonly MadeCell[], most = 6): { readonly nl: string; readonly en: string } {
  const named = cells
    .slice(0, most)
    .map(({ sheet, cell }, i) => (cells[i - 1]?.sheet === sheet ? cell : `${sheet}!${cell}`));
  const rest = cells.length - named.length;
  const list = named.join(", ");
  return rest > 0 ? { nl: `${list} en nog ${rest}`, en: `${list} and ${rest} more` } : { nl: list, en: list };
}
