import type { QuarterId } from "@prestatieafspraken/indicators";
import type { Delivery } from "../delivery.js";
import { remembered, texts } from "../reading/remembered.js";
import type { Return } from "../return.js";
import type { Workbook } from "../workbook.js";

/** Setting keys for the returns received and the decisions on contradictions. */
export const RECEIVED_SETTING = "received";
export const DECIDED_SETTING = "decided";

/** A return that was merged into this workbook. */
export interface Received {
  readonly file: string;
  /** The date it was merged, "2026-10-12". */
  readonly day: string;
  /** Ids of the parties its rows are about -> the tables with those rows. */
  readonly supplied: Readonly<Record<string, readonly string[]>>;
  readonly quarter: string | null;
  /** Hash of its cells, to recognise the same file. */
  readonly hash: string;
}

/** Columns that name the party of a row. */
const partyColumns = ["Verhuurder", "Ontwikkelaar", "Trekker"];

/** Parties of the agreement with rows in a return, and the tables with those rows. */
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

/** The record to keep of a return merged on `day`. */
export const receiptFor = (ret: Return, file: string, day: string): Received => ({
  file,
  day,
  supplied: Object.fromEntries(suppliedBy(ret)),
  quarter: ret.settings.quarter,
  hash: ret.hash,
});

/** Returns merged so far, oldest first. Unreadable records are skipped: they are shown only, never counted with. */
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

/** The last received return with a party's rows in this table for a quarter; null if the rows were already here. */
export const broughtBy = (
  { party, table, ofAnybody }: Delivery,
  received: readonly Received[],
  quarter: QuarterId,
): Received | null =>
  received
    .filter((one) => {
      const tables = ofAnybody
        ? Object.values(one.supplied).flat()
        : Object.hasOwn(one.supplied, party)
          ? one.supplied[party]!
          : [];
      return (one.quarter === null || one.quarter === quarter) && tables.includes(table);
    })
    .at(-1) ?? null;

/** Keys of contradictions decided in favour of this workbook. */
export async function decidedIn(workbook: Pick<Workbook, "getSetting">): Promise<ReadonlySet<string>> {
  return new Set(Object.keys((await remembered(workbook, DECIDED_SETTING)) ?? {}));
}
