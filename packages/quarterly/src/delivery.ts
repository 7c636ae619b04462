import {
  countingOf,
  fill,
  listed,
  tables,
  type Question,
  type QuarterId,
  type Text,
} from "@prestatieafspraken/indicators";
import { scopeOf } from "./books/party-scope.js";
import { isLeftEmpty, mustBeFilled, rowsWithoutValue } from "./reading/left-empty.js";
import { isStillPrepared } from "./reading/prepared.js";
import type { Return } from "./return.js";
import { kept, mapPer } from "./kept.js";

/** Whether a party delivered a table that the norms need, for a quarter. */
export interface Delivery {
  readonly party: string;
  readonly name: string;
  /** Canonical name: "PA_Toewijzingen"; the first, if several tables can hold the same data. */
  readonly table: string;
  /** "incomplete": there are rows, but some of their required cells are empty. */
  readonly state: "received" | "incomplete" | "missing";
  /** Required columns with empty cells, with the number of rows. */
  readonly empty: readonly { readonly header: string; readonly rows: number }[];
  /** True if rows of any party count: the project list and the total stock come from a single party. */
  readonly ofAnybody: boolean;
}

/** The questions behind the agreement's norms, with the parties that must deliver. */
function needs(ret: Return): readonly { readonly question: Question; readonly parties: readonly string[] }[] {
  const { norms, parties } = ret.agreement;
  const municipality = parties.filter(({ kind }) => kind === "municipality").map(({ id }) => id);
  const ids = [...new Set(norms.map((norm) => norm.indicator))];
  return ids.flatMap((id) => {
    const asks: readonly Question[] = Object.values<Question>(countingOf(id)?.asks ?? {});
    return asks.flatMap((question) => {
      if (question.parties === "scope" || question.parties === "all") return [{ question, parties: scopeOf(ret, id) }];
      // The row of the whole stock and the project list come from the municipality.
      const byMunicipality = question.parties === "municipality" || question.parties === "everybody";
      return byMunicipality ? [{ question, parties: municipality }] : [];
    });
  });
}

/** The rows of a party for the quarter in the tables of the book, and their empty required cells. */
function found(ret: Return, { book, parties }: Question, party: string, quarter: QuarterId) {
  let rows = 0;
  let begun = 0;
  const empty = new Map<string, number>();
  for (const source of book.sources) {
    const table = ret.tables.get(source.table);
    if (!table) continue;
    const required = table.definition.fields.filter((field) => mustBeFilled(table, field));
    const quarterOf =
      source.quarter !== undefined && table.has(source.quarter) ? table.valueAt(source.quarter) : () => quarter;
    const partyOf = parties === "everybody" || source.party === undefined ? () => party : table.valueAt(source.party);
    const isOurs = (row: number): boolean => {
      const at = quarterOf(row);
      return (at === null || at === quarter) && partyOf(row) === party;
    };
    for (let row = 0; row < table.length; row += 1)
      if (isOurs(row)) {
        rows += 1;
        if (!isStillPrepared(table, row, ret.prepared)) begun += 1;
      }
    for (const field of required) {
      let without = 0;
      for (const row of rowsWithoutValue(table, field.header))
        if (isOurs(row) && isLeftEmpty(table, field, row)) without += 1;
      if (without > 0) empty.set(field.header, (empty.get(field.header) ?? 0) + without);
    }
  }
  // Prepared rows that are still empty are not a delivery; next to filled rows they count as empty cells.
  return { rows: begun === 0 ? 0 : rows, empty: Array.from(empty, ([header, count]) => ({ header, rows: count })) };
}

const delivered = mapPer<QuarterId, readonly Delivery[]>();

/** What each party, or only the given one, delivered of the tables the norms need, for a quarter. Cached per quarter. */
export function deliveries(ret: Return, quarter: QuarterId, only: string | null = null): readonly Delivery[] {
  const all = kept(delivered(ret), quarter, () => ofEverybody(ret, quarter));
  return only === null ? all : all.filter(({ party }) => party === only);
}

function ofEverybody(ret: Return, quarter: QuarterId): readonly Delivery[] {
  const all = new Map<string, Delivery>();
  for (const { question, parties } of needs(ret)) {
    const table = question.book.sources[0]?.table;
    if (table === undefined) continue;
    for (const party of parties) {
      const key = `${party}|${table}`;
      if (all.has(key)) continue;
      const name = ret.agreement.parties.find(({ id }) => id === party)?.name ?? party;
      const { rows, empty } = found(ret, question, party, quarter);
      const state = rows === 0 ? "missing" : empty.length > 0 ? "incomplete" : "received";
      all.set(key, { party, name, table, state, empty, ofAnybody: question.parties === "everybody" });
    }
  }
  return [...all.values()];
}

const titleOf = (name: string): string => tables.find((table) => table.name === name)?.sheet ?? name;

/** "Nog niet ontvangen: Portaal (Toewijzingen, Voorraad)."; null if nothing is missing. */
export function notReceived(all: readonly Delivery[]): Text | null {
  const missing = all.filter(({ state }) => state === "missing");
  if (missing.length === 0) return null;
  const who = [...new Set(missing.map(({ name }) => name))].map((name) => {
    const theirs = missing.filter((one) => one.name === name).map(({ table }) => titleOf(table));
    return `${name} (${theirs.join(", ")})`;
  });
  return fill({ nl: "Nog niet ontvangen: {who}.", en: "Not received yet: {who}." }, { who: listed(who) });
}
