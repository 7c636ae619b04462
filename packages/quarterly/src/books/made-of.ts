import type { Cells, Open } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { partyName } from "./party-scope.js";
import { inOrder, type RowList } from "./row-list.js";
import type { Answered } from "./shapes.js";

/** What a figure is made of, as people point at it. */
export interface MadeOf {
  /** Cells by sheet and column, rows below each other together: "Voorraad!M5:M8". */
  readonly cells: readonly string[];
  /** Names of the parties whose rows were added up; none where it does not matter whose a row is. */
  readonly parties: readonly string[];
  readonly quarters: readonly string[];
  /** Nothing is missing, in error or of an unknown class. */
  readonly complete: boolean;
}

/** Whether all that a figure needs is there, and right as far as can be seen. */
const isComplete = ({ doubt, silent, missing, range }: Open): boolean =>
  doubt === null && silent.length === 0 && missing.length === 0 && range === null;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** What the answers of a figure were counted from. */
export function madeOf(ret: Return, made: readonly Answered[], open: Open): MadeOf {
  return {
    // Named when somebody looks, and not kept: the homes of a national file are a million addresses in every line.
    get cells() {
      return columnsOf(made).flatMap((cells) => addresses(ret, cells));
    },
    parties: sorted(made.flatMap(({ parties }) => parties.delivered.map((id) => partyName(ret, id)))),
    quarters: sorted(made.flatMap(({ quarters }) => quarters.used)).filter((quarter) => quarter !== ""),
    complete: isComplete(open),
  };
}

/** The cells of all answers; a cell that several count is in it as often. */
function columnsOf(made: readonly Answered[]): Cells[] {
  const columns = new Map<string, { readonly cells: Cells; readonly lists: RowList[] }>();
  for (const cells of made.flatMap((answer) => answer.counted())) {
    const key = `${cells.table}|${cells.header}`;
    const column = columns.get(key) ?? { cells, lists: [] };
    columns.set(key, column);
    // Two questions over the same rows share their list.
    if (!column.lists.includes(cells.rows)) column.lists.push(cells.rows);
  }
  return [...columns.values()].map(({ cells, lists }) => ({ ...cells, rows: inOrder(lists) }));
}

/** The addresses of rows of one column, those below each other as one. */
function addresses(ret: Return, { table: name, header, rows }: Cells): string[] {
  const table = ret.tables.get(name);
  if (!table) return [];
  const found: string[] = [];
  let from: number | null = null;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    from ??= row;
    const next = rows[at + 1];
    if (next !== undefined && (next === row || isBelow(table, row, next))) continue;
    const first = table.cell(header, from);
    const last = table.cell(header, row);
    if (first !== null && last !== null)
      // Joined, and not put together step by step: of a hundred thousand addresses the steps would be kept as well.
      found.push(
        (first === last ? [table.sheet(row), "!", first] : [table.sheet(row), "!", first, ":", last]).join(""),
      );
    from = null;
  }
  return found;
}

const isBelow = (table: ReturnTable, row: number, next: number): boolean =>
  table.sheet(row) === table.sheet(next) && table.row(row) + 1 === table.row(next);
