import type { ReturnTable } from "../return.js";

const separator = " · ";

/**
 * What identifies a row: its key columns as read, or all its cells where a required key is not there. Case makes no difference,
 * as in Excel itself.
 */
export function identityOf(table: ReturnTable, index: number): string {
  const { key, fields } = table.definition;
  const parts = key.map((header) => table.value(header, index));
  const isOptional = (header: string): boolean => fields.find((field) => field.header === header)?.required !== true;
  if (parts.length > 0 && parts.every((part, i) => part !== null || isOptional(key[i]!)))
    return parts.map((part) => String(part ?? "").toLowerCase()).join(separator);
  return `${parts.map((part) => String(part ?? "")).join(separator)}|${JSON.stringify(table.raw.rows[index])}`;
}

/** Rows by what identifies them. A key may occur twice: a mistake the check reports, not one to guess at here. */
export function rowsByIdentity(table: ReturnTable): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    const id = identityOf(table, row);
    const known = places.get(id);
    if (known) known.push(row);
    else places.set(id, [row]);
  }
  return places;
}
