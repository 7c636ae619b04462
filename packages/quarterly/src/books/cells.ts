import type { Cells } from "@prestatieafspraken/indicators";
import type { Pass } from "./pass.js";
import type { Resolved } from "./resolve.js";
import { inOrder, type RowList } from "./row-list.js";
import { columnOf, groupTotal, ROWS, takenColumns } from "./total.js";
import type { Used } from "./shapes.js";
import { kept, mapPer } from "../kept.js";

/** Names of the columns a question sums or aggregates. */
export const taken = ({ question }: Pick<Resolved, "question">): readonly string[] =>
  takenColumns(question).flatMap(({ name }) => (name === ROWS ? [] : name));

/**
 * The headers a counted row depends on: its value columns, the columns that decided that it counts, its quarter and its party.
 */
const countedHeaders = (resolved: Resolved, pass: Pass): ReadonlySet<string> =>
  kept(headersOf(pass), resolved.key, () => headersThatCount(resolved, pass));

/** Cache per pass: errors are many more than questions. */
const headersOf = mapPer<string, ReadonlySet<string>>();

function headersThatCount(resolved: Resolved, pass: Pass): ReadonlySet<string> {
  const { source, where, table } = pass;
  const headers = [
    ...taken(resolved).flatMap((name) => {
      const column = columnOf(pass, name);
      return [...(column.header === null ? [] : [column.header]), ...column.decides];
    }),
    ...where.flatMap((one) => one.headers),
    ...(source.quarter === undefined ? [] : [source.quarter]),
    ...(source.party === undefined ? [] : [source.party]),
  ];
  return new Set(headers.filter((header) => table.has(header) || table.raw.headers.includes(header)));
}

/** The headers of the summed columns; if rows were counted, the column of the last condition. */
function shownHeaders(resolved: Resolved, pass: Pass): readonly string[] {
  const columns = taken(resolved).flatMap((name) => columnOf(pass, name).header ?? []);
  const shown = columns.length > 0 ? columns : pass.where.slice(-1).flatMap(({ headers }) => headers);
  const headers = shown.length > 0 ? shown : pass.table.definition.key.slice(-1);
  return headers.filter((header) => pass.table.has(header) || pass.table.raw.headers.includes(header));
}

/**
 * The cells that make up the value, by column, with the rows of one table together. Includes rows of unknown class, because they
 * make the value a range.
 */
export function countedCells(resolved: Resolved, used: readonly Used[]): Cells[] {
  const byColumn = new Map<string, { table: string; header: string; lists: RowList[] }>();
  for (const { pass, group } of used) {
    for (const header of shownHeaders(resolved, pass)) {
      const table = pass.table.definition.name;
      const key = `${table}|${header}`;
      const cells = byColumn.get(key) ?? { table, header, lists: [] };
      byColumn.set(key, cells);
      cells.lists.push(group.rows, group.unknown);
    }
  }
  return [...byColumn.values()]
    .map(({ lists, ...where }) => ({ ...where, rows: inOrder(lists) }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * True if a cell matters to the answer: it was counted, it decided whether its row counts, or it proves that another cell is 0.
 * Of an excluded row only the cells of the condition that excluded it matter.
 */
export function weighs(resolved: Resolved, { pass, group }: Used, row: number, header: string): boolean {
  const state = pass.stateOf(row);
  if (state === null) return false;
  if (typeof state === "number") return pass.where[state]!.headers.includes(header);
  if (countedHeaders(resolved, pass).has(header)) return true;
  const proves = (name: string, which: "rows" | "unknown"): boolean =>
    groupTotal(pass, group, name, which).proved.some((proof) => proof.row === row && proof.headers.includes(header));
  return taken(resolved).some((name) => proves(name, "rows") || proves(name, "unknown"));
}

/** True if the row is part of the figure. */
export function isCounted({ pass }: Used, row: number): boolean {
  const state = pass.stateOf(row);
  return state === "counts" || state === "unknown";
}
