import {
  CannotSay,
  fill,
  listed,
  quarterOfDay,
  quarterText,
  type QuarterId,
  type Text,
} from "@prestatieafspraken/indicators";
import { ANYBODY, ASKED, NONE, type Pass } from "./pass.js";
import { partyKind, partyName } from "./party-scope.js";
import { quartersOf } from "./quarters.js";
import { twice, withoutParties } from "./whose-rows.js";
import type { Resolved } from "./resolve.js";
import type { Asked, Covered, Ledger, Presence, Used } from "./shapes.js";
import { kept } from "../kept.js";

/** For an average, maximum or minimum over no rows. */
export const noData = new CannotSay({
  nl: "Er zijn geen rijen om mee te rekenen. Vul ze in.",
  en: "There are no rows to calculate with. Fill them in.",
});

/** The groups of rows in these passes, by party and quarter. */
export function presenceIn(passes: readonly Pass[]): Presence {
  const presence = new Map<string, Map<QuarterId, Used[]>>();
  for (const pass of passes) {
    for (const [quarter, parties] of pass.quarters) {
      for (const [party, group] of parties) {
        const quarters = kept(presence, party, () => new Map<QuarterId, Used[]>());
        kept(quarters, quarter, () => []).push({ pass, group });
      }
    }
  }
  return presence;
}

/**
 * Selects the rows to sum and checks that every party and quarter has some.
 * A party without any rows is left out and reported (no data is not 0), as are quarters before the table begins. A later gap
 * makes the count impossible. A party that delivered a quarter has 0 of whatever it does not list.
 */
