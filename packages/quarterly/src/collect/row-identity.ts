import { keyReader } from "../reading/row-key.js";
import type { ReturnTable } from "../return.js";
import { listsBy } from "../kept.js";

/** Returns a function that gives the identity of a row: its key, or all its cells if a required part of the key is missing. */
export function identities(table: ReturnTable): (index: number) => string {
  const keyOf = keyReader(table);
  return (index) => keyOf(index) ?? JSON.stringify(table.raw.rows[index]);
}

/** Rows by identity. A key may occur twice, which is an error reported by PA-110, not resolved here. */
export const rowsByIdentity = (table: ReturnTable): ReadonlyMap<string, readonly number[]> =>
  listsBy(Array.from({ length: table.length }).keys(), identities(table));
