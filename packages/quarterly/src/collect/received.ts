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
  /** Ids of the parties its rows are about. */
  readonly parties: readonly string[];
  /** Tables with rows in it. */
  readonly tables: readonly string[];
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
export function receiptFor(ret: Return, file: string, day: string): Received {
  const supplied = suppliedBy(ret);
  return {
    file,
    day,
    parties: Array.from(supplied.keys()).sort(),
    tables: Array.from(new Set(Array.from(supplied.values()).flat())).sort(),
    quarter: ret.settings.quarter,
    hash: ret.hash,
  };
}

/** Returns brought in so far, oldest first. What cannot be read is left out: it is only said, never counted with. */
export async function receivedIn(workbook: Pick<Workbook, "getSetting">): Promise<readonly Received[]> {
  const kept = await remembered(workbook, RECEIVED_SETTING);
  return Object.entries(kept ?? {}).flatMap(([hash, value]) => {
    const { file = "", day = "", quarter } = texts(value);
    const list = (key: string): readonly string[] => {
      const found = (value as Record<string, unknown>)[key];
      return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
    };
    return file === ""
      ? []
      : [{ file, day, quarter: quarter ?? null, parties: list("parties"), tables: list("tables"), hash }];
  });
}

/** Keys of contradictions that were decided in favour of what stood in this workbook. */
export async function decidedIn(workbook: Pick<Workbook, "getSetting">): Promise<ReadonlySet<string>> {
  return new Set(Object.keys((await remembered(workbook, DECIDED_SETTING)) ?? {}));
}