export function coverage(ledger: Ledger, resolved: Resolved, passes: readonly Pass[], asked: Asked): Covered {
  const { ret } = ledger;
  const { question, window } = resolved;
  const presence = ledger.presence(resolved, passes);
  const dated = question.book.sources.some(({ quarter }) => quarter !== undefined);
  const quarters = !dated
    ? [NONE]
    : asked.quarterOnly
      ? [asked.quarter]
      : quartersOf(ret, window === "first" ? "snapshot" : window, asked.quarter);
  const at = (party: string, quarter: QuarterId): readonly Used[] =>
    presence.get(party)?.get(quarter) ??
    (quarter === asked.quarter ? presence.get(party)?.get(ASKED) : undefined) ??
    [];
  const all = [...presence.keys()].filter((party) => party !== ANYBODY);
  const { parties, checked } = partiesOf(ledger, question.parties, all, asked);
  const wanted = (quarter: string, party: string): boolean =>
    (quarter === ANYBODY || quarters.includes(quarter) || (quarter === ASKED && quarters.includes(asked.quarter))) &&
    (party === ANYBODY ? question.parties !== "outside-scope" : parties.includes(party));
  // If two tables hold the same party and quarter, the first one of the book is used.
  const groups = (ids: readonly string[], of: readonly QuarterId[]): Used[] =>
    ids.flatMap((party) => of.flatMap((quarter) => at(party, quarter).slice(0, 1)));
  const both = (used: readonly Used[], of: readonly QuarterId[]): Text[] =>
    used.flatMap(({ group: { party } }) => of.flatMap((quarter) => twice(ledger, party, at(party, quarter))));
  if (!checked) {
    const used = groups(parties, quarters);
    if (question.parties === "everybody") return withoutParties(resolved, passes, used, quarters, asked, wanted);
    return {
      used,
      parties: {
        delivered: parties.filter((party) => groups([party], quarters).some(({ group }) => group.rows.length > 0)),
        silent: [],
      },
      quarters: { asked: quarters, used: quarters, missing: [] },
      notes: [],
      wanted,
    };
  }

  const has = (party: string, quarter: QuarterId): boolean => at(party, quarter).length > 0;
  /** The first quarter a party delivered; null if none. */
  const firstOf = (party: string): QuarterId | null => {
    let first: QuarterId | null = null;
    for (const key of presence.get(party)?.keys() ?? []) {
      const quarter = key === ASKED ? asked.quarter : key;
      if (key !== ANYBODY && (first === null || quarter < first)) first = quarter;
    }
    return first;
  };
  const delivered = parties.filter((party) => firstOf(party) !== null);
  const silent = parties.filter((party) => !delivered.includes(party));
  const last = quarters.at(-1)!;
  const sheet = passes[0]!.table.definition.sheet;
  const names = (ids: readonly string[]) => listed(ids.map((id) => partyName(ret, id)));
  if (delivered.length === 0) {
    throw new CannotSay(
      fill(
        {
          nl: "{table} heeft geen rijen van {parties}. Vul ze in voor het {quarter}; geen gegevens is niet 0.",
          en: "{table} has no rows of {parties}. Fill them in for the {quarter}; no data is not 0.",
        },
        { table: sheet, parties: names(parties), quarter: quarterText(last) },
      ),
    );
  }
  const begins = asked.scope.flatMap((party) => firstOf(party) ?? []).sort()[0] ?? last;
  const reached = quarters.filter((quarter) => quarter >= begins);
  const used = reached.length === 0 ? [last] : reached;
  for (const quarter of used) {
    const absent = delivered.filter((party) => !has(party, quarter));
    if (absent.length === 0) continue;
    throw new CannotSay(
      fill(
        {
          nl: "{table} heeft voor het {quarter} geen rijen van {parties}. Vul ze in; geen rij telt niet als 0.",
          en: "{table} has no rows of {parties} for the {quarter}. Fill them in; no row does not count as 0.",
        },
        { table: sheet, quarter: quarterText(quarter), parties: names(absent) },
      ),
    );
  }
  const before = quarters.filter((quarter) => quarter < begins);
  // Quarters before the agreement do not count as missing, unless a setting starts the count there.
  const since = typeof window === "object" && "since" in window ? "" : quarterOfDay(ret.agreement.from);
  const missing = before.filter((quarter) => quarter >= since);
  const notes: Text[] = [];
  if (silent.length > 0) {
    notes.push(
      fill(
        {
          nl: "Geen gegevens van {parties} in {table}; niet meegeteld (geen gegevens is niet 0).",
          en: "No data of {parties} in {table}; not counted (no data is not 0).",
        },
        { parties: names(silent), table: sheet },
      ),
    );
  }
  if (before.length > 0) {
    notes.push(
      fill(
        {
          nl: "{table} begint bij het {begins}; {from} tot en met {until} is niet meegeteld. Vul die kwartalen aan voor het hele beeld.",
          en: "{table} begins at the {begins}; {from} to {until} is not counted. Add those quarters for the whole picture.",
        },
        {
          table: sheet,
          begins: quarterText(begins),
          from: quarterText(before[0]!),
          until: quarterText(before.at(-1)!),
        },
      ),
    );
  }
  const first = window === "first" ? delivered.map((party) => ({ party, quarter: firstOf(party)! })) : null;
  const whose = question.parties === "all" && asked.party === null ? [...all, ANYBODY] : delivered;
  const taken = first ? first.flatMap(({ party, quarter }) => groups([party], [quarter])) : groups(whose, used);
  return {
    used: taken,
    parties: { delivered, silent },
    quarters: {
      asked: quarters,
      used: first ? [...new Set(first.map(({ quarter }) => quarter))].sort() : used,
      missing,
    },
    notes: [...notes, ...(first ? [] : both(taken, used))],
    wanted: first ? (quarter, party) => wanted(quarter, party) || quarter === ANYBODY : wanted,
  };
}

/** The parties whose rows are summed; `checked` means that parties without rows are reported. */
function partiesOf(
  { ret }: Ledger,
  mode: Resolved["question"]["parties"],
  all: readonly string[],
  { party, scope }: Asked,
): { readonly parties: readonly string[]; readonly checked: boolean } {
  const mine = party === null ? scope : [party];
  switch (mode) {
    case "scope":
    case "all":
      return { parties: mine, checked: true };
    case "present":
      return { parties: mine, checked: false };
    case "whole-scope-present":
      return { parties: scope, checked: false };
    case "outside-scope":
      return { parties: party === null ? all.filter((one) => !scope.includes(one)) : [], checked: false };
    case "municipality":
      return { parties: all.filter((one) => partyKind(ret, one) === "municipality"), checked: false };
    case "named":
      return { parties: party === null ? [...all, ANYBODY] : [party], checked: false };
    case "everybody":
      return { parties: [...all, ANYBODY], checked: false };
  }
}
