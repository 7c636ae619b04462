import type { Cells, Open } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { partyName } from "./party-scope.js";
import { inOrder, type RowList } from "./row-list.js";
import type { Answered } from "./shapes.js";

/** What a figure was counted from. */
export interface MadeOf {
  /** Cell addresses by sheet and column, adjacent rows as a range: "Voorraad!M5:M8". */
  readonly cells: readonly string[];
  /** Names of the parties whose rows were summed; empty if parties do not matter. */
  readonly parties: readonly string[];
  readonly quarters: readonly string[];
  /** True if nothing is missing, in error or of unknown class. */
  readonly complete: boolean;
}

/** True if nothing is known to be missing, in error or of unknown class. */
const isComplete = ({ doubt, silent, missing, range }: Open): boolean =>
  doubt === null && silent.length === 0 && missing.length === 0 && range === null;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** What the answers that make up a figure were counted from. */
export function madeOf(ret: Return, made: readonly Answered[], open: Open): MadeOf {
  return {
    // Computed on access and not stored: for a national file, every line would hold a million addresses.
    get cells() {
      const found: string[] = [];
      for (const cells of columnsOf(made)) addAddresses(ret, cells, found);
      return found;
    },
    parties: sorted(made.flatMap(({ parties }) => parties.delivered.map((id) => partyName(ret, id)))),
    quarters: sorted(made.flatMap(({ quarters }) => quarters.used)).filter((quarter) => quarter !== ""),
    complete: isComplete(open),
  };
}

/** The cells of all answers, by column. */
function columnsOf(made: readonly Answered[]): Cells[] {
  const columns = new Map<string, { readonly cells: Cells; readonly lists: RowList[] }>();
  for (const cells of made.flatMap((answer) => answer.counted())) {
    const key = `${cells.table}|${cells.header}`;
    const column = columns.get(key) ?? { cells, lists: [] };
    columns.set(key, column);
    // Questions over the same rows share one list.
    if (!column.lists.includes(cells.rows)) column.lists.push(cells.rows);
  }
  return [...columns.values()].map(({ cells, lists }) => ({ ...cells, rows: inOrder(lists) }));
}

/** Adds the addresses of rows in one column, adjacent rows as a range. */
function addAddresses(ret: Return, { table: name, header, rows }: Cells, found: string[]): void {
  const table = ret.tables.get(name);
  for (let at = 0; table !== undefined && at < rows.length;) {
    const from = rows[at]!;
    const sheet = table.sheet(from);
    let last = from;
    for (at += 1; at < rows.length; at += 1) {
      const next = rows[at]!;
      if (next !== last && !(table.row(next) === table.row(last) + 1 && table.sheet(next) === sheet)) break;
      last = next;
    }
    const first = table.cell(header, from);
    const end = last === from ? first : table.cell(header, last);
    if (first === null || end === null) continue;
    // `join` makes one flat string; concatenation would keep the parts of a hundred thousand addresses in memory.
    found.push((last === from ? [sheet, "!", first] : [sheet, "!", first, ":", end]).join(""));
  }
}
