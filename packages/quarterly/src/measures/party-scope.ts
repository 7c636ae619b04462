import { fill, listed, type Party } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { CannotSay } from "./measurement.js";

export const partyName = (ret: Return, id: string): string =>
  ret.agreement.parties.find((party) => party.id === id)?.name ?? id;

export const partyKind = (ret: Return, id: string): Party["kind"] =>
  ret.agreement.parties.find((party) => party.id === id)?.kind ?? "other";

/** Party ids the agreement says an indicator is about; the corporations unless it names others. */
export function scopeOf(ret: Return, indicator: string): readonly string[] {
  return (
    ret.agreement.scope[indicator] ??
    ret.agreement.parties.filter((party) => party.kind === "corporation").map((party) => party.id)
  );
}

/** The parties to add up: the one asked for, or all in scope. A party outside the scope is refused by name. */
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
