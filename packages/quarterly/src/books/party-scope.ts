import { CannotSay, fill, listed, type Live, type Party } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";

export const partyName = (ret: Pick<Return, "agreement">, id: string): string =>
  ret.agreement.parties.find((party) => party.id === id)?.name ?? id;

export const partyKind = (ret: Return, id: string): Party["kind"] =>
  ret.agreement.parties.find((party) => party.id === id)?.kind ?? "other";

/** Ids of the parties an indicator is about: the corporations, unless the agreement names others. */
export function scopeOf(ret: Pick<Return, "agreement">, indicator: string): readonly string[] {
  return (
    ret.agreement.scope[indicator] ??
    ret.agreement.parties.filter((party) => party.kind === "corporation").map((party) => party.id)
  );
}

/** Names of the parties in a figure over all parties, if it leaves out a corporation of the agreement; otherwise null. */
export function aboutOf(ret: Pick<Return, "agreement">, indicator: string): readonly string[] | null {
  const scope = scopeOf(ret, indicator);
  const isWhole = ret.agreement.parties.every(({ id, kind }) => kind !== "corporation" || scope.includes(id));
  return isWhole ? null : scope.map((id) => partyName(ret, id));
}

/** The parties to sum: the one asked for, or all in scope. @throws CannotSay for a party outside the scope. */
export function partiesAsked(ret: Return, indicator: string, party: string | null): readonly string[] {
  const scope = scopeOf(ret, indicator);
  if (party === null) return scope;
  if (scope.includes(party)) return [party];
  throw new CannotSay(
    fill(
      {
        nl: "Deze afspraak gaat over {scope}, niet over {party}.",
        en: "This commitment is about {scope}, not about {party}.",
      },
      { scope: listed(scope.map((id) => partyName(ret, id))), party: partyName(ret, party) },
    ),
    "not applicable",
  );
}

/** All parties with rows in the tables of an indicator: ids, or typed names of parties outside the agreement. */
export function partiesIn(ret: Return, { asks }: Live): string[] {
  const found = new Set<string>();
  for (const { book } of Object.values(asks)) {
    for (const { table: name, party } of book.sources) {
      const table = ret.tables.get(name);
      if (!table || party === undefined) continue;
      for (let row = 0; row < table.length; row += 1) {
        const value = table.value(party, row);
        if (value !== null) found.add(String(value));
      }
    }
  }
  return [...found].sort();
}
