import type { QuarterId } from "@prestatieafspraken/indicators";
import type { Delivery } from "../delivery.js";
import { remembered, texts } from "../reading/remembered.js";
import type { Return } from "../return.js";
import type { Workbook } from "../workbook.js";

/** Keys under which a workbook keeps which returns were brought in, and what was decided about contradictions. */
export const RECEIVED_SETTING = "received";
export const DECIDED_SETTING = "decided";

/** A return that was brought into this workbook. */
export interface Received {
  readonly file: string;
  /** The day it was brought in, "2026-10-12". */
  readonly day: string;
  /** Ids of the parties its rows are about, with the tables those rows stand in. */
  readonly supplied: Readonly<Record<string, readonly string[]>>;
  readonly quarter: string | null;
  /** Fingerprint of its cells: the same file again is recognised. */
  readonly hash: string;
}

/** Columns that say whose row it is, by table. */
const partyColumns = ["Verhuurder", "Ontwikkelaar", "Trekker"];

/** Parties of the agreement that a return has rows of, and the tables those rows stand in. */
export function suppliedBy(ret: Return): ReadonlyMap<string, readonly string[]> {
  const known = new Set(ret.agreement.parties.map(({ id }) => id));
  const found = new Map<string, Set<string>>();
  for (const [name, table] of ret.tables) {
    const header = partyColumns.find((column) => table.has(column));
    if (header === undefined) continue;
    for (let row = 0; row < table.length; row += 1) {
      const party = table.value(header, row);
      if (typeof party !== "string" || !known.has(party)) continue;
      found.set(party, (found.get(party) ?? new Set()).add(name));
    }
  }
  return new Map(Array.from(found, ([party, tables]) => [party, Array.from(tables)]));
}

/** What to keep about a return that is brought in on `day`. */
export const receiptFor = (ret: Return, file: string, day: string): Received => ({
  file,
  day,
  supplied: Object.fromEntries(suppliedBy(ret)),
  quarter: ret.settings.quarter,
  hash: ret.hash,
});

/** Returns brought in so far, oldest first. What cannot be read is left out: it is only said, never counted with. */
export async function receivedIn(workbook: Pick<Workbook, "getSetting">): Promise<readonly Received[]> {
  const kept = await remembered(workbook, RECEIVED_SETTING);
  return Object.entries(kept ?? {}).flatMap(([hash, value]) => {
    const { file = "", day = "", quarter } = texts(value);
    if (file === "") return [];
    const supplied = listsIn((value as Record<string, unknown>)["supplied"]);
    return [{ file, day, quarter: quarter ?? null, supplied, hash }];
  });
}

const listsIn = (value: unknown): Record<string, readonly string[]> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, list]) => [
          key,
          Array.isArray(list) ? list.filter((one): one is string => typeof one === "string") : [],
        ]),
      )
    : {};

/** The return that brought in what a party delivered for a quarter: the last one with that table of it. Null where it stood here already. */
export const broughtBy = (
  { party, table, ofAnybody }: Delivery,
  received: readonly Received[],
  quarter: QuarterId,
): Received | null =>
  received
    .filter((one) => {
      const tables = ofAnybody ? Object.values(one.supplied).flat() : (one.supplied[party] ?? []);
      return (one.quarter === null || one.quarter === quarter) && tables.includes(table);
    })
    .at(-1) ?? null;

/** Keys of contradictions that were decided in favour of what stood in this workbook. */
export async function decidedIn(workbook: Pick<Workbook, "getSetting">): Promise<ReadonlySet<string>> {
  return new Set(Object.keys((await remembered(workbook, DECIDED_SETTING)) ?? {}));
}
