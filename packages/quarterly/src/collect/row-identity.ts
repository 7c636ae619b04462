import { keyReader } from "../reading/row-key.js";
import type { ReturnTable } from "../return.js";

/** Returns a function that gives the identity of a row: its key, or all its cells if a required part of the key is missing. */
export function identities(table: ReturnTable): (index: number) => string {
  const keyOf = keyReader(table);
  return (index) => keyOf(index) ?? JSON.stringify(table.raw.rows[index]);
}

/** Rows by identity. A key may occur twice, which is an error reported by PA-110, not resolved here. */
export function rowsByIdentity(table: ReturnTable): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const identityOf = identities(table);
  for (let row = 0; row < table.length; row += 1) {
    const id = identityOf(row);
    const known = places.get(id);
    if (known) known.push(row);
    else places.set(id, [row]);
  }
  return places;
}
