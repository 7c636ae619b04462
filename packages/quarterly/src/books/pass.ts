import type { BookSource, Condition, Fraction, QuarterId, Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import {
  CONTRADICTS,
  compile,
  FAILS,
  isField,
  perValue,
  UNKNOWN,
  UNREAD,
  valueIn,
  type Compiled,
} from "./condition.js";
import type { Resolved } from "./resolve.js";
import { GrowingRows, type RowList } from "./row-list.js";

/** An unreadable quarter or party: the row may belong to any. */
export const ANYBODY = "*";
/** The reporting quarter if the workbook does not name it: it matches whichever quarter is asked. */
export const ASKED = "?";
/** The quarter or party in a table without that column. */
export const NONE = "";

/** The first cell that makes rows uncountable. */
export interface Gap {
  readonly row: number;
  readonly header: string;
  readonly contradicts?: Text;
}

/** The rows of one quarter and party. */
export interface Group {
  readonly quarter: QuarterId;
  readonly party: string;
  /** Rows that count, in sheet order. */
  readonly rows: RowList;
  /** Rows of unknown class for which all other conditions hold. */
  readonly unknown: RowList;
  /** Number of rows excluded, by the index of the condition that excluded them. */
  readonly away: readonly number[];
  readonly gap: Gap | null;
}

/** One pass over a table for a question: its rows by quarter and party. Cached, because a table never changes once read. */
export interface Pass {
  readonly table: ReturnTable;
  readonly source: BookSource;
  readonly where: readonly Compiled[];
  /** The columns whose class is unknown in a row. */
  readonly unknownIn: (row: number) => readonly string[];
  /** Whether the count shown includes rows of unknown class. */
  readonly unknownCounts: boolean;
  readonly quarters: ReadonlyMap<QuarterId, ReadonlyMap<string, Group>>;
  /** The groups whose quarter or party cannot be read. */
  readonly strays: readonly Group[];
  /** The group of the quarter and party of a row; undefined if none of their rows is delivered data. */
  readonly groupOf: (row: number) => Group | undefined;
  /** Whether a row counts, is of unknown class, or which condition excluded it. */
  readonly stateOf: (row: number) => State;
}

/** "counts", "unknown", or the index of the condition that excluded the row; null if the row is not delivered data. */
export type State = "counts" | "unknown" | number | null;

/** Reads the quarter, party and state of rows for a question. */
function rowReader(
  ret: Return,
  table: ReturnTable,
  source: BookSource,
  question: Pick<Resolved, "of" | "where">,
  limit: (id: string, year: number) => Fraction,
) {
  const quarterHeader = source.quarter;
  const reporting = ret.settings.quarter ?? ASKED;
  const quarterIn = quarterHeader === undefined ? null : valueIn(table, quarterHeader);
  const quarterOf = (row: number): QuarterId =>
    quarterIn === null
      ? NONE
      : ((quarterIn(row) as string | null) ??
        // A table without quarters is about the reporting quarter.
        (source.orReporting && (!table.has(quarterHeader!) || table.reading(quarterHeader!, row).state === "missing")
          ? reporting
          : ANYBODY));
  const partyOf =
    source.party === undefined
      ? () => NONE
      : perValue(table, source.party, (value) => (value as string | null) ?? ANYBODY);
  const ready = (condition: Condition): Compiled =>
    compile(table, condition, (row) => (quarterOf(row) === ANYBODY ? null : quarterOf(row)), limit);
  const of = question.of.map(ready);
  const where = question.where.map(ready);
  const notDelivered = (row: number): boolean => of.some(({ test }) => test(row) === FAILS);

  /** The state of a row, and its gap if one of its cells would stop the answer. */
  const look = (row: number): { readonly state: State; readonly gap: Gap | null } => {
    if (notDelivered(row)) return { state: null, gap: null };
    let gap: Gap | null = null;
    let unknown: string | null = null;
    for (let at = 0; at < where.length; at += 1) {
      const { test, condition } = where[at]!;
      const outcome = test(row);
      if (outcome === FAILS) return { state: at, gap: null };
      if (outcome === UNKNOWN) unknown ??= condition.header;
      else if (outcome === UNREAD) gap ??= { row, header: unreadHeader(table, where[at]!, row) };
      else if (outcome === CONTRADICTS && "contradicts" in condition)
        gap ??= { row, header: condition.header, contradicts: condition.contradicts };
    }
    // Reports the class first: the other unreadable cells may not matter once it is known.
    if (gap !== null && gap.contradicts === undefined && unknown !== null) gap = { row, header: unknown };
    return { state: unknown === null ? "counts" : "unknown", gap };
  };
  return { quarterOf, partyOf, where, look };
}

/** The first column of a condition that cannot be read in this row. */
const unreadHeader = (table: ReturnTable, { headers }: Compiled, row: number): string =>
  headers.find((header) => isField(table, header) && table.value(header, row) === null) ?? headers[0]!;

/** A group under construction. */
interface GrowingGroup extends Pick<Group, "quarter" | "party"> {
  readonly rows: GrowingRows;
  readonly unknown: GrowingRows;
  readonly away: number[];
  gap: Gap | null;
}

const emptyGroup = (quarter: QuarterId, party: string, conditions: number): GrowingGroup => ({
  quarter,
  party,
  rows: new GrowingRows(),
  unknown: new GrowingRows(),
  away: new Array<number>(conditions).fill(0),
  gap: null,
});

const grown = (group: GrowingGroup): Group => ({ ...group, rows: group.rows.done(), unknown: group.unknown.done() });

/** Groups the rows of a table for a question. @throws CannotSay if a column is missing. */
export function passOver(
  ret: Return,
  table: ReturnTable,
  source: BookSource,
  question: Pick<Resolved, "of" | "where">,
  limit: (id: string, year: number) => Fraction,
): Pass {
  const { quarterOf, partyOf, where, look } = rowReader(ret, table, source, question, limit);
  const growing = new Map<QuarterId, Map<string, GrowingGroup>>();
  let last: GrowingGroup | null = null;
  const into = (quarter: QuarterId, party: string): GrowingGroup => {
    // Rows of one quarter and party are mostly adjacent.
    if (last?.party === party && last.quarter === quarter) return last;
    let parties = growing.get(quarter);
    if (!parties) growing.set(quarter, (parties = new Map<string, GrowingGroup>()));
    let group = parties.get(party);
    if (!group) parties.set(party, (group = emptyGroup(quarter, party, where.length)));
    last = group;
    return group;
  };
  for (let row = 0; row < table.length; row += 1) {
    const { state, gap } = look(row);
    if (state === null) continue;
    const group = into(quarterOf(row), partyOf(row));
    if (typeof state === "number") group.away[state]! += 1;
    else if (gap !== null) group.gap ??= gap;
    else group[state === "unknown" ? "unknown" : "rows"].push(row);
  }
  const quarters = new Map(
    [...growing].map(([quarter, parties]) => [
      quarter,
      new Map([...parties].map(([party, group]) => [party, grown(group)])),
    ]),
  );
  const classed = where.filter(({ condition }) => condition.unknown !== undefined);
  return {
    table,
    source,
    where,
    quarters,
    strays: [...quarters.values()].flatMap((parties) =>
      [...parties.values()].filter(({ quarter, party }) => quarter === ANYBODY || party === ANYBODY),
    ),
    groupOf: (row) => quarters.get(quarterOf(row))?.get(partyOf(row)),
    stateOf: (row) => look(row).state,
    unknownIn: (row) => classed.filter(({ test }) => test(row) === UNKNOWN).map(({ condition }) => condition.header),
    unknownCounts: classed.every(({ condition }) => condition.unread === "counts"),
  };
}
