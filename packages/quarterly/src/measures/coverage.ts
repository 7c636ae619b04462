import { fill, listed, nothingOpen, type Open, type QuarterId, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { requireColumn } from "./column.js";
import { CannotSay } from "./measurement.js";
import { partyName } from "./party-scope.js";

/** Party id -> the quarters it has rows for, among the rows that count. */
export type Presence = ReadonlyMap<string, ReadonlySet<QuarterId>>;

export function presence(
  table: ReturnTable,
  partyHeader: string,
  counts: (row: number) => boolean = () => true,
): Presence {
  requireColumn(table, partyHeader);
  requireColumn(table, "Kwartaal");
  const seen = new Map<string, Set<QuarterId>>();
  for (let row = 0; row < table.length; row += 1) {
    const party = table.value(partyHeader, row);
    const quarter = table.value("Kwartaal", row);
    if (party === null || quarter === null || !counts(row)) continue;
    const quarters = seen.get(String(party)) ?? new Set();
    quarters.add(String(quarter));
    seen.set(String(party), quarters);
  }
  return seen;
}

export interface Covered {
  /** Parties that supplied rows, and the quarters asked that the table reaches back to. */
  readonly parties: readonly string[];
  readonly quarters: readonly QuarterId[];
  /** Parties that never supplied a row: "geen gegevens", which is not 0. */
  readonly silent: readonly string[];
  readonly notes: readonly Text[];
  readonly open: Open;
}

/**
 * Is there a row for every party and quarter that has to be added up?
 * A party that never supplied anything is left out and named. Quarters before the table begins are left out and named.
 * A hole after that makes the sum impossible: a party without rows did not have 0 of them.
 */
export function coverage(
  ret: Return,
  table: ReturnTable,
  seen: Presence,
  asked: {
    readonly parties: readonly string[];
    readonly scope: readonly string[];
    readonly quarters: readonly QuarterId[];
    /** Which rows count, where not all of the table do: "rijen met Segment sociaal". */
    readonly rows?: Text;
  },
): Covered {
  const name = table.definition.name;
  const rows = asked.rows ?? { nl: "rijen", en: "rows" };
  const last = asked.quarters[asked.quarters.length - 1]!;
  const parties = asked.parties.filter((party) => seen.has(party));
  const silent = asked.parties.filter((party) => !seen.has(party));
  if (parties.length === 0) {
    throw new CannotSay(
      fill(
        {
          nl: "{table} heeft geen {rows} van {parties}. Vul ze in voor {quarter}; geen gegevens is niet 0.",
          en: "{table} has no {rows} of {parties}. Fill them in for {quarter}; no data is not 0.",
        },
        { table: name, rows, parties: listed(asked.parties.map((id) => partyName(ret, id))), quarter: last },
      ),
    );
  }
  const begins = asked.scope.flatMap((party) => [...(seen.get(party) ?? [])]).sort()[0] ?? last;
  const quarters = asked.quarters.filter((quarter) => quarter >= begins);
  for (const quarter of quarters.length === 0 ? [last] : quarters) {
    const absent = parties.filter((party) => !seen.get(party)!.has(quarter));
    if (absent.length === 0) continue;
    throw new CannotSay(
      fill(
        {
          nl: "{table} heeft voor {quarter} geen {rows} van {parties}. Vul ze in; geen rij telt niet als 0.",
          en: "{table} has no {rows} of {parties} for {quarter}. Fill them in; no row does not count as 0.",
        },
        { table: name, rows, quarter, parties: listed(absent.map((id) => partyName(ret, id))) },
      ),
    );
  }
  const notes: Text[] = [];
  if (silent.length > 0) {
    notes.push(
      fill(
        {
          nl: "Geen gegevens van {parties} in {table}; niet meegeteld (geen gegevens is niet 0).",
          en: "No data of {parties} in {table}; not counted (no data is not 0).",
        },
        { parties: listed(silent.map((id) => partyName(ret, id))), table: name },
      ),
    );
  }
  const before = asked.quarters.length - quarters.length;
  if (before > 0) {
    notes.push(
      fill(
        {
          nl: "{table} begint bij {begins}; {from} t/m {until} is niet meegeteld. Vul die kwartalen aan voor het hele beeld.",
          en: "{table} begins at {begins}; {from} to {until} is not counted. Add those quarters for the whole picture.",
        },
        { table: name, begins, from: asked.quarters[0]!, until: asked.quarters[before - 1]! },
      ),
    );
  }
  const open: Open = {
    ...nothingOpen,
    silent:
      silent.length === 0
        ? []
        : [{ table: table.definition.title, parties: silent.map((id) => ({ id, name: partyName(ret, id) })) }],
    missing: asked.quarters.slice(0, before),
  };
  return { parties, quarters, silent, notes, open };
}
