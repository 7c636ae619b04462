import {
  fill,
  indicator,
  listed,
  tables,
  type Question,
  type QuarterId,
  type Text,
} from "@prestatieafspraken/indicators";
import { scopeOf } from "./books/party-scope.js";
import type { Return } from "./return.js";

/** Whether a party delivered a table that the norms need, for a quarter. */
export interface Delivery {
  readonly party: string;
  readonly name: string;
  /** Canonical name: "PA_Toewijzingen"; of tables that stand for each other the first. */
  readonly table: string;
  readonly state: "received" | "missing";
}

/** The questions that norms of the agreement lead to, with the parties they need. */
function needs(ret: Return): readonly { readonly question: Question; readonly parties: readonly string[] }[] {
  const { norms, parties } = ret.agreement;
  const municipality = parties.filter(({ kind }) => kind === "municipality").map(({ id }) => id);
  const ids = [...new Set(norms.map((norm) => norm.indicator))];
  return ids.flatMap((id) => {
    const asks: readonly Question[] = Object.values<Question>(indicator(id)?.counts?.asks ?? {});
    return asks.flatMap((question) => {
      if (question.parties === "scope" || question.parties === "all") return [{ question, parties: scopeOf(ret, id) }];
      // The row of the whole stock, and the list of all projects, come from the municipality.
      const byMunicipality = question.parties === "municipality" || question.parties === "everybody";
      return byMunicipality ? [{ question, parties: municipality }] : [];
    });
  });
}

/** Does a table of the book hold a row of this party for the quarter? Of a book without parties: any row. */
function delivered(ret: Return, { book, parties }: Question, party: string, quarter: QuarterId): boolean {
  return book.sources.some((source) => {
    const table = ret.tables.get(source.table);
    if (!table) return false;
    for (let row = 0; row < table.length; row += 1) {
      const at = source.quarter !== undefined && table.has(source.quarter) ? table.value(source.quarter, row) : quarter;
      if (at !== null && at !== quarter) continue;
      if (parties === "everybody" || source.party === undefined || table.value(source.party, row) === party)
        return true;
    }
    return false;
  });
}

/** What every party delivered of what the norms need, for a quarter; of one party where asked. */
export function deliveries(ret: Return, quarter: QuarterId, only: string | null = null): readonly Delivery[] {
  const found = new Map<string, Delivery>();
  for (const { question, parties } of needs(ret)) {
    const table = question.book.sources[0]?.table;
    if (table === undefined) continue;
    for (const party of parties) {
      const key = `${party}|${table}`;
      if (found.has(key) || (only !== null && party !== only)) continue;
      const name = ret.agreement.parties.find(({ id }) => id === party)?.name ?? party;
      found.set(key, { party, name, table, state: delivered(ret, question, party, quarter) ? "received" : "missing" });
    }
  }
  return [...found.values()];
}

const titleOf = (name: string): string => tables.find((table) => table.name === name)?.sheet ?? name;

/** "Nog niet ontvangen: Portaal (Toewijzingen, Voorraad)."; null where all that the norms need was received. */
export function notReceived(all: readonly Delivery[]): Text | null {
  const missing = all.filter(({ state }) => state === "missing");
  if (missing.length === 0) return null;
  const who = [...new Set(missing.map(({ name }) => name))].map((name) => {
    const theirs = missing.filter((one) => one.name === name).map(({ table }) => titleOf(table));
    return `${name} (${theirs.join(", ")})`;
  });
  return fill({ nl: "Nog niet ontvangen: {who}.", en: "Not received yet: {who}." }, { who: listed(who) });
}
