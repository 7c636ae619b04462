import type { Arguments } from "@prestatieafspraken/indicators";
import { count, isLiveId, liveIds, partyAsked, quarterAsked, type Return } from "@prestatieafspraken/quarterly";
import type { LiveScope } from "./call-context.js";
import type { Made, MadeCell } from "./made-cells.js";

/**
 * The cells a live figure was counted from, in the order of their tables, at most `most` of them by address. Empty if the figure
 * is unknown or comes from the agreement. @throws InputError for an unknown quarter or party.
 */
export function madeOf(ret: Return, id: string, scope: LiveScope, most = Infinity): Made {
  if (!isLiveId(id)) return { count: 0, cells: [] };
  const ask = { quarter: quarterAsked(ret, scope.quarter), party: partyAsked(ret, scope.party) };
  const choices: Arguments = scope.choices ?? {};
  const counted = count(id, ret, ask, { choices });
  const cells: MadeCell[] = [];
  let all = 0;
  for (const answer of counted.state === "counted" ? counted.made : []) {
    for (const { table: name, header, rows } of answer.counted()) {
      const table = ret.tables.get(name)!;
      all += rows.length;
      for (const row of rows.slice(0, Math.max(0, most - cells.length))) {
        const cell = table.cell(header, row);
        if (cell !== null) cells.push({ table: name, header, sheet: table.sheet(row), cell });
      }
    }
  }
  return { count: all, cells };
}

/** The ids of the live figures of the reporting quarter that count the given row of a sheet. */
export function movedBy(ret: Return, at: { readonly sheet: string; readonly row: number }): readonly string[] {
  const whole: LiveScope = { quarter: null, party: null };
  return liveIds.filter((id) =>
    madeOf(ret, id, whole).cells.some(
      ({ sheet, cell }) => sheet === at.sheet && Number(/\d+$/.exec(cell)?.[0]) === at.row,
    ),
  );
}
