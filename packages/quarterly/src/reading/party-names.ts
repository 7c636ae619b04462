import { comparable } from "@prestatieafspraken/indicators";
import type { Agreement, Party } from "@prestatieafspraken/indicators";
import { oncePer } from "../kept.js";

/** The parties of an agreement by all their names, including former ones. */
export interface PartyNames {
  find(text: string): Party | undefined;
  name(id: string): string;
  readonly parties: readonly Party[];
}

type Signed = Pick<Agreement, "parties" | "municipality">;

/** Indexes the parties of an agreement by name. */
export const partyNames = (agreement: Signed | null): PartyNames =>
  agreement === null ? namesOf(null) : namesOnce(agreement);

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

const namesOnce = oncePer((agreement: Signed) => namesOf(agreement));
