import { comparable } from "@prestatieafspraken/indicators";
import type { Agreement, Party } from "@prestatieafspraken/indicators";

/** The parties of an agreement by all their names, including former ones. */
export interface PartyNames {
  find(text: string): Party | undefined;
  name(id: string): string;
  readonly parties: readonly Party[];
}

type Signed = Pick<Agreement, "parties" | "municipality">;
const known = new WeakMap<Signed, PartyNames>();

/** Indexes the parties of an agreement by name. */
export function partyNames(agreement: Signed | null): PartyNames {
  if (agreement === null) return namesOf(null);
  const names = known.get(agreement) ?? namesOf(agreement);
  known.set(agreement, names);
  return names;
}

function namesOf(agreement: Signed | null): PartyNames {
  const parties = agreement?.parties ?? [];
  const bySpelling = new Map<string, Party>();
  const byId = new Map(parties.map((party) => [party.id, party]));
  for (const party of parties) {
    const own = [party.id, party.name, ...party.aliases];
    // "Gemeente" is unambiguous: an agreement has one municipality.
    if (party.kind === "municipality" && agreement) {
      own.push("gemeente", agreement.municipality.name, `gemeente ${agreement.municipality.name}`);
    }
    for (const spelling of own) {
      const key = comparable(spelling);
      if (!bySpelling.has(key)) bySpelling.set(key, party);
    }
  }
  return {
    parties,
    find: (text) => bySpelling.get(comparable(text)),
    name: (id) => byId.get(id)?.name ?? id,
  };
}
