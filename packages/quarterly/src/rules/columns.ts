import { quarterAfter } from "@prestatieafspraken/indicators";
import { columnNumber } from "../reading/cell-name.js";
import { keyReader } from "../reading/row-key.js";
import { comparable } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import type { Finding } from "./rule.js";
import { textIn } from "../reading/value-text.js";
import { kept, oncePer } from "../kept.js";

/** Returns a function that gives the usable number of a row; null if there is none. */
export const numberIn = (table: ReturnTable, header: string) => {
  const valueAt = table.valueAt(header);
  return (index: number): number | null => valueAt(index) as number | null;
};

export { textIn };

/** True if the table exists and has all these columns. */
export const hasAll = (table: ReturnTable | undefined, ...headers: readonly string[]): table is ReturnTable =>
  table !== undefined && headers.every((header) => table.has(header));

/** The location of a setting; the table if it has no row. */
export function settingAt(ret: Return, name: string): Pick<Finding, "table" | "index" | "header"> {
  const table = ret.tables.get("PA_Instellingen");
  if (!table) return { table: "PA_Instellingen" };
  for (const index of rowsOf(table))
    if (comparable(String(table.value("Instelling", index))) === comparable(name))
      return { table, index, header: "Waarde" };
  return { table };
}

/** Row numbers 0, 1, 2, ... of a table. */
export function* rowsOf(table: ReturnTable): Generator<number> {
  for (let index = 0; index < table.length; index += 1) yield index;
}

/** Groups rows by the values of these columns; rows with an unknown value are left out. */
export function groupBy(table: ReturnTable, ...headers: readonly string[]): Map<string, number[]> {
  const parts = headers.map((header) => textIn(table, header));
  const groups = new Map<string, number[]>();
  next: for (let index = 0; index < table.length; index += 1) {
    let key = "";
    for (const part of parts) {
      const value = part(index);
      if (value === null) continue next;
      key += key === "" ? value : `\u00b7${value}`;
    }
    kept(groups, key, () => []).push(index);
  }
  return groups;
}

/** The groups of `groupBy`, with the values that their rows share. */
export function groupsOf<const Headers extends readonly string[]>(
  table: ReturnTable,
  ...headers: Headers
): { readonly rows: readonly number[]; readonly of: { readonly [At in keyof Headers]: string } }[] {
  return Array.from(groupBy(table, ...headers).values(), (rows) => {
    const of = headers.map((header) => String(table.value(header, rows[0]!)));
    return { rows, of: of as { [At in keyof Headers]: string } };
  });
}

/** The sum of numbers; null if one of them is not known. */
export const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);

/** The key that `groupBy` gives to these values. */
export const groupKey = (...parts: readonly string[]): string => parts.join("\u00b7");

/** Returns a function that finds the row with the same values in these columns a quarter earlier; null if there is none. */
export function quarterBefore(table: ReturnTable, ...headers: readonly string[]): (index: number) => number | null {
  if (!hasAll(table, "Kwartaal", ...headers)) return () => null;
  const rows = groupBy(table, "Kwartaal", ...headers);
  const quarter = textIn(table, "Kwartaal");
  const parts = headers.map((header) => textIn(table, header));
  return (index) => {
    const now = quarter(index);
    const own = parts.map((part) => part(index));
    if (now === null || own.some((value) => value === null)) return null;
    return rows.get(groupKey(quarterAfter(now, -1), ...(own as string[])))?.[0] ?? null;
  };
}

/** A change by more than a factor three. Small numbers fluctuate, so values below the threshold are ignored. */
export const JUMP = 3;
export const TOO_SMALL_TO_JUMP = 20;
export const jumps = (before: number, now: number): boolean =>
  Math.max(before, now) >= TOO_SMALL_TO_JUMP && (now > before * JUMP || before > now * JUMP);

/** An amount in whole cents, for exact comparison. */
export const cents = (amount: number): number => Math.round(amount * 100);

/** The index of a field's column in `table.raw`; null if the column is missing. */
export function rawColumn(table: ReturnTable, header: string): number | null {
  const cell = table.length > 0 ? table.cell(header, 0) : null;
  return cell === null ? null : columnNumber(cell) - table.raw.firstColumn;
}

/** The movement columns of a table: those of its identity, without the opening stock. */
export const movementsOf = ({ definition: { identity } }: ReturnTable): readonly string[] =>
  [...(identity?.plus ?? []), ...(identity?.minus ?? [])].filter((header) => header !== "Beginstand");

/** FNV-1a hash of a key. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** A row, and the first row with the same key. */
export interface Pair {
  readonly index: number;
  readonly other: number;
}

/** The rows of a table with the same key as an earlier row; rows without a key are left out. Several rules ask this. */
export const sameKey = oncePer((table: ReturnTable): readonly Pair[] => pairsByKey(table.length, keyReader(table)));

/** True if each key is higher than the one before, as in a list that was sorted; then they are all different. */
function ascends(length: number, keyOf: (index: number) => string | null): boolean {
  let before = "";
  for (let index = 0; index < length; index += 1) {
    const key = keyOf(index);
    if (key === null) continue;
    if (key <= before) return false;
    before = key;
  }
  return true;
}

/**
 * Of rows 0, 1, 2, ... those with the same key as an earlier one, with the first of them. Keys are recomputed instead of stored: a
 * million of them would take more memory than the table.
 */
export function pairsByKey(length: number, keyOf: (index: number) => string | null): Pair[] {
  if (ascends(length, keyOf)) return [];
  const pairs: Pair[] = [];
  let size = 16;
  while (size < length * 2) size *= 2;
  // Per slot: a row, counted from 1, and the hash of its key. Stored side by side, because two separate arrays cost
  // twice the memory access.
  const places = new Int32Array(size * 2);
  for (let index = 0; index < length; index += 1) {
    const key = keyOf(index);
    if (key === null) continue;
    const hash = hashOf(key);
    for (let at = hash & (size - 1); ; at = (at + 1) & (size - 1)) {
      const other = places[at * 2]! - 1;
      if (other < 0) {
        places[at * 2] = index + 1;
        places[at * 2 + 1] = hash;
        break;
      }
      if (places[at * 2 + 1] === hash && keyOf(other) === key) {
        pairs.push({ index, other });
        break;
      }
    }
  }
  return pairs;
}
